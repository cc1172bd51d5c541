using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Kurve.Numo.Application.Tests.Importeren;

public sealed class VoortgangTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly Ophaling _ophaling;

    public VoortgangTests() => _ophaling = new Ophaling(_clock, "00", "01");

    [Fact]
    public async Task Each_phase_is_kept_with_its_count_and_its_end()
    {
        _ophaling.Opleidingen.FetchAsync(default!, default, default).ReturnsForAnyArgs(new Opleidingenlijst(
            [.. Enumerable.Range(0, 10).Select(n => new Opleidingsregel(null, $"00-{n}", null, null))], "lijst"));

        await _ophaling.FetchAsync();

        _ophaling.Run.Fases.Where(f => f.Fase is not (Importfase.Personen or Importfase.Opleidingen))
            .Select(f => (f.Fase, f.Gedaan, f.Verwacht)).Should().Equal(
                (Importfase.Wachten, 0, null),
                (Importfase.Koppelen, 20, 20),
                (Importfase.Vergelijken, 20, 20),
                (Importfase.Opslaan, 20, 20));
        _ophaling.Run.Fases.Where(f => f.Fase is Importfase.Personen or Importfase.Opleidingen)
            .Select(f => (f.Fase, f.Vestiging, f.Gedaan)).Should().BeEquivalentTo(
                [(Importfase.Personen, "00", 10), (Importfase.Personen, "01", 10), (Importfase.Opleidingen, null, 10)]);
        _ophaling.Run.Fases.Should().OnlyContain(f => f.Klaar != null);
    }

    [Fact]
    public async Task The_last_run_says_what_to_expect_of_each_source()
    {
        var moment = _clock.GetUtcNow();
        _ophaling.Runs.FindVorigeAsync(default!, default).ReturnsForAnyArgs(_ophaling.Run with
        {
            Fases =
            [
                new Fasevoortgang(Importfase.Personen, "00", 812, null, moment, moment),
                new Fasevoortgang(Importfase.Personen, "01", 40, null, moment, null),
                new Fasevoortgang(Importfase.Opleidingen, null, 830, null, moment, moment),
            ],
        });

        await _ophaling.FetchAsync();

        _ophaling.Run.Fases.Single(f => f is { Fase: Importfase.Personen, Vestiging: "00" }).Verwacht.Should().Be(812);
        _ophaling.Run.Fases.Single(f => f is { Fase: Importfase.Personen, Vestiging: "01" }).Verwacht.Should().BeNull(
            "it did not come to its end");
        _ophaling.Run.Fases.Single(f => f.Fase == Importfase.Opleidingen).Verwacht.Should().Be(830);
    }

    [Fact]
    public async Task A_run_that_fails_shows_in_which_phase()
    {
        _ophaling.Opleidingen.FetchAsync(default!, default, default).ReturnsForAnyArgs(
            new Bronfout("GEWEIGERD", "Refused.", "Geweigerd.", Actiehouder.School, Tijdelijk: false));

        await _ophaling.FetchAsync();

        _ophaling.Run.State.Should().Be(ImportState.Mislukt);
        _ophaling.Run.Fases.Single(f => f.Fase == Importfase.Opleidingen).Klaar.Should().BeNull();
    }

    [Fact]
    public async Task However_much_happens_the_store_is_told_at_most_twice_a_second()
    {
        var voortgang = new Voortgang(_clock, []);
        var fase = voortgang.Begin(Importfase.Personen);
        await using var heartbeat = Heartbeat.Start(
            _ophaling.Runs, _ophaling.Run, voortgang, _clock, CancellationToken.None);

        for (var read = 1; read <= 2_000; read++)
        {
            fase.Report(read);
            _clock.Advance(TimeSpan.FromMilliseconds(5));
            await Task.Yield();
        }

        var writes = _ophaling.Runs.ReceivedCalls()
            .Count(call => call.GetMethodInfo().Name == nameof(IImportRunRepository.BeatAsync));
        writes.Should().BeInRange(2, 21, "10 seconds have passed");
    }

    [Fact]
    public async Task While_nothing_happens_the_store_is_looked_at_and_written_once_in_six_seconds()
    {
        await using var heartbeat = Heartbeat.Start(
            _ophaling.Runs, _ophaling.Run, new Voortgang(_clock, []), _clock, CancellationToken.None);

        for (var tick = 0; tick < 60; tick++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(1);
        }

        _ophaling.Runs.ReceivedCalls()
            .Count(call => call.GetMethodInfo().Name == nameof(IImportRunRepository.BeatAsync))
            .Should().BeInRange(2, 6, "30 seconds have passed");
        await _ophaling.Runs.ReceivedWithAnyArgs().IsBezigAsync(default!, default);
    }

    [Fact]
    public async Task When_the_clock_was_moved_back_the_lease_is_written_anew()
    {
        var moved = new MovedBack(_clock);
        await using var heartbeat = Heartbeat.Start(
            _ophaling.Runs, _ophaling.Run, new Voortgang(moved, []), moved, CancellationToken.None);
        moved.By = TimeSpan.FromDays(365);
        for (var tick = 0; tick < 500 && !HasLeaseBefore(_clock.GetUtcNow()); tick++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(5);
        }

        HasLeaseBefore(_clock.GetUtcNow()).Should().BeTrue();
    }

    private bool HasLeaseBefore(DateTimeOffset moment) => _ophaling.Runs.ReceivedCalls()
        .Where(call => call.GetMethodInfo().Name == nameof(IImportRunRepository.BeatAsync))
        .Any(call => ((ImportRun)call.GetArguments()[0]!).LeaseTot < moment);

    private sealed class MovedBack(TimeProvider clock) : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() - By;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, dueTime, period);
    }

    public void Dispose() => _ophaling.Dispose();
}
