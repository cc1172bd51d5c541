using Kurve.Numo.Domain.Importeren;

namespace Kurve.Numo.Application.Importeren;

/// <summary>
/// Tells everybody, by way of the store, that a fetch is alive and how far it is; and learns there that somebody
/// discarded it, also when that was done on another replica.
/// </summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Renewal = TimeSpan.FromTicks(ImportRun.Lease.Ticks / 5);

    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _ended = new();
    private Task _loop = Task.CompletedTask;

    private Heartbeat(CancellationToken ct) => _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);

    /// <summary>Is cancelled when the work must stop.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Why nobody could be told any more; null when that went well.</summary>
    public Exception? Fault { get; private set; }

    public static Heartbeat Start(
        IImportRunRepository runs, ImportRun run, Voortgang voortgang, TimeProvider clock, CancellationToken ct)
    {
        var heartbeat = new Heartbeat(ct);
        heartbeat._loop = heartbeat.BeatAsync(runs, run, voortgang, clock);
        return heartbeat;
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _loop;
        _ended.Dispose();
        _stop.Dispose();
    }

    private async Task BeatAsync(IImportRunRepository runs, ImportRun run, Voortgang voortgang, TimeProvider clock)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var (told, renewed) = (-1, DateTimeOffset.MinValue);
        try
        {
            do
            {
                // Looking costs nobody a write; without it a fetch that stands still would not hear of its end.
                var now = clock.GetUtcNow();
                var news = voortgang.Veranderingen;
                // A clock that was moved back makes the lease too long.
                var tells = news != told || now - renewed >= Renewal || now < renewed;
                var goesOn = tells
                    ? await runs.BeatAsync(run.With(voortgang) with { LeaseTot = now + ImportRun.Lease }, _ended.Token)
                    : await runs.IsBezigAsync(run, _ended.Token);
                if (!goesOn)
                {
                    await _stop.CancelAsync();
                    return;
                }

                (told, renewed) = tells ? (news, now) : (told, renewed);
            }
            while (await timer.WaitForNextTickAsync(_ended.Token));
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The work is done.
        }
        catch (Exception exception)
        {
            // Without a heartbeat others will take the run for dead, so the work must not go on.
            Fault = exception;
            await _stop.CancelAsync();
        }
    }
}
