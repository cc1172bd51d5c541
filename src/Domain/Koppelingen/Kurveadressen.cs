namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>
/// The addresses from which Kurve calls Magister's web service, which Magister has to let through; empty when they were
/// not configured.
/// </summary>
/// <param name="IpAdressen">IPv4 or IPv6 addresses, or ranges in CIDR notation.</param>
public sealed record Kurveadressen(IReadOnlyList<string> IpAdressen)
{
    /// <summary>As part of a Dutch sentence: <c>het IP-adres 192.0.2.7 van Kurve</c>.</summary>
    public override string ToString() => IpAdressen.Count switch
    {
        0 => "het IP-adres van Kurve (vraag het na bij Kurve)",
        1 => $"het IP-adres {IpAdressen[0]} van Kurve",
        _ => $"de IP-adressen {string.Join(", ", IpAdressen.SkipLast(1))} en {IpAdressen[^1]} van Kurve",
    };
}
