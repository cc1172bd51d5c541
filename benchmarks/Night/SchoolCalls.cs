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

    /// <summary>Previews a school, follows that, and applies it unless a brake is on.</summary>
    /// <param name="api">The way in.</param>
    /// <param name="school">Its id.</param>
    /// <param name="soorten">What to apply; none means everything.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<ImportRun> ImportAsync(
        ApiConnection api, string school, IEnumerable<RegelSoort> soorten, CancellationToken ct)
    {
        var run = await PreviewAsync(api, school, ct);
        return run.State == ImportState.Vergeleken ? await ApplyAsync(api, run, soorten, ct) : run;
    }

    /// <summary>The same with everything, and a brake that is on is released.</summary>
    public static async Task<ImportRun> ImportReleasedAsync(ApiConnection api, string school, CancellationToken ct) =>
        await ApplyReleasedAsync(api, await PreviewAsync(api, school, ct), ct);

    /// <summary>
    /// Prepares the next school year, releasing a brake that is on, and agrees on it with room beside what was found;
    /// the run that was applied.
    /// </summary>
    public static async Task<ImportRun> PrepareSchooljaarAsync(ApiConnection api, string school, CancellationToken ct)
    {
        var started = await api.Schooljaren.PrepareSchooljaarAsync(
            new PrepareSchooljaarRequest { SchoolId = school }, cancellationToken: ct);
        var run = await ApplyReleasedAsync(api, await FollowAsync(api, started.ImportRun, ct), ct);
        await api.Schooljaren.AgreeSchooljaarAsync(
            new AgreeSchooljaarRequest { SchoolId = school }, cancellationToken: ct);
        return run;
    }

    private static async Task<ImportRun> PreviewAsync(ApiConnection api, string school, CancellationToken ct)
    {
        var started = await api.Imports.PreviewImportAsync(
            new PreviewImportRequest { SchoolId = school }, cancellationToken: ct);
        return await FollowAsync(api, started.ImportRun, ct);
    }

    private static async Task<ImportRun> FollowAsync(ApiConnection api, ImportRun run, CancellationToken ct)
    {
        using var watch = api.Imports.WatchImportRun(
            new WatchImportRunRequest { SchoolId = run.SchoolId, ImportRunId = run.Id }, cancellationToken: ct);
        return (await watch.ResponseStream.ReadAllAsync(ct).LastAsync(ct)).ImportRun;
    }

    private static async Task<ImportRun> ApplyReleasedAsync(ApiConnection api, ImportRun run, CancellationToken ct)
    {
        if (run.State == ImportState.Wachtend)
        {
            var released = await api.Imports.ReleaseBrakeAsync(
                new ReleaseBrakeRequest { SchoolId = run.SchoolId, ImportRunId = run.Id, PlanHash = run.PlanHash },
                cancellationToken: ct);
            run = released.ImportRun;
        }

        return await ApplyAsync(api, run, [], ct);
    }

    private static async Task<ImportRun> ApplyAsync(
        ApiConnection api, ImportRun run, IEnumerable<RegelSoort> soorten, CancellationToken ct)
    {
        var applied = await api.Imports.ApplyImportAsync(
            new ApplyImportRequest
            {
                SchoolId = run.SchoolId,
                ImportRunId = run.Id,
                PlanHash = run.PlanHash,
                Soorten = { soorten },
            },
            cancellationToken: ct);
        return applied.ImportRun;
    }
}
