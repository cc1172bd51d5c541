using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Kurve.Numo.Simulator.Uwlr;

/// <summary>A request for a school's data, taken from the message without judging it.</summary>
/// <param name="Autorisatie">The header's fields by name; null when there is no header.</param>
/// <param name="Velden">The body's fields in the order in which they came.</param>
internal sealed record UwlrVerzoek(
    IReadOnlyDictionary<string, string>? Autorisatie, IReadOnlyList<KeyValuePair<string, string>> Velden)
{
    private static readonly XNamespace Soap = UwlrNamen.Soap;
    private static readonly XNamespace Aut = UwlrNamen.Autorisatie;
    private static readonly XNamespace Lg = UwlrNamen.Leerlinggegevens;

    /// <summary>The fields of <c>gVerzoekBasis</c> in the order that the schema wants.</summary>
    private static readonly string[] Volgorde =
    [
        "schooljaar", "brincode", "dependancecode", "schoolkey", "xsdversie", "gegevenssetid",
        "laatstontvangengegevens",
    ];

    /// <summary>A header field, or an empty text.</summary>
    public string Header(string naam) => Autorisatie?.GetValueOrDefault(naam) ?? "";

    /// <summary>A body field, or null when it did not come.</summary>
    public string? Veld(string naam)
    {
        foreach (var (sleutel, waarde) in Velden)
        {
            if (string.Equals(sleutel, naam, StringComparison.Ordinal))
            {
                return waarde;
            }
        }

        return null;
    }

    /// <summary>
    /// The school asked for, as it was written: brincode, or the first four characters of the schoolkey.
    /// </summary>
    public string? Brin => Veld("brincode") ?? (Veld("schoolkey") is { Length: >= 4 } key ? key[..4] : null);

    /// <summary>The vestiging asked for; "00" when none is named.</summary>
    public string Vestiging =>
        Veld("dependancecode") ?? (Veld("schoolkey") is { Length: 6 } key ? key[4..] : "00");

    /// <summary>Whether the header has all its fields, each of 1 to 64 characters.</summary>
    public bool HasCompleteHeader => Array.TrueForAll(
        ["autorisatiesleutel", "klantcode", "klantnaam"], naam => Header(naam) is { Length: >= 1 and <= 64 });

    /// <summary>Reads a message, or says why it cannot be read.</summary>
    public static (UwlrVerzoek? Verzoek, UwlrFout? Fout) Read(Stream stream)
    {
        XDocument document;
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
            using var reader = XmlReader.Create(stream, settings);
            document = XDocument.Load(reader);
        }
        catch (XmlException)
        {
            return (null, UwlrFout.OngeldigBericht("het is geen welgevormde XML."));
        }

        if (document.Root?.Name != Soap + "Envelope" || document.Root.Element(Soap + "Body") is not { } body)
        {
            return (null, UwlrFout.OngeldigBericht("het is geen SOAP 1.1-bericht."));
        }

        var verzoek = body.Elements().FirstOrDefault();
        if (verzoek?.Name != Lg + "leerlinggegevens_verzoek")
        {
            return (null, UwlrFout.OngeldigBericht("leerlinggegevens_verzoek ontbreekt."));
        }

        var autorisatie = document.Root.Element(Soap + "Header")?.Element(Aut + "autorisatie")?.Elements()
            .Where(e => e.Name.Namespace == Aut)
            .GroupBy(e => e.Name.LocalName, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        var velden = verzoek.Elements().Select(e => KeyValuePair.Create(
            e.Name.Namespace == Lg ? e.Name.LocalName : e.Name.ToString(), e.Value));
        return (new UwlrVerzoek(autorisatie, [.. velden]), null);
    }

    /// <summary>What is wrong with the fields, in the words of the schema; null when nothing is.</summary>
    public string? FindFieldFault()
    {
        var plaatsen = Velden.Select(v => Array.IndexOf(Volgorde, v.Key)).ToList();
        if (plaatsen.Contains(-1))
        {
            return "er is een onbekend veld.";
        }

        if (plaatsen.Zip(plaatsen.Skip(1)).Any(p => p.First >= p.Second))
        {
            return "de volgorde van de velden klopt niet.";
        }

        return this switch
        {
            _ when !SchooljaarForm.IsMatch(Veld("schooljaar") ?? "") => "schooljaar.",
            _ when (Veld("brincode") is null) == (Veld("schoolkey") is null) => "brincode of schoolkey.",
            _ when Veld("brincode") is { } brin && !BrinForm.IsMatch(brin) => "brincode.",
            _ when Veld("dependancecode") is { } code && (Veld("brincode") is null || !TweeCijfers.IsMatch(code)) =>
                "dependancecode.",
            _ when Veld("schoolkey") is { Length: 0 or > 256 } => "schoolkey.",
            _ when Veld("xsdversie") is not { Length: >= 1 and <= 32 } => "xsdversie.",
            _ when Veld("gegevenssetid") is { Length: 0 or > 64 } => "gegevenssetid.",
            _ when Veld("laatstontvangengegevens") is { } moment && !IsDateTime(moment) => "laatstontvangengegevens.",
            _ => null,
        };
    }

    private static bool IsDateTime(string text) =>
        DateTimeForm.IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static readonly Regex SchooljaarForm = new(@"^[12]\p{Nd}{3}-[12]\p{Nd}{3}$", RegexOptions.NonBacktracking);

    private static readonly Regex BrinForm = new(@"^\p{Nd}{2}\p{Lu}{2}$", RegexOptions.NonBacktracking);

    private static readonly Regex TweeCijfers = new(@"^\p{Nd}{2}$", RegexOptions.NonBacktracking);

    private static readonly Regex DateTimeForm = new(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", RegexOptions.NonBacktracking);
}
