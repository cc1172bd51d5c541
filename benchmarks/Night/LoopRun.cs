using Kurve.Numo.V1;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>
/// What somebody would do without nightly syncs: a script that previews, watches and applies one school after the other.
/// It applies the kinds that a night applies.
/// </summary>
internal static class LoopRun
{
    private static readonly RegelSoort[] Soorten = [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren];

    /// <summary>Imports every school once.</summary>
    public static async Task<Measurement> MeasureAsync(
        SimulatorProcess simulator, PreparedFolder folder, CancellationToken ct)
    {
        var file = await folder.CopyAsync(ct);
        var database = new NightDatabase(file);
        var before = await database.CountAppliedAsync(PreparedFolder.Subject);
        await using var api = await ApiServer.StartAsync(simulator, folder, file, [], ct);
        var schools = await ListSchoolsAsync(api, ct);
        var states = new List<ImportState>();
        var meter = new Meter(api, simulator);
        foreach (var school in schools)
        {
            meter.Pass(states.Count);
            states.Add(await Importing.ImportAsync(api.Connection, school, Soorten, ct));
        }

        var outcomes = states.CountBy(s => s).Select(s => $"{s.Key.ToString().ToUpperInvariant()} {s.Value}");
        var applied = await database.CountAppliedAsync(PreparedFolder.Subject) - before;
        return meter.End("loop", applied, string.Join(", ", outcomes));
    }

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
