using Kurve.Numo.Simulator;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>As <see cref="EndToEnd"/>, with an API that syncs and whose window is half a day away.</summary>
public sealed class SyncingApi : EndToEnd
{
    internal override (string Name, string Value)[] Settings { get; } =
    [
        ("Numo:Sync:Actief", "true"),
        ("Numo:Sync:Venster", Syncs.Window(TimeSpan.FromHours(12), TimeSpan.FromHours(1))),
        ("Numo:Sync:Uitloop", "00:00:00"),
        ("Numo:Sync:Bijwerken", "00:00:00.200"),
    ];

    /// <summary>A school whose people somebody has imported.</summary>
    internal async Task<(TestSchool School, SimulatedSchool Simulated)> TakeImportedAsync()
    {
        var (school, simulated) = await TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        return (school, simulated);
    }
}
