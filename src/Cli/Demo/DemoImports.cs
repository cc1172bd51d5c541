using Kurve.Numo.Cli.Commands;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Demo;

/// <summary>The imports of the demo.</summary>
internal sealed class DemoImports(ImportService.ImportServiceClient api, RunFollower follower, IAnsiConsole console)
{
    private const int ShownRows = 20;

    /// <summary>Makes a preview and shows it.</summary>
    public async Task<ImportRun> PreviewAsync(School school, CancellationToken ct)
    {
        var request = new PreviewImportRequest { SchoolId = school.Id, RequestId = RequestId.New() };
        var started = await api.PreviewImportAsync(request, cancellationToken: ct);
        var run = await follower.FollowAsync(started.ImportRun, ct);
        ImportRendering.Write(console, run);
        return run.State is ImportState.Vergeleken or ImportState.Wachtend
            ? run
            : throw new RefusedException(RunAdvice.WhyNotReady(run));
    }

    /// <summary>Makes a preview that must find nothing to do.</summary>
    public async Task<ImportRun> PreviewNothingAsync(School school, CancellationToken ct)
    {
        var run = await PreviewAsync(school, ct);
        if (ImportRendering.CountChanges(run) > 0)
        {
            await WriteRowsAsync(run, ct);
            throw new RefusedException(
                "The preview should find nothing to do, but finds "
                    + Words.Count(ImportRendering.CountChanges(run), "change.", "changes."));
        }

        return run;
    }

    /// <summary>Shows the first rows that change something.</summary>
    /// <returns>The numbers of all of them.</returns>
    public async Task<IReadOnlyList<int>> WriteRowsAsync(ImportRun run, CancellationToken ct)
    {
        var request = new ListImportRegelsRequest
        {
            SchoolId = run.SchoolId,
            ImportRunId = run.Id,
            Soorten = { Arguments.Applicable },
        };
        var rows = await api.ReadRegelsAsync(request, all: true, ct);
        RegelRendering.Write(console, [.. rows.Regels.Take(ShownRows)]);
        if (rows.Regels.Count > ShownRows)
        {
            Plain.Write(console, $"  and {Words.Count(rows.Regels.Count - ShownRows, "more row", "more rows")}");
        }

        return [.. rows.Regels.Select(r => r.Nummer)];
    }

    /// <summary>Applies a preview, after releasing its brake when that is on.</summary>
    /// <param name="run">The preview.</param>
    /// <param name="rows">Only these rows; none means all.</param>
    /// <param name="ct">Stops.</param>
    public async Task<ImportRun> ApplyAsync(ImportRun run, IReadOnlyCollection<int> rows, CancellationToken ct)
    {
        if (run.State == ImportState.Wachtend)
        {
            Plain.Write(console, "  The brake is on; the demo releases it for this plan.");
            var release = new ReleaseBrakeRequest
            {
                SchoolId = run.SchoolId,
                ImportRunId = run.Id,
                PlanHash = run.PlanHash,
                RequestId = RequestId.New(),
            };
            await api.ReleaseBrakeAsync(release, cancellationToken: ct);
        }

        var request = new ApplyImportRequest
        {
            SchoolId = run.SchoolId,
            ImportRunId = run.Id,
            PlanHash = run.PlanHash,
            Regels = { rows },
            RequestId = RequestId.New(),
        };
        var answer = await api.ApplyImportAsync(request, cancellationToken: ct);
        ImportRendering.WriteOutcome(console, answer.ImportRun);
        return answer.ImportRun;
    }
}
