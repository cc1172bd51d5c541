using System.Globalization;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Shows runs: how far, how many, what stands in the way.</summary>
internal static class ImportRendering
{
    /// <summary>A whole run: what a person must look at first, then how many, then the rest.</summary>
    public static void Write(IAnsiConsole console, ImportRun run)
    {
        WriteAttention(console, run);
        if (run.PlanHash.Length > 0)
        {
            WriteTotals(console, run);
        }

        WriteDetails(console, run);
    }

    /// <summary>What stands in the way: brakes, conflicts, who is rejected or leaves, and warnings.</summary>
    public static void WriteAttention(IAnsiConsole console, ImportRun run)
    {
        Details.Write(
            console,
            ("run", run.Id),
            ("state", Words.Of(run.State)),
            ("next step by", run.Actiehouder is Actiehouder.Unspecified ? "" : Words.Of(run.Actiehouder)));
        if (run.Fout is { } fout)
        {
            Marked.Fail(console, $"{fout.Code}: {fout.Tekst}");
        }

        WriteMeldingen(console, "rem", Marked.Fail, run.Remmen);
        WriteNumber(console, Marked.Fail, run, t => t.Conflict, "in conflict: nothing happens to them until it is decided");
        WriteNumber(console, Marked.Fail, run, t => t.Afgekeurd, "rejected: the source has to be mended");
        WriteNumber(console, Marked.Warn, run, t => t.Archiveren, "would leave (archiveren)");
        WriteMeldingen(console, "waarschuwing", Marked.Warn, run.Waarschuwingen);
    }

    /// <summary>How the run was made, and by whom.</summary>
    public static void WriteDetails(IAnsiConsole console, ImportRun run)
    {
        WriteJoin(console, run.Koppelrapport);
        BeleidRendering.Write(console, run.Klassentabel);
        CsvRendering.Write(console, run.Csvrapport);
        Details.Write(
            console,
            ("schooljaar", run.Schooljaar),
            ("file", run.Bestandsnaam),
            ("read by", run.Kolomindeling),
            ("plan hash", run.PlanHash),
            ("requested", Words.Of(run.CreateTime)),
            ("compared", Words.Of(run.VergelekenTime)),
            ("released", Words.Of(run.VrijgegevenTime)),
            ("ended", Words.Of(run.EndTime)),
            ("applied", Applied(run)),
            ("expires", Words.Of(run.VervaltTime)),
            ("discarded because", run.Verwerping?.Tekst ?? ""),
            ("cleaned up", Words.Of(run.PlanOpgeruimdTime)),
            ("by whom", string.Join("; ", run.Handelingen.Select(HandelingRendering.Of))));
    }

    /// <summary>What a run did, in short.</summary>
    public static void WriteOutcome(IAnsiConsole console, ImportRun run) => Details.Write(
        console,
        ("run", run.Id),
        ("state", Words.Of(run.State)),
        ("plan hash", run.PlanHash),
        ("applied", Applied(run)),
        ("ended", Words.Of(run.EndTime)));

    private static string Applied(ImportRun run)
    {
        if (run.State is not (ImportState.Toegepast or ImportState.Teruggedraaid))
        {
            return "";
        }

        var persons = Words.Count(run.ToegepastePersonen, "person", "persons");
        var planned = run.ToegepasteSoorten
            .Select(soort => (Soort: soort, Number: Count(run, tellingen => Planned(tellingen, soort))))
            .Where(kind => kind.Number > 0)
            .ToList();
        if (planned.Count == 0)
        {
            return persons;
        }

        // Of chosen rows the API tells their kinds, not how many of each.
        return planned.Sum(kind => kind.Number) == run.ToegepastePersonen
            ? $"{persons}: {string.Join(", ", planned.Select(kind => $"{kind.Number} {Words.Of(kind.Soort)}"))}"
            : $"{persons}, chosen from {string.Join(", ", planned.Select(kind => Words.Of(kind.Soort)))}";
    }

    private static int Planned(Tellingen tellingen, RegelSoort soort) => soort switch
    {
        RegelSoort.Nieuw => tellingen.Nieuw,
        RegelSoort.Bijwerken => tellingen.Bijwerken,
        RegelSoort.Heractiveren => tellingen.Heractiveren,
        RegelSoort.Archiveren => tellingen.Archiveren,
        _ => 0,
    };

