using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>An API that syncs, whose window is half a day away; every test takes a school of its own.</summary>
public sealed class SyncingApi : IAsyncLifetime
{
    private const int Schools = 30;
    private int _next = -1;

    internal SimulatorHost Simulator { get; private set; } = null!;

    internal ApiProcess Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var options = new SimulatorOptions { Pupils = 120, Schools = Schools, MagisterPort = 0, Quiet = true };
        Simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        Api = await ApiProcess.StartAsync(
            Simulator,
            ("Numo:Sync:Actief", "true"),
            ("Numo:Sync:Venster", Syncs.Window(TimeSpan.FromHours(12), TimeSpan.FromHours(1))),
            ("Numo:Sync:Uitloop", "00:00:00"),
            ("Numo:Sync:Bijwerken", "00:00:00.200"));
    }

    public async Task DisposeAsync()
    {
        await Api.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    internal async Task<(TestSchool School, SimulatedSchool Simulated)> TakeSchoolAsync()
    {
        var simulated = Simulator.Scholen[Interlocked.Increment(ref _next)];
        return (await TestSchool.ConnectAsync(Api, simulated), simulated);
    }

    /// <summary>A school whose people somebody has imported.</summary>
    internal async Task<(TestSchool School, SimulatedSchool Simulated)> TakeImportedAsync()
    {
        var (school, simulated) = await TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        return (school, simulated);
    }
}
