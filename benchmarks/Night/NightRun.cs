using System.Globalization;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>
/// A night in which all schools are due at once, so that the machine is the limit and not the window. The window opens
/// once the scheduler knows of all schools, as it does long before a real one.
/// </summary>
internal static class NightRun
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>Syncs every school once.</summary>
    public static async Task<Measurement> MeasureAsync(
        SimulatorProcess simulator, PreparedFolder folder, int perLas, CancellationToken ct)
    {
        var file = await folder.CopyAsync(ct);
        var database = new NightDatabase(file);
        var schools = simulator.Schools.Count;
        var opens = Nederland.KlokOp(folder.Clock.Now + LeadOf(schools));
        await using var api = await ApiServer.StartAsync(simulator, folder, file, Settings(opens, perLas), ct);
        while (await database.CountPlannedAsync() < schools)
        {
            await PauseAsync(api, ct);
        }

        while (Nederland.KlokOp(folder.Clock.Now) < opens)
        {
            await PauseAsync(api, ct);
        }

        var meter = new Meter(api, simulator);
        for (var ended = 0; ended < schools; ended = await database.CountEndedAsync())
        {
            meter.Pass(ended);
            await PauseAsync(api, ct);
        }

        var measurement = meter.End(
            $"night, MaxPerLas {perLas}",
            await database.CountAppliedAsync(Syncinstellingen.Subject),
            await database.DescribeOutcomesAsync());
        return folder.IsSwitch
            ? await SwitchSurvey.AddAsync(measurement, api.Connection, ct)
            : measurement;
    }

    // Enough for the scheduler to be told of all, also on a machine with much else to do.
    private static TimeSpan LeadOf(int schools) => TimeSpan.FromSeconds(15 + (0.04 * schools));

    private static IEnumerable<(string Name, string Value)> Settings(DateTime opens, int perLas) =>
    [
        ("Numo__Sync__Actief", "true"),
        ("Numo__Sync__Venster", string.Create(
            CultureInfo.InvariantCulture, $"{opens:HH:mm:ss}-{opens.AddSeconds(1):HH:mm:ss}")),
        ("Numo__Sync__Uitloop", "12:00:00"),
        ("Numo__Sync__MaxPerLas", perLas.ToString(CultureInfo.InvariantCulture)),
    ];

    private static Task PauseAsync(ApiServer api, CancellationToken ct)
    {
        api.CheckAlive();
        return Task.Delay(BetweenLooks, ct);
    }
}
