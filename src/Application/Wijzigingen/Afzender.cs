using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Application.Wijzigingen;

/// <summary>Hands a message to its channel, with what signs it.</summary>
public sealed partial class Afzender(
    IEnumerable<INotifier> notifiers, IWebhookgeheimen geheimen, TimeProvider clock, ILogger<Afzender> logger)
{
    private static readonly Berichtfout Intern = new("INTERNE_FOUT", "Er ging iets mis bij Numo. Kurve kijkt ernaar.");

    private static readonly Berichtfout GeheimOnleesbaar = new(
        "WEBHOOKGEHEIM_ONLEESBAAR", "Het geheim van de webhook is niet meer te lezen. Vraag een nieuw geheim aan.");

    /// <summary>Sends; null when it arrived.</summary>
    public async Task<Berichtfout?> SendAsync(
        Berichtadres adres, Digest digest, Berichtinstelling instelling, CancellationToken ct)
    {
        var fout = await TryAsync(adres, digest, instelling, ct);
        Telemetry.MessageTried(adres.Kanaal.ToString(), fout?.Code ?? Telemetry.Ok);
        return fout;
    }

    private async Task<Berichtfout?> TryAsync(
        Berichtadres adres, Digest digest, Berichtinstelling instelling, CancellationToken ct)
    {
        Webhookgeheim[] signing = adres.Kanaal != Berichtkanaal.Webhook ? [] :
        [
            .. instelling.GeheimenOp(clock.GetUtcNow())
                .Select(encrypted => geheimen.Unprotect(adres.SchoolId, encrypted))
                .OfType<Webhookgeheim>(),
        ];
        if (adres.Kanaal == Berichtkanaal.Webhook && signing.Length == 0)
        {
            return GeheimOnleesbaar;
        }

        try
        {
            var notifier = notifiers.First(n => n.Kanaal == adres.Kanaal);
            return await notifier.SendAsync(new Zending(adres.Adres, digest, signing), ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            LogBug(exception, adres.SchoolId, adres.Id);
            return Intern;
        }
    }

    [LoggerMessage(LogLevel.Error, "A message to address {AdresId} of school {SchoolId} failed unexpectedly")]
    private partial void LogBug(Exception exception, SchoolLabel schoolId, Guid adresId);
}