    /// <summary>Totals per kind.</summary>
    public static void WriteTotals(IAnsiConsole console, ImportRun run)
    {
        var leerlingen = run.Leerlingen ?? new Tellingen();
        var docenten = run.Docenten ?? new Tellingen();
        var table = new TextTable(
            new("kind"), new("leerlingen", Right: true), new("docenten", Right: true), new("groepen", Right: true));
        AddRow("nieuw", t => t.Nieuw, Words.Of(run.GroepenNieuw));
        AddRow("bijwerken", t => t.Bijwerken, Words.Of(run.GroepenBijwerken));
        AddRow("heractiveren", t => t.Heractiveren, "");
        AddRow("archiveren", t => t.Archiveren, Words.Of(run.GroepenArchiveren));
        AddRow("ongewijzigd", t => t.Ongewijzigd, "");
        AddRow("conflict", t => t.Conflict, "");
        AddRow("afgekeurd", t => t.Afgekeurd, "");
        AddRow("aangehouden", t => t.Aangehouden, "");
        AddIfAny("of whom to another groep", t => t.NaarAndereGroep);
        AddIfAny("of whom to another vestiging", t => t.NaarAndereVestiging);
        AddIfAny("with a locked field", t => t.MetVergrendeling);
        table.Write(console);

        void AddIfAny(string what, Func<Tellingen, int> number)
        {
            if (number(leerlingen) + number(docenten) > 0)
            {
                AddRow(what, number, "");
            }
        }

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
            new("column", Shrinkable: true), new("hits", Right: true), new("share", Right: true), new("chosen"));
        foreach (var kolom in rapport.Kolommen)
        {
            var aandeel = string.Create(CultureInfo.InvariantCulture, $"{100 * kolom.Aandeel:0.0} %");
            table.Add(kolom.Naam, Words.Of(kolom.Treffers), aandeel, kolom.Gekozen ? "yes" : "");
        }

        table.Write(console);
        Plain.Write(
            console,
            $"  {Words.Count(rapport.Leerlingen, "leerling", "leerlingen")} from UWLR "
                + $"({rapport.LeerlingenZonderRegel} without a row), "
                + $"{Words.Count(rapport.Regels, "row", "rows")} from the web service "
                + $"({rapport.RegelsZonderLeerling} without a leerling).");
    }

    /// <summary>Runs, one a line.</summary>
    public static void WriteHistory(IAnsiConsole console, IReadOnlyCollection<ImportRun> runs)
    {
        if (runs.Count == 0)
        {
            Plain.Write(console, "No imports yet. `numo import preview` makes the first.");
            return;
        }

        var table = new TextTable(
            new("requested"), new("state"), new("+", Right: true), new("~", Right: true), new("-", Right: true),
            new("run"));
        foreach (var run in runs)
        {
            table.AddWithNote(
                Outcome(run),
                Words.Of(run.CreateTime),
                Words.Of(run.State),
                Words.Of(Count(run, t => t.Nieuw + t.Heractiveren)),
                Words.Of(Count(run, t => t.Bijwerken)),
                Words.Of(Count(run, t => t.Archiveren)),
                Words.ShortId(run.Id));
        }

        table.Write(console);
        Plain.Write(console, "  Of the preview: + nieuw or heractiveren, ~ bijwerken, - archiveren.");
        Plain.Write(console, "  Leerlingen and docenten together.");
    }

    private static string Outcome(ImportRun run) => run switch
    {
        { Fout: { } fout } => $"{fout.Code}: {fout.Tekst}",
        { State: ImportState.Toegepast } => $"applied: {Applied(run)}{HandelingRendering.ByWhom(run)}",
        { State: ImportState.Teruggedraaid } =>
            $"applied: {Applied(run)}; undone: {HandelingRendering.Undone(run)}{HandelingRendering.ByWhom(run)}",
        { Verwerping: { } verwerping } => $"{verwerping.Code}: {verwerping.Tekst}",
        _ => HandelingRendering.ByWhom(run).TrimStart(' ', '—'),
    };

    /// <summary>Leerlingen and docenten together.</summary>
    public static int Count(ImportRun run, Func<Tellingen, int> number) =>
        (run.Leerlingen is null ? 0 : number(run.Leerlingen)) + (run.Docenten is null ? 0 : number(run.Docenten));

    /// <summary>How many persons the run would change.</summary>
    public static int CountChanges(ImportRun run) =>
        Count(run, t => t.Nieuw + t.Bijwerken + t.Heractiveren + t.Archiveren);

    private static void WriteNumber(
        IAnsiConsole console, Action<IAnsiConsole, string> mark, ImportRun run, Func<Tellingen, int> number, string what)
    {
        if (Count(run, number) is > 0 and var count)
        {
            mark(console, $"{Words.Count(count, "person", "persons")} {what}.");
        }
    }

    private static void WriteMeldingen(
        IAnsiConsole console, string kind, Action<IAnsiConsole, string> mark, IEnumerable<Melding> meldingen)
    {
        foreach (var melding in meldingen)
        {
            mark(console, $"{kind}: {melding.Code} {melding.Tekst}");
        }
    }
}
