using System.Security.Cryptography;
using System.Text;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Infrastructure.Koppelingen.Magister;
using Kurve.Numo.Infrastructure.Koppelingen.Uwlr;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen;

internal sealed class KurveInstellingen(
    IOptions<QueryOptions> query, IOptions<MagisterOptions> magister, IOptions<UwlrOptions> uwlr) : IKurveInstellingen
{
    // As of payment keys: enough to tell keys apart, far too little to find one.
    private const int CheckValueBytes = 3;

    public Decibelquery Query { get; } = Decibelquery.Create(query.Value.Versie, query.Value.Sjabloon).Value;

    public Kurveadressen Adressen { get; } = new(magister.Value.UitgaandeIpAdressen);

    public string Contact { get; } = query.Value.Contact;

    public int Webservicepoort => magister.Value.Port;

    public string Sleutelkenmerk { get; } = Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes($"Numo:Uwlr {uwlr.Value.Klantcode} {uwlr.Value.Autorisatiesleutel}"))
            .AsSpan(0, CheckValueBytes));
}
