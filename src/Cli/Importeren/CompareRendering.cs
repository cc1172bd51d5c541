using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Shows what differs between two runs.</summary>
internal static class CompareRendering
{
    /// <summary>The totals, then each difference.</summary>
    public static void Write(IAnsiConsole console, CompareImportRunsResponse answer)
    {
        var (run, vorige) = (answer.ImportRun, answer.VorigeImportRun);
        Plain.Write(
            console,
            $"Since run {vorige.Id} ({Words.Of(vorige.State)}, {Words.Of(vorige.CreateTime)}): "
                + $"{answer.AantalErbij} new, {answer.AantalAnders} other, {answer.AantalEraf} gone, "
                + $"{answer.AantalGelijk} the same.");
        WriteTotals(console, run, vorige);
        if (answer.Verschillen.Count == 0)
        {
            return;
        }

        var table = new TextTable(
            new("what"), new("row", Right: true), new("person"), new("kind"), new("name", Shrinkable: true, Last: true),
            new("was", Shrinkable: true), new("is", Shrinkable: true));
        foreach (var verschil in answer.Verschillen)
        {
            var regel = verschil.Regel ?? verschil.VorigeRegel;
            table.Add(
                WordOf(verschil.Soort),
                Words.Of(regel.Nummer),
                Words.Of(regel.Persoon),
                Words.Of(regel.Soort),
                regel.Naam,
                What(verschil.VorigeRegel),
                What(verschil.Regel));
        }

        table.Write(console);
        if (answer.NextPageToken.Length > 0)
        {
            Plain.Write(console, "There are more differences; --all shows them.");
        }
    }

    private static void WriteTotals(IAnsiConsole console, ImportRun run, ImportRun vorige)
    {
        var table = new TextTable(new("kind"), new("was", Right: true), new("is", Right: true));
        Add("nieuw", t => t.Nieuw);
        Add("bijwerken", t => t.Bijwerken);
        Add("heractiveren", t => t.Heractiveren);
        Add("archiveren", t => t.Archiveren);
        Add("ongewijzigd", t => t.Ongewijzigd);
        Add("conflict", t => t.Conflict);
        Add("afgekeurd", t => t.Afgekeurd);
        Add("aangehouden", t => t.Aangehouden);
        table.Write(console);

        void Add(string soort, Func<Tellingen, int> number) => table.Add(
            soort,
            Words.Of(ImportRendering.Count(vorige, number)),
            Words.Of(ImportRendering.Count(run, number)));
    }

    private static string WordOf(Verschilsoort soort) => soort switch
    {
        Verschilsoort.Erbij => "new",
        Verschilsoort.Anders => "other",
        _ => "gone",
    };

    private static string What(ImportRegel? regel) => regel is null
        ? ""
        : string.Join(": ", new[] { Words.Of(regel.Soort), RegelRendering.What(regel) }.Where(t => t.Length > 0));
}
