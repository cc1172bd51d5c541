using System.Globalization;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Shows a school's rules for its imports, and the classes when a school year changes.</summary>
internal static class BeleidRendering
{
    /// <summary>A school's rules.</summary>
    public static void Write(IAnsiConsole console, Importbeleid beleid) => Details.Write(
        console,
        ("modus", NameOf(beleid.Modus)),
        ("today", NameOf(beleid.HuidigeModus)),
        ("pauze", beleid.Pauze is { } pauze ? $"{pauze.Van} to {pauze.TotEnMet}: {pauze.Reden}" : "none"),
        ("rem above", Limit(beleid.HuidigAantal, beleid.HuidigAandeel)),
        ("afspraak", beleid.Limiet is { } limiet
            ? $"{Limit(limiet.Aantal, limiet.Aandeel)} to {limiet.TotEnMet}: {limiet.Reden}"
                + (beleid.LimietVerlopen ? " (lapsed)" : "")
            : "none"),
        ("eigenaar", beleid.Limiet?.Eigenaar ?? ""),
        ("by", beleid.Door),
        ("changed", Words.Of(beleid.UpdateTime)));

    /// <summary>The moves between classes of two school years; nothing when there are none.</summary>
    public static void Write(IAnsiConsole console, Klassentabel? tabel)
    {
        if (tabel is null || tabel.Overgangen.Count == 0)
        {
            return;
        }

        var table = new TextTable(
            new(tabel.Van, Shrinkable: true), new(tabel.Naar, Shrinkable: true), new("leerlingen", Right: true));
        foreach (var overgang in tabel.Overgangen)
        {
            table.Add(OrNone(overgang.Van), OrNone(overgang.Naar), Words.Of(overgang.Aantal));
        }

        table.Write(console);
    }

    /// <summary>A mode: <c>alleen-toevoegen</c>.</summary>
    public static string NameOf(Importmodus modus) => modus switch
    {
        Importmodus.AlleenToevoegen => "alleen-toevoegen",
        _ => modus.ToString().ToLowerInvariant(),
    };

    private static string Limit(int aantal, double aandeel) =>
        string.Create(CultureInfo.InvariantCulture, $"{aantal} and {Math.Round(100 * aandeel, 1)} %");

    private static string OrNone(string klas) => klas.Length == 0 ? "-" : klas;
}
