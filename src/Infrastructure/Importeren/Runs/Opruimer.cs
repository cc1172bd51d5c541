using Kurve.Numo.Application.Importeren.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Infrastructure.Importeren.Runs;

/// <summary>Cleans up in the background, in every process.</summary>
internal sealed partial class Opruimer(
    IServiceScopeFactory scopes, Bewaartermijnen termijnen, TimeProvider clock, ILogger<Opruimer> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(termijnen.Opruiminterval, clock);
        do
        {
            try
            {
                await CleanUpAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CleanUpAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var opruiming = scope.ServiceProvider.GetRequiredService<Opruiming>();
        var expired = await opruiming.ExpireAsync(clock.GetUtcNow(), ct);
        var cleaned = await opruiming.CleanUpAsync(clock.GetUtcNow(), ct);
        if (expired + cleaned > 0)
        {
            LogDone(expired, cleaned);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Expired} previews expired, {Cleaned} plans were cleaned up")]
    private partial void LogDone(int expired, int cleaned);

    [LoggerMessage(LogLevel.Error, "Old previews and plans could not be cleaned up")]
    private partial void LogFailed(Exception exception);
}
