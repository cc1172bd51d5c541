using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Shared;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>Calls webhooks, signed as <c>docs/webhooks.md</c> says.</summary>
internal sealed class WebhookNotifier(
    WebhookClient client, IOptions<BerichtenOptions> options, TimeProvider time) : INotifier
{
    private static readonly Berichtfout TeTraag = new(
        "WEBHOOK_TE_TRAAG", "De webhook gaf niet op tijd antwoord.")
    {
        Tijdelijk = true,
    };

    private static readonly Berichtfout Onbereikbaar = new(
        "WEBHOOK_ONBEREIKBAAR", "De webhook is niet te bereiken, of biedt geen geldige TLS.")
    {
        Tijdelijk = true,
    };

    private static readonly Berichtfout NietOpenbaar = new(
        "WEBHOOK_NIET_OPENBAAR",
        "De naam van de webhook hoort bij een adres dat niet openbaar is; daar stuurt Numo niets heen.");

    private readonly BerichtPipeline _pipeline = new(options.Value, time);

    public Berichtkanaal Kanaal => Berichtkanaal.Webhook;

    public Task<Berichtfout?> SendAsync(Zending zending, CancellationToken ct)
    {
        var body = WebhookJson.ToBytes(zending.Digest);
        return _pipeline.RunAsync(inner => TryAsync(zending, body, inner), TeTraag, ct);
    }

    private async Task<Berichtfout?> TryAsync(Zending zending, byte[] body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, zending.Adres) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json, "utf-8");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Kurve.Numo", "1"));
        request.Headers.Add("Numo-Bericht", zending.Digest.Id.ToString());
        request.Headers.Add("Numo-Signature", Webhookhandtekening.Of(body, time.GetUtcNow(), zending.Geheimen));
        try
        {
            return Explain(await client.SendAsync(request, ct));
        }
        catch (HttpRequestException exception)
        {
            return exception.InnerException is AddressNotPublicException ? NietOpenbaar : Onbereikbaar;
        }
        catch (AddressNotPublicException)
        {
            return NietOpenbaar;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return TeTraag;
        }
    }

    private static Berichtfout? Explain(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => new Berichtfout(
            "WEBHOOK_VERWIJST_DOOR",
            $"De webhook verwijst door (HTTP {(int)status}); vul het adres in waar hij heen verwijst."),
        var code => new Berichtfout("WEBHOOK_GEWEIGERD", $"De webhook antwoordde met HTTP {code}.")
        {
            Tijdelijk = code is 408 or 429 or >= 500,
        },
    };
}
