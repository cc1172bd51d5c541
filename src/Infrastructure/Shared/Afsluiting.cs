using Kurve.Numo.Infrastructure.Importeren;
using Kurve.Numo.Infrastructure.Synchronisatie;
using Microsoft.Extensions.Hosting;

namespace Kurve.Numo.Infrastructure.Shared;

/// <summary>
/// Lets imports and syncs finish, or hands them back, before anything else of the process stops: meanwhile the server
/// still answers, and says that it is no longer ready.
/// </summary>
internal sealed class Afsluiting(ImportWorker imports, Planner planner) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(imports.StopAsync(cancellationToken), planner.StopAsync(cancellationToken));

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
