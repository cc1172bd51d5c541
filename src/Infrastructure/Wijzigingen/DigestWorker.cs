using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Wijzigingen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>
/// Sends messages in the background, in every process; which one sends to an address is decided in the database.
/// </summary>
internal sealed partial class DigestWorker(
    IServiceScopeFactory scopes, IOptions<BerichtenOptions> options, TimeProvider clock, ILogger<DigestWorker> logger)
    : BackgroundService
{
    /// <summary>So that one address that hangs does not hold up the others.</summary>
    private const int AtOnce = 8;

    /// <summary>Sends all that is due.</summary>
    public async Task DeliverDueAsync(CancellationToken ct)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };
        await Parallel.ForEachAsync(await ListDueAsync(ct), parallel, DeliverAsync);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Actief)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.Interval, clock);
        do
        {
            try
            {
                await DeliverDueAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<IReadOnlyList<Berichtadres>> ListDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DigestDelivery>().ListDueAsync(ct);
    }

    private async ValueTask DeliverAsync(Berichtadres adres, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DigestDelivery>().DeliverAsync(adres, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "Messages could not be sent, or how that went could not be noted")]
    private partial void LogFailed(Exception exception);
}
