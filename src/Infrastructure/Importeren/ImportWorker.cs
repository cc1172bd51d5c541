using System.Threading.Channels;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Domain.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Infrastructure.Importeren;

/// <summary>
/// Fetches runs in the background, a few at a time. What waits here is lost when the process stops; such a run is taken
/// for dead once its lease is over, and the next preview clears it away.
/// </summary>
internal sealed partial class ImportWorker(IServiceScopeFactory scopes, ILogger<ImportWorker> logger)
    : BackgroundService, IImportQueue
{
    /// <summary>Runs at once: a fetch mostly waits for the network, and each holds one school in memory.</summary>
    private const int Parallelism = 4;

    private readonly Channel<(SchoolId SchoolId, ImportRunId Id)> _queue =
        Channel.CreateUnbounded<(SchoolId, ImportRunId)>();

    public void Enqueue(SchoolId schoolId, ImportRunId id) => _queue.Writer.TryWrite((schoolId, id));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Parallelism).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken ct)
    {
        await foreach (var (schoolId, id) in _queue.Reader.ReadAllAsync(ct))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<FetchImport>().RunAsync(schoolId, id, ct);
            }
            catch (Exception exception) when (!ct.IsCancellationRequested)
            {
                // Not even the run's end could be stored. Its lease will run out; the other schools must go on.
                LogLost(exception, id);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Import run {RunId} was lost")]
    private partial void LogLost(Exception exception, ImportRunId runId);
}
