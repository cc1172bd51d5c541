using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Shows the first rows of a preview, kind by kind, those that a person must look at before the others.</summary>
/// <param name="imports">The API.</param>
/// <param name="show">The command that shows a run, to the run's id.</param>
internal sealed class PreviewRows(ImportService.ImportServiceClient imports, string show)
{
    private const int First = 10;

    private static readonly (string Heading, Func<Tellingen, int> Number, RegelSoort[] Soorten)[] Groups =
    [
        ("In conflict", t => t.Conflict, [RegelSoort.Conflict]),
        ("Rejected", t => t.Afgekeurd, [RegelSoort.Afgekeurd]),
        ("Would leave", t => t.Archiveren, [RegelSoort.Archiveren]),
        ("Held", t => t.Aangehouden, [RegelSoort.Aangehouden]),
        (
            "Would come, come back or change", t => t.Nieuw + t.Heractiveren + t.Bijwerken,
            [RegelSoort.Nieuw, RegelSoort.Heractiveren, RegelSoort.Bijwerken]),
    ];

    /// <summary>Writes them, and how to see more of each kind.</summary>
    public async Task WriteAsync(IAnsiConsole console, ImportRun run, CancellationToken ct)
    {
        foreach (var (heading, number, soorten) in Groups)
        {
            if (ImportRendering.Count(run, number) is > 0 and var count)
            {
                var rows = await ReadAsync(run, soorten, ct);
                console.Write(new Text(Taal.Of($"{heading}: {Words.Of(count)}"), new Style(decoration: Decoration.Bold)));
                console.WriteLine();
                RegelRendering.Write(console, rows);
                if (count > rows.Count)
                {
                    var names = string.Join(',', soorten.Select(Words.Of));
                    Plain.Write(console, $"  {Words.Of(count - rows.Count)} more: {show} --soort {names} --all");
                }
            }
        }
    }

    private async Task<IReadOnlyCollection<ImportRegel>> ReadAsync(
        ImportRun run, RegelSoort[] soorten, CancellationToken ct)
    {
        var request = new ListImportRegelsRequest
        {
            SchoolId = run.SchoolId,
            ImportRunId = run.Id,
            Soorten = { soorten },
            PageSize = First,
        };
        return (await imports.ListImportRegelsAsync(request, cancellationToken: ct)).Regels;
    }
}
