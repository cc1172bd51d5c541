using Kurve.Numo.Infrastructure;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kurve.Numo.Api.Shared;

/// <summary>Healthy when the database answers.</summary>
internal sealed class DatabaseHealthCheck(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.PingDatabaseAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
