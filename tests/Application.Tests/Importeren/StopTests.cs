using System.Collections;
using System.Diagnostics;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using NSubstitute;

namespace Kurve.Numo.Application.Tests.Importeren;

/// <summary>
/// A run is discarded in the store alone, as another process does it, while it is in the middle of a phase that by
/// itself would last for hours.
/// </summary>
public sealed class StopTests : IDisposable
{
    private static readonly TimeSpan FewSeconds = TimeSpan.FromSeconds(5);
    private readonly Ophaling _ophaling = new(TimeProvider.System, "00");
    private readonly TaskCompletionSource _inPhase = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task It_stops_while_it_waits_for_its_turn()
    {
        for (var i = 0; i < 4; i++)
        {
            await _ophaling.Slots.EnterAsync(FetchLane.Sources, CancellationToken.None);
        }

        _ophaling.Runs.BeatAsync(default!, default).ReturnsForAnyArgs(_ =>
        {
            _inPhase.TrySetResult();
            return true;
        });

        await StopsInAsync(Importfase.Wachten);
    }

    [Fact]
    public async Task It_stops_while_it_reads_people()
    {
        _ophaling.Personen.FetchAsync(default!, default, default).ReturnsForAnyArgs(
            call => LastForEverAsync<Result<Personenlijst>>(call.Arg<CancellationToken>()));

        await StopsInAsync(Importfase.Personen);
    }

    [Fact]
    public async Task It_stops_while_it_reads_the_list_of_the_web_service()
    {
        _ophaling.Opleidingen.FetchAsync(default!, default, default).ReturnsForAnyArgs(
            call => LastForEverAsync<Result<Opleidingenlijst>>(call.Arg<CancellationToken>()));

        await StopsInAsync(Importfase.Opleidingen);
    }

    [Fact]
    public async Task It_stops_while_it_joins()
    {
        _ophaling.Opleidingen.FetchAsync(default!, default, default).ReturnsForAnyArgs(
            new Opleidingenlijst([new Opleidingsregel(null, "x", null, null)], "lijst"));
        _ophaling.Personen.FetchAsync(default!, default, default).ReturnsForAnyArgs(Ophaling.Lijst(
            Vestigingsnummer.Hoofd,
            new SlowList<Aangeleverd<LeerlingGegevens>>(n => Ophaling.Leerling(Vestigingsnummer.Hoofd, n), _inPhase)));

        await StopsInAsync(Importfase.Koppelen);
    }

    [Fact]
    public async Task It_stops_while_it_compares()
    {
        var accounts = new SlowList<Account<LeerlingGegevens>>(
            n => new Account<LeerlingGegevens>(
                new AccountId(Guid.NewGuid()),
                Accountstatus.Actief,
                new LeerlingGegevens { Vestiging = Vestigingsnummer.Hoofd, UwlrKey = $"{n}" }),
            _inPhase);
        _ophaling.Standen.LoadAsync(default, default, default).ReturnsForAnyArgs(
            Schoolstand.Leeg with { Leerlingen = accounts });

        await StopsInAsync(Importfase.Vergelijken);
    }

    [Fact]
    public async Task It_stops_while_it_stores_the_plan()
    {
        _ophaling.Plannen.SaveAsync(default!, default!, default, default).ReturnsForAnyArgs(
            call => LastForEverAsync<int>(call.Arg<CancellationToken>()));

        await StopsInAsync(Importfase.Opslaan);
    }

    public void Dispose() => _ophaling.Dispose();

    private async Task StopsInAsync(Importfase fase)
    {
        var fetch = _ophaling.FetchAsync();
        await _inPhase.Task.WaitAsync(TimeSpan.FromSeconds(20));

        var discarded = Stopwatch.GetTimestamp();
        _ophaling.Runs.BeatAsync(default!, default).ReturnsForAnyArgs(false);
        _ophaling.Runs.IsBezigAsync(default!, default).ReturnsForAnyArgs(false);
        await fetch;

        Stopwatch.GetElapsedTime(discarded).Should().BeLessThan(FewSeconds);
        var running = _ophaling.Run.Fases.Where(f => f.Klaar is null).Select(f => f.Fase);
        running.Should().Equal(fase);
        _ophaling.Run.Uitkomst.Should().BeNull();
    }

    private async Task<T> LastForEverAsync<T>(CancellationToken ct)
    {
        _inPhase.TrySetResult();
        await Task.Delay(Timeout.Infinite, ct);
        throw new InvalidOperationException("For ever ended.");
    }

    /// <summary>More than can be walked through in an hour; each item takes a while.</summary>
    private sealed class SlowList<T>(Func<int, T> make, TaskCompletionSource begun) : IReadOnlyList<T>
    {
        private static readonly TimeSpan PerItem = TimeSpan.FromMilliseconds(50);

        public int Count => 100_000;

        public T this[int index]
        {
            get
            {
                begun.TrySetResult();
                Thread.Sleep(PerItem);
                return make(index);
            }
        }

        // What merely counts or looks for one is not what takes the time.
        public IEnumerator<T> GetEnumerator() => Enumerable.Range(0, 3).Select(make).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
