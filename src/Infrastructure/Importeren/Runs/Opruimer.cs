using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Wijzigingen.Contract;
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
        var berichten = scope.ServiceProvider.GetRequiredService<Berichtopruiming>();
        var scholen = await berichten.CleanUpAsync(clock.GetUtcNow(), ct);
        var gestopt = await opruiming.ForgetBeslissingenAsync(clock.GetUtcNow(), ct);
        var antwoorden = await scope.ServiceProvider.GetRequiredService<IRequestStore>()
            .RemoveBeforeAsync(clock.GetUtcNow() - StoredAnswer.Termijn, ct);
        if (expired + cleaned + scholen + gestopt + antwoorden > 0)
        {
            LogDone(expired, cleaned, scholen, gestopt, antwoorden);
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "{Expired} previews expired, {Cleaned} plans and the old messages of {Scholen} schools were cleaned up, and the "
        + "decisions of {Gestopt} schools that stopped and {Antwoorden} answers to old requests were forgotten")]
    private partial void LogDone(int expired, int cleaned, int scholen, int gestopt, int antwoorden);

    [LoggerMessage(LogLevel.Error, "Old previews, plans and messages could not be cleaned up")]
    private partial void LogFailed(Exception exception);
}
