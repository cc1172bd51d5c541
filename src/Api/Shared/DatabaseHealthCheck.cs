using Kurve.Numo.Infrastructure;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kurve.Numo.Api.Shared;

/// <summary>Healthy when the database answers and the process does not stop: then it takes no more calls.</summary>
internal sealed class DatabaseHealthCheck(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The process stops.");
        }

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.PingDatabaseAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
