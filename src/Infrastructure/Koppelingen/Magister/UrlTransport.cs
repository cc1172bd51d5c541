using System.Text;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>GET with all arguments in the address, and XML back.</summary>
internal sealed class UrlTransport(Bronkanaal kanaal, MagisterOptions options) : IMagisterTransport
{
    public async Task<Result<MagisterAntwoord>> CallAsync(MagisterOproep oproep, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(oproep));
        return await kanaal.SendAsync(
            request,
            (stream, token) => MagisterLezer.Read(
                stream, new MagisterKolommen(options.KolomAliassen), options.MaxAntwoordBytes, oproep.Regels, token),
            (stream, token) => MagisterLezer.ReadFault(stream, options.MaxAntwoordBytes, token),
            ct);
    }

    private static Uri Address(MagisterOproep oproep)
    {
        var address = new StringBuilder(oproep.Base)
            .Append("/doc?Library=").Append(oproep.Library)
            .Append("&Function=").Append(oproep.Function);
        foreach (var (name, value) in oproep.Arguments)
        {
            address.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return new Uri(address.Append("&Type=XML").ToString());
    }
}
