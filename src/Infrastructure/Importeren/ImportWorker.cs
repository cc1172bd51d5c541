using System.Collections.Concurrent;
using System.Threading.Channels;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Importeren;

/// <summary>
/// Fetches runs in the background. What is under way here is lost when the process dies; any process then sees that the
/// run fell silent, and ends it, so that nobody waits for it.
/// </summary>
internal sealed partial class ImportWorker(
    IServiceScopeFactory scopes,
    LevendeRuns levend,
    IOptions<AfsluitOptions> afsluiten,
    TimeProvider clock,
    ILogger<ImportWorker> logger)
    : BackgroundService, IImportQueue
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromTicks(ImportRun.Lease.Ticks / 3);

    private readonly Channel<(SchoolId SchoolId, ImportRunId Id)> _queue =
        Channel.CreateUnbounded<(SchoolId, ImportRunId)>(new() { SingleReader = true });

    private readonly ConcurrentDictionary<Task, byte> _late = new();
    private Task _fetching = Task.CompletedTask;

    public bool IsOpen { get; private set; } = true;

    public void Enqueue(SchoolId schoolId, ImportRunId id)
    {
        if (!_queue.Writer.TryWrite((schoolId, id)))
        {
            // Accepted just before this process began to stop: it ends at once, so that nobody waits for it.
            var ended = Task.Run(() => FetchAsync(schoolId, id, new CancellationToken(canceled: true)));
            _late.TryAdd(ended, 0);
        }
    }

    /// <summary>Takes no more runs, lets those that are under way finish, and after a while ends them.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        IsOpen = false;
        _queue.Writer.TryComplete();
        await Task.WhenAny(_fetching, Task.Delay(afsluiten.Value.Geduld, cancellationToken));
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_late.Keys);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _fetching = FetchAllAsync(stoppingToken);
        return Task.WhenAll(_fetching, SweepAsync(stoppingToken));
    }

    // Each begins at once and on a thread of its own, since on SQLite a run may never let go of one: so it tells that it
    // is alive while it waits for its turn, of which FetchSlots gives out only so many.
    private async Task FetchAllAsync(CancellationToken ct)
    {
        var running = new HashSet<Task>();
        try
        {
            await foreach (var (schoolId, id) in _queue.Reader.ReadAllAsync(ct))
            {
                running.RemoveWhere(task => task.IsCompleted);
                running.Add(Task.Run(() => FetchAsync(schoolId, id, ct), CancellationToken.None));
            }
        }
        finally
        {
            // Those that it had no time to begin are ended too.
            while (_queue.Reader.TryRead(out var left))
            {
                running.Add(Task.Run(() => FetchAsync(left.SchoolId, left.Id, ct), CancellationToken.None));
            }

            await Task.WhenAll(running);
        }
    }

    private async Task FetchAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FetchImport>().RunAsync(schoolId, id, ct);
        }
        catch (Exception exception)
        {
            // Not even the run's end could be stored. It falls silent; the other schools must go on.
            LogLost(exception, id);
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(SweepInterval, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var runs = scope.ServiceProvider.GetRequiredService<IImportRunRepository>();
                if (await runs.FailSilentAsync(clock.GetUtcNow(), levend.Ids, ct) is > 0 and var count)
                {
                    LogSilent(count);
                }
            }
            catch (Exception exception) when (!ct.IsCancellationRequested)
            {
                LogSweepFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    [LoggerMessage(LogLevel.Error, "Import run {RunId} was lost")]
    private partial void LogLost(Exception exception, ImportRunId runId);

    [LoggerMessage(LogLevel.Warning, "{Count} import runs fell silent and were ended")]
    private partial void LogSilent(int count);

    [LoggerMessage(LogLevel.Error, "Silent import runs could not be looked for")]
    private partial void LogSweepFailed(Exception exception);
}
