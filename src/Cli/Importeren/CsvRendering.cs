using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Shows what was found in a file, and saved layouts of columns.</summary>
internal static class CsvRendering
{
    /// <summary>What was found in the file of a run.</summary>
    public static void Write(IAnsiConsole console, Csvrapport? rapport)
    {
        if (rapport is null)
        {
            return;
        }

        var table = new TextTable(new("column", Shrinkable: true), new("read as"));
        foreach (var kolom in rapport.Kolommen)
        {
            table.Add(kolom.Kop, kolom.Kolom == Csvkolom.Unspecified ? "not read" : CsvWords.Of(kolom.Kolom));
        }

        table.Write(console);
        var scheiding = rapport.Scheidingsteken is "\t" ? "TAB" : rapport.Scheidingsteken;
        var vorm = rapport.Blad.Length > 0
            ? $"{rapport.Tekenset}, sheet '{rapport.Blad}'"
            : $"{rapport.Tekenset}, fields apart by {scheiding}";
        Plain.Write(
            console,
            $"  {vorm}, names of columns on line {rapport.Kopregel}, "
                + $"{Words.Count(rapport.Regels, "row", "rows")} ({rapport.OvergeslagenRegels} skipped), "
                + $"{rapport.LegeRegels} empty.");
    }

    /// <summary>A saved layout.</summary>
    public static void Write(IAnsiConsole console, Kolomindeling indeling)
    {
        Details.Write(
            console,
            ("naam", indeling.Naam),
            ("preset", CsvWords.Of(indeling.Preset)),
            ("door", indeling.Door),
            ("saved", Words.Of(indeling.UpdateTime)));
        var table = new TextTable(new("column", Shrinkable: true), new("read as"));
        foreach (var kolom in indeling.Kolommen)
        {
            table.Add(kolom.Kop, CsvWords.Of(kolom.Kolom));
        }

        table.Write(console);
    }

    /// <summary>Saved layouts, one a line.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<Kolomindeling> indelingen)
    {
        if (indelingen.Count == 0)
        {
            Plain.Write(console, "No layouts saved. `numo import indeling set` saves one.");
            return;
        }

        var table = new TextTable(
            new("naam", Shrinkable: true), new("preset"), new("columns", Right: true), new("saved"));
        foreach (var indeling in indelingen)
        {
            table.Add(
                indeling.Naam,
                CsvWords.Of(indeling.Preset),
                Words.Of(indeling.Kolommen.Count),
                Words.Of(indeling.UpdateTime));
        }

        table.Write(console);
    }
}
