using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

public sealed class WindowTests
{
    [Fact]
    public async Task A_school_that_was_planned_in_another_window_comes_in_the_new_one()
    {
        await using var simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions { Pupils = 40, Quiet = true }, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(
            simulator,
            ("Numo:Sync:Actief", "true"),
            ("Numo:Sync:Bijwerken", "00:00:00.200"),
            ("Numo:Sync:Venster", Syncs.Window(TimeSpan.FromHours(12), TimeSpan.FromHours(1))));
        var school = await TestSchool.ConnectAsync(api, simulator.Scholen[0]);
        await school.ApplyAsync(await school.PreviewAsync());

        // Done by the scheduler, so it has planned the school's night as well.
        await school.SyncAsync();
        (await school.ListRondesAsync()).Should().ContainSingle();

        await api.RestartAsync(("Numo:Sync:Venster", Syncs.Window(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1))));

        school = school.Reconnect();
        await Nachtploeg.UntilAsync(async () =>
            (await school.ListRondesAsync())[0] is { Volgnummer: 0, Uitkomst: Rondeuitkomst.NietsNieuws });
        (await school.ListRondesAsync()).Should().HaveCount(2, "newest first");
    }
}
