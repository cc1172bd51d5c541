using Kurve.Numo.Cli.Connection;
using Kurve.Numo.V1;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>What is done to one school after the other, by a script.</summary>
internal static class LoopRun
{
    private static readonly RegelSoort[] Soorten = [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren];

    /// <summary>
    /// What somebody would do without nightly syncs: preview, watch and apply. The kinds are those that a night applies.
    /// </summary>
    public static Task<Measurement> MeasureAsync(
        SimulatorProcess simulator, PreparedFolder folder, CancellationToken ct) => MeasureAsync(
        "loop",
        async (api, school) => Describe(await SchoolCalls.ImportAsync(api, school, Soorten, ct)),
        simulator,
        folder,
        ct);

    /// <summary>
    /// What somebody would do on 1 August without an agreement: preview, watch, release the brake and apply everything.
    /// </summary>
    public static Task<Measurement> MeasureSwitchAsync(
        SimulatorProcess simulator, PreparedFolder folder, CancellationToken ct) => MeasureAsync(
        "loop",
        async (api, school) => Describe(await SchoolCalls.ImportReleasedAsync(api, school, ct)),
        simulator,
        folder,
        ct);

    /// <summary>The diagnosis alone, which is a part of each sync of a night.</summary>
    public static Task<Measurement> MeasureDiagnosisAsync(
        SimulatorProcess simulator, PreparedFolder folder, CancellationToken ct) => MeasureAsync(
        "loop of diagnoses",
        async (api, school) => $"{await SchoolCalls.DiagnoseAsync(api, school, ct)} checks",
        simulator,
        folder,
        ct);

    private static async Task<Measurement> MeasureAsync(
        string way,
        Func<ApiConnection, string, Task<string>> work,
        SimulatorProcess simulator,
        PreparedFolder folder,
        CancellationToken ct)
    {
        var file = await folder.CopyAsync(ct);
        var database = new NightDatabase(file);
        var before = await database.CountAppliedAsync(PreparedFolder.Subject);
        await using var api = await ApiServer.StartAsync(simulator, folder, file, [], ct);
        var schools = await ListSchoolsAsync(api, ct);
        var outcomes = new List<string>();
        var meter = new Meter(api, simulator);
        foreach (var school in schools)
        {
            meter.Pass(outcomes.Count);
            outcomes.Add(await work(api.Connection, school));
        }

        var applied = await database.CountAppliedAsync(PreparedFolder.Subject) - before;
        var measurement = meter.End(way, applied, SwitchSurvey.Count(outcomes));
        return folder.IsSwitch
            ? await SwitchSurvey.AddAsync(measurement, api.Connection, ct)
            : measurement;
    }

    private static string Describe(ImportRun run) => string.Join(
        ' ', [$"{run.State}".ToUpperInvariant(), .. run.Remmen.Select(r => $"({r.Code})")]);

    private static async Task<List<string>> ListSchoolsAsync(ApiServer api, CancellationToken ct)
    {
        var schools = new List<string>();
        var request = new ListScholenRequest { PageSize = 500 };
        do
        {
            var page = await api.Connection.Scholen.ListScholenAsync(request, cancellationToken: ct);
            schools.AddRange(page.Scholen.Select(s => s.Id));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return schools;
    }
}
