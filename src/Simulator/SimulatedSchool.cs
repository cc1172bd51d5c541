using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kurve.Numo.Simulator;

/// <summary>An invented school.</summary>
/// <param name="Brin">Its BRIN, in a range that real schools do not use.</param>
/// <param name="Domein">Its name at Magister, in a real address <c>https://{Domein}.swp.nl:8800</c>.</param>
/// <param name="Gebruiker">The web service user.</param>
/// <param name="Wachtwoord">The web service password, different for every school.</param>
/// <param name="Vestigingen">Its vestigingen: "00", "01" and so on.</param>
/// <param name="Pupils">Its pupils on day 0.</param>
public sealed record SimulatedSchool(
    string Brin, string Domein, string Gebruiker, string Wachtwoord, IReadOnlyList<string> Vestigingen, int Pupils)
{
    /// <summary>Place among the schools, 0 for the first.</summary>
    internal int Index { get; init; }

    /// <summary>Invents the school at a place.</summary>
    internal static SimulatedSchool Invent(int index, SimulatorOptions options)
    {
        var letters = index % (26 * 26);
        var brin = string.Create(
            CultureInfo.InvariantCulture,
            $"{99 - (index / (26 * 26))}{(char)('A' + (letters / 26))}{(char)('A' + (letters % 26))}");
        var vestigingen = Enumerable.Range(0, options.Vestigingen)
            .Select(v => v.ToString("D2", CultureInfo.InvariantCulture)).ToArray();
        return new SimulatedSchool(
            brin,
            "sim-" + brin.ToLowerInvariant(),
            "Kurve",
            Derive($"wachtwoord|{options.Seed}|{brin}", 20) + options.Wachtwoordeinde,
            vestigingen,
            options.Pupils)
        {
            Index = index,
        };
    }

    /// <summary>An invented secret that follows from a text: letters and digits only.</summary>
    internal static string Derive(string bron, int length) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("numo-simulator|" + bron)))[..length];
}

/// <summary>The credentials for UWLR, invented; one set for all schools, as Magister gives its suppliers.</summary>
/// <param name="Endpoint">Where to ask.</param>
/// <param name="Autorisatiesleutel">The key.</param>
/// <param name="Klantcode">The customer code.</param>
/// <param name="Klantnaam">The customer name.</param>
public sealed record UwlrToegang(Uri Endpoint, string Autorisatiesleutel, string Klantcode, string Klantnaam);
