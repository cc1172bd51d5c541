using System.Globalization;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>Shows runs: how far, how many, what stands in the way.</summary>
internal static class ImportRendering
{
    /// <summary>A whole run.</summary>
    public static void Write(IAnsiConsole console, ImportRun run)
    {
        Details.Write(
            console,
            ("run", run.Id),
            ("state", Words.Of(run.State)),
            ("schooljaar", run.Schooljaar),
            ("plan hash", run.PlanHash),
            ("aangevraagd", Words.Of(run.CreateTime)),
            ("vergeleken", Words.Of(run.VergelekenTime)),
            ("vrijgegeven", Words.Of(run.VrijgegevenTime)),
            ("beëindigd", Words.Of(run.EndTime)),
            ("toegepast", Applied(run)),
            ("volgende stap bij", run.Actiehouder is Actiehouder.Unspecified ? "" : Words.Of(run.Actiehouder)));
        if (run.PlanHash.Length > 0)
        {
            WriteTotals(console, run);
        }

        WriteJoin(console, run.Koppelrapport);
        WriteMeldingen(console, "rem", "red", run.Remmen);
        WriteMeldingen(console, "let op", "yellow", run.Waarschuwingen);
        if (run.Fout is { } fout)
        {
            WriteMelding(console, "fout", "red", fout.Code, fout.Tekst);
        }
    }

    /// <summary>What a run did, in short.</summary>
    public static void WriteOutcome(IAnsiConsole console, ImportRun run) => Details.Write(
        console,
        ("run", run.Id),
        ("state", Words.Of(run.State)),
        ("plan hash", run.PlanHash),
        ("toegepast", Applied(run)),
        ("beëindigd", Words.Of(run.EndTime)));

    private static string Applied(ImportRun run) => run.State == ImportState.Toegepast
        ? $"{run.ToegepastePersonen} personen: {string.Join(", ", run.ToegepasteSoorten.Select(Words.Of))}"
        : "";

    /// <summary>Totals per kind.</summary>
    public static void WriteTotals(IAnsiConsole console, ImportRun run)
    {
        var leerlingen = run.Leerlingen ?? new Tellingen();
        var docenten = run.Docenten ?? new Tellingen();
        var table = new TextTable(
            new("soort"), new("leerlingen", Right: true), new("docenten", Right: true), new("groepen", Right: true));
        AddRow("nieuw", t => t.Nieuw, Words.Of(run.GroepenNieuw));
        AddRow("bijwerken", t => t.Bijwerken, Words.Of(run.GroepenBijwerken));
        AddRow("heractiveren", t => t.Heractiveren, "");
        AddRow("archiveren", t => t.Archiveren, Words.Of(run.GroepenArchiveren));
        AddRow("ongewijzigd", t => t.Ongewijzigd, "");
        AddRow("conflict", t => t.Conflict, "");
        AddRow("afgekeurd", t => t.Afgekeurd, "");
        table.Write(console);

        void AddRow(string soort, Func<Tellingen, int> number, string groepen) =>
            table.Add(soort, Words.Of(number(leerlingen)), Words.Of(number(docenten)), groepen);
    }

    /// <summary>How the two sources were joined.</summary>
    public static void WriteJoin(IAnsiConsole console, Koppelrapport? rapport)
    {
        if (rapport is null || rapport.Kolommen.Count == 0)
        {
            return;
        }

        var table = new TextTable(
            new("koppelkolom", Shrinkable: true), new("treffers", Right: true), new("aandeel", Right: true),
            new("gekozen"));
        foreach (var kolom in rapport.Kolommen)
        {
            var aandeel = string.Create(CultureInfo.InvariantCulture, $"{100 * kolom.Aandeel:0.0} %");
            table.Add(kolom.Naam, Words.Of(kolom.Treffers), aandeel, kolom.Gekozen ? "ja" : "");
        }

        table.Write(console);
        Plain.Write(
            console,
            $"  {rapport.Leerlingen} leerlingen from UWLR ({rapport.LeerlingenZonderRegel} without a row), "
                + $"{rapport.Regels} rows from the web service ({rapport.RegelsZonderLeerling} without a leerling).");
    }

    /// <summary>Runs, one a line.</summary>
    public static void WriteHistory(IAnsiConsole console, IReadOnlyCollection<ImportRun> runs)
    {
        if (runs.Count == 0)
        {
            console.WriteLine("No imports yet. `numo import preview` makes the first.");
            return;
        }

        var table = new TextTable(
            new("aangevraagd"), new("state"), new("+", Right: true), new("~", Right: true), new("-", Right: true),
            new("run"), new("fout", Shrinkable: true));
        foreach (var run in runs)
        {
            table.Add(
                Words.Of(run.CreateTime),
                Words.Of(run.State),
                Words.Of(Count(run, t => t.Nieuw + t.Heractiveren)),
                Words.Of(Count(run, t => t.Bijwerken)),
                Words.Of(Count(run, t => t.Archiveren)),
                run.Id,
                run.Fout?.Code ?? "");
        }

        table.Write(console);
        Plain.Write(console, "  + nieuw or heractiveren, ~ bijwerken, - archiveren; leerlingen and docenten together.");
    }

    /// <summary>Leerlingen and docenten together.</summary>
    public static int Count(ImportRun run, Func<Tellingen, int> number) =>
        (run.Leerlingen is null ? 0 : number(run.Leerlingen)) + (run.Docenten is null ? 0 : number(run.Docenten));

    /// <summary>How many persons the run would change.</summary>
    public static int CountChanges(ImportRun run) =>
        Count(run, t => t.Nieuw + t.Bijwerken + t.Heractiveren + t.Archiveren);

    private static void WriteMeldingen(IAnsiConsole console, string kind, string color, IEnumerable<Melding> meldingen)
    {
        foreach (var melding in meldingen)
        {
            WriteMelding(console, kind, color, melding.Code, melding.Tekst);
        }
    }

    private static void WriteMelding(IAnsiConsole console, string kind, string color, string code, string tekst) =>
        console.MarkupLine(
            $"  [{color}]{kind}: {Markup.Escape(SafeText.Clean(code))}[/] {Markup.Escape(SafeText.Clean(tekst))}");
}
