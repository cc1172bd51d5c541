using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Shared;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>Webhooks obey the rules of all outgoing addresses, and some of their own.</summary>
internal sealed class WebhookPolicy(IOptions<BerichtenOptions> options) : IWebhookPolicy
{
    private const int HttpsPort = 443;
    private const int LastSystemPort = 1023;

    public Result<string> Check(string adres)
    {
        if (adres.Length > Berichtinstelling.LangsteWebhook)
        {
            return new WebhookadresGeweigerd($"has {adres.Length} characters");
        }

        Uri.TryCreate(adres, UriKind.Absolute, out var address);
        return Refuse(address) is { } reason ? new WebhookadresGeweigerd(reason) : address!.AbsoluteUri;
    }

    private string? Refuse(Uri? address) => OutgoingAddress.Refuse(address, options.Value.AllowLoopback) switch
    {
        { } reason => reason,
        _ when address!.IsLoopback => null,
        _ when address!.Port != HttpsPort && address.Port <= LastSystemPort => $"has port {address.Port}",
        _ => null,
    };
}
