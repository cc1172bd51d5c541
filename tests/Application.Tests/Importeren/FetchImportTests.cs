using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Kurve.Numo.Application.Tests.Importeren;

public sealed class FetchImportTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly Ophaling _ophaling;

    public FetchImportTests() => _ophaling = new Ophaling(_clock, "00", "01");

    [Fact]
    public async Task People_are_counted_once_over_all_vestigingen()
    {
        _ophaling.Personen.FetchAsync(default!, default, default).ReturnsForAnyArgs(call =>
        {
            call.Arg<IProgress<int>>().Report(500);
            return Task.FromResult<Result<Personenlijst>>(
                Ophaling.Lijst(call.Arg<PersonenVerzoek>().Vestiging, 700));
        });

        await _ophaling.FetchAsync();

        _ophaling.Run.Gelezen.Should().Be(1400);
    }

    [Fact]
    public async Task It_tells_that_it_is_alive_before_it_has_its_turn()
    {
        var turns = new List<IDisposable>();
        for (var i = 0; i < 4; i++)
        {
            turns.Add(await _ophaling.Slots.EnterAsync(FetchLane.Sources, CancellationToken.None));
        }

        var beat = new TaskCompletionSource<ImportRun>();
        _ophaling.Runs.BeatAsync(default!, default).ReturnsForAnyArgs(call =>
        {
            beat.TrySetResult(call.Arg<ImportRun>());
            return true;
        });
        var fetch = _ophaling.FetchAsync();

        var told = await beat.Task.WaitAsync(TimeSpan.FromSeconds(20));

        told.LeaseTot.Should().Be(_clock.GetUtcNow() + ImportRun.Lease);
        told.Fases.Should().ContainSingle().Which.Fase.Should().Be(Importfase.Wachten);
        fetch.IsCompleted.Should().BeFalse("others have all turns");
        turns.ForEach(turn => turn.Dispose());
        await fetch;
    }

    [Fact]
    public async Task A_run_that_somebody_discarded_stops_its_fetch()
    {
        _ophaling.Runs.BeatAsync(default!, default).ReturnsForAnyArgs(false);
        _ophaling.Personen.FetchAsync(default!, default, default).ReturnsForAnyArgs(async call =>
        {
            await Task.Delay(Timeout.Infinite, call.Arg<CancellationToken>());
            return new Result<Personenlijst>();
        });

        await _ophaling.FetchAsync();

        _ophaling.Run.State.Should().Be(ImportState.Mislukt, "here the store does not know of the discard");
        _ophaling.Run.Fout.Should().Be(Importfout.Onderbroken);
        _ophaling.Run.Actiehouder.Should().Be(Actiehouder.School, "the school starts it again");
    }

    [Fact]
    public async Task A_source_that_refuses_ends_the_run_with_its_reason_and_owner()
    {
        var fout = new Bronfout("GEWEIGERD", "Refused.", "Geweigerd.", Actiehouder.Magister, Tijdelijk: false);
        _ophaling.Personen.FetchAsync(default!, default, default).ReturnsForAnyArgs(fout);

        await _ophaling.FetchAsync();

        _ophaling.Run.State.Should().Be(ImportState.Mislukt);
        _ophaling.Run.Fout.Should().Be(new Importfout("GEWEIGERD", "Geweigerd."));
        _ophaling.Run.Actiehouder.Should().Be(Actiehouder.Magister);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_ends_the_run_for_the_school_to_mend_and_is_let_go()
    {
        _ophaling.TakeFile(waits: true);
        _ophaling.Lezer.Read(default!, default!, default).ReturnsForAnyArgs(CsvErrors.NulTeken(4));

        await _ophaling.FetchAsync();

        (_ophaling.Run.State, _ophaling.Run.Fout!.Code, _ophaling.Run.Actiehouder).Should().Be(
            (ImportState.Mislukt, "NUL_TEKEN", Actiehouder.School));
        _ophaling.Uploads.Bytes.Should().Be(0);
    }

    [Fact]
    public async Task A_file_that_another_process_had_is_asked_for_again()
    {
        _ophaling.TakeFile(waits: false);

        await _ophaling.FetchAsync();

        (_ophaling.Run.State, _ophaling.Run.Fout!.Code).Should().Be((ImportState.Mislukt, "BESTAND_WEG"));
    }

    public void Dispose() => _ophaling.Dispose();
}
