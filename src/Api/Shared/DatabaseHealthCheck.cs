using System.Data.Common;
using Kurve.Numo.Infrastructure;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kurve.Numo.Api.Shared;

/// <summary>
/// Healthy when the database answers and lately nothing kept it from its work, and the process does not stop: then it takes
/// no more calls.
/// </summary>
internal sealed class DatabaseHealthCheck(
    IServiceScopeFactory scopes, IDatabaseErrors errors, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The process stops.");
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.PingDatabaseAsync(cancellationToken);
            return errors.Storing is { } storing ? Unhealthy(storing) : HealthCheckResult.Healthy();
        }
        catch (DbException exception)
        {
            return Unhealthy(errors.StoringOf(exception) ?? Databasestoring.Onbereikbaar);
        }
    }

    /// <summary>Writes the outcome, and why when it is not healthy; a probe has no token, so nothing more.</summary>
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var reasons = report.Entries.Values.Select(entry => entry.Description).OfType<string>();
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(string.Join(": ", [report.Status.ToString(), .. reasons]));
    }

    private static HealthCheckResult Unhealthy(Databasestoring storing) =>
        HealthCheckResult.Unhealthy(new DatabaseDefect(storing).Code);
}
