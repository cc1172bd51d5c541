using Grpc.Core;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.V1;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>What a script does with one school.</summary>
internal static class SchoolCalls
{
    /// <summary>Diagnoses the koppeling; how many checks that took.</summary>
    public static async Task<int> DiagnoseAsync(ApiConnection api, string school, CancellationToken ct)
    {
        using var test = api.Koppelingen.TestKoppeling(
            new TestKoppelingRequest { SchoolId = school }, cancellationToken: ct);
        return await test.ResponseStream.ReadAllAsync(ct).CountAsync(answer => answer.Koppeling is null, ct);
    }

    /// <summary>Previews a school, follows that, and applies it.</summary>
    /// <param name="api">The way in.</param>
    /// <param name="school">Its id.</param>
    /// <param name="soorten">What to apply; none means everything.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<ImportState> ImportAsync(
        ApiConnection api, string school, IEnumerable<RegelSoort> soorten, CancellationToken ct)
    {
        var started = await api.Imports.PreviewImportAsync(
            new PreviewImportRequest { SchoolId = school }, cancellationToken: ct);
        using var watch = api.Imports.WatchImportRun(
            new WatchImportRunRequest { SchoolId = school, ImportRunId = started.ImportRun.Id }, cancellationToken: ct);
        var run = (await watch.ResponseStream.ReadAllAsync(ct).LastAsync(ct)).ImportRun;
        if (run.State != ImportState.Vergeleken)
        {
            return run.State;
        }

        var applied = await api.Imports.ApplyImportAsync(
            new ApplyImportRequest
            {
                SchoolId = school,
                ImportRunId = run.Id,
                PlanHash = run.PlanHash,
                Soorten = { soorten },
            },
            cancellationToken: ct);
        return applied.ImportRun.State;
    }
}
