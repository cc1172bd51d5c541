using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Opleidingen;

/// <summary>Shows opleidingen and what codes mean.</summary>
internal static class OpleidingRendering
{
    /// <summary>Opleidingen, one a line.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<Opleiding> opleidingen)
    {
        var table = new TextTable(
            new("code"), new("naam", Shrinkable: true), new("sector"), new("leerjaren"), new("taal"), new("rekenen"));
        foreach (var opleiding in opleidingen)
        {
            table.Add(
                opleiding.Code, opleiding.Naam, opleiding.Sector.ToString().ToUpperInvariant(),
                string.Join(' ', opleiding.Leerjaren), Of(opleiding.Taal), Of(opleiding.Rekenen));
        }

        table.Write(console);
    }

    /// <summary>Codes without a doelgroep, one a line.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<OnbekendeOpleidingscode> codes)
    {
        if (codes.Count == 0)
        {
            Plain.Write(console, "Every code gives a doelgroep.");
            return;
        }

        var table = new TextTable(
            new("code"), new("leerlingen", Right: true), new("reden"), new("voorstel", Shrinkable: true),
            new("zekerheid"), new("leerjaren"), new("klassen", Shrinkable: true));
        foreach (var code in codes)
        {
            table.Add(
                code.Opleidingscode, Words.Of(code.AantalLeerlingen), Of(code.Reden), SuggestionOf(code),
                Of(code.Zekerheid), string.Join(' ', code.Leerjaren), string.Join(' ', code.Klassen));
        }

        table.Write(console);
        foreach (var family in Families(codes))
        {
            Plain.Write(console, $"Siblings: {family}.");
        }

        Plain.Write(
            console,
            "Settle one with `numo opleiding set --school SCHOOL CODE OPLEIDING`; with --siblings its siblings too.");
    }

    /// <summary>What a code means.</summary>
    public static void Write(IAnsiConsole console, TranslateOpleidingscodeResponse answer)
    {
        Details.Write(
            console,
            ("opleiding", answer.Opleiding is { } opleiding ? $"{opleiding.Code} ({opleiding.Naam})" : "onbekend"),
            ("regel", Of(answer.Regel)),
            ("zekerheid", Of(answer.Zekerheid)),
            ("leerjaar", answer.Leerjaar == 0 ? "" : Words.Of(answer.Leerjaar)),
            ("leerjaaruitkomst", Of(answer.Leerjaaruitkomst)),
            ("leerjaren", string.Join(' ', answer.Leerjaren)),
            ("alternatieven", string.Join(", ", answer.Alternatieven.Select(o => o.Code))));
        Plain.Write(console, answer.Uitleg);
    }

    /// <summary>What was settled, and what may be settled like it.</summary>
    public static void Write(IAnsiConsole console, SetVertalingResponse answer)
    {
        Write(console, answer.Vertaling);
        if (answer.VerwanteVertalingen.Count > 0)
        {
            Plain.Write(console, $"With it: {Join(answer.VerwanteVertalingen.Select(v => v.Opleidingscode))}.");
        }

        if (answer.VerwanteCodes.Count > 0)
        {
            Plain.Write(
                console,
                $"Also {answer.Vertaling.Opleiding}? {Join(answer.VerwanteCodes.Select(c => c.Opleidingscode))}. "
                    + "Settle them too by the same command with --siblings, or some of them with --also CODE.");
        }
    }

    /// <summary>What a school has settled.</summary>
    public static void Write(IAnsiConsole console, Vertaling vertaling) => Details.Write(
        console,
        ("code", vertaling.Opleidingscode),
        ("opleiding", $"{vertaling.Opleiding} ({vertaling.OpleidingNaam})"),
        ("vanaf", vertaling.SchooljaarVanaf),
        ("tot", vertaling.SchooljaarTot),
        ("door", vertaling.Door));

    /// <summary>How a school writes its codes.</summary>
    public static void Write(IAnsiConsole console, Vertaalinstelling instelling) => Details.Write(
        console, ("locatiecijfer", instelling.Locatiecijfer ? "ja" : "nee"));

    // Each family once, by its first code.
    private static IEnumerable<string> Families(IReadOnlyCollection<OnbekendeOpleidingscode> codes)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in codes.Where(c => c.VerwanteCodes.Count > 0 && !named.Contains(c.Opleidingscode)))
        {
            named.UnionWith(code.VerwanteCodes);
            yield return Join(code.VerwanteCodes.Prepend(code.Opleidingscode));
        }
    }

    private static string Join(IEnumerable<string> codes) => string.Join(", ", codes);

    private static string SuggestionOf(OnbekendeOpleidingscode code) => (code.Opleiding?.Code, code.Regel) switch
    {
        (null, _) => string.Join(" of ", code.Alternatieven.Select(o => o.Code)),
        (var opleiding, Vertaalregel.Verwant) => $"{opleiding} (as {code.VerwanteCode})",
        (var opleiding, Vertaalregel.AndereScholen) => $"{opleiding} ({Words.Of(code.AantalScholen)} schools)",
        var (opleiding, _) => opleiding,
    };

    private static string Of(Referentieniveau niveau) =>
        niveau == Referentieniveau.Unspecified ? "" : $"{Words.Of((int)niveau)}F";

    private static string Of(Zekerheid zekerheid) =>
        zekerheid == Zekerheid.Unspecified ? "onbekend" : zekerheid.ToString().ToLowerInvariant();

    private static string Of(Vertaalregel regel) => regel switch
    {
        Vertaalregel.Unspecified => "geen",
        Vertaalregel.AndereScholen => "andere scholen",
        _ => regel.ToString().ToLowerInvariant(),
    };

    private static string Of(Onbekendreden reden) => reden switch
    {
        Onbekendreden.Voorstel => "voorstel wacht",
        Onbekendreden.LeerjaarOngeldig => "leerjaar ongeldig",
        Onbekendreden.LeerjaarOntbreekt => "leerjaar ontbreekt",
        _ => "onbekend",
    };

    private static string Of(Leerjaaruitkomst uitkomst) => uitkomst switch
    {
        Leerjaaruitkomst.Past => "past",
        Leerjaaruitkomst.WijktAfVanCode => "wijkt af van de code",
        Leerjaaruitkomst.Ontbreekt => "ontbreekt",
        _ => "ongeldig",
    };
}
