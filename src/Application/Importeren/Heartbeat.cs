using Kurve.Numo.Domain.Importeren;

namespace Kurve.Numo.Application.Importeren;

/// <summary>
/// Tells everybody, by way of the store, that a fetch is alive and how far it is; and learns there that somebody
/// discarded it, also when that was done on another replica.
/// </summary>
internal sealed class Heartbeat : IProgress<int>, IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Renewal = TimeSpan.FromTicks(ImportRun.Lease.Ticks / 5);

    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _ended = new();
    private Task _loop = Task.CompletedTask;
    private int _gelezen;

    private Heartbeat(CancellationToken ct) => _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);

    /// <summary>Is cancelled when the work must stop.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>People read so far.</summary>
    public int Gelezen => Volatile.Read(ref _gelezen);

    /// <summary>Why nobody could be told any more; null when that went well.</summary>
    public Exception? Fault { get; private set; }

    public static Heartbeat Start(IImportRunRepository runs, ImportRun run, TimeProvider clock, CancellationToken ct)
    {
        var heartbeat = new Heartbeat(ct);
        heartbeat._loop = heartbeat.BeatAsync(runs, run, clock);
        return heartbeat;
    }

    /// <inheritdoc/>
    public void Report(int value) => Interlocked.Exchange(ref _gelezen, value);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _loop;
        _ended.Dispose();
        _stop.Dispose();
    }

    private async Task BeatAsync(IImportRunRepository runs, ImportRun run, TimeProvider clock)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var (told, renewed) = (0, DateTimeOffset.MinValue);
        try
        {
            do
            {
                var now = clock.GetUtcNow();
                if (Gelezen == told && now - renewed < Renewal)
                {
                    continue;
                }

                (told, renewed) = (Gelezen, now);
                if (!await runs.BeatAsync(run, told, now + ImportRun.Lease, _ended.Token))
                {
                    await _stop.CancelAsync();
                    return;
                }
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
