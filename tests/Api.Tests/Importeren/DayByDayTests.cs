using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

public sealed class DayByDayTests
{
    [Fact]
    public async Task A_day_later_exactly_that_days_changes_are_applied()
    {
        var options = new SimulatorOptions { Pupils = 400, Seed = 5, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(simulator);
        var school = await TestSchool.ConnectAsync(api, simulator.Scholen[0]);
        await school.ApplyAsync(await school.PreviewAsync());

        for (var day = 1; day <= 4; day++)
        {
            simulator.Day = day;
            var expected = simulator.Changes(simulator.Scholen[0], day - 1, day);
            var run = await school.PreviewAsync();
            await school.ApplyAsync(run);

            run.Leerlingen.Nieuw.Should().Be(expected.Joiners, "day {0}", day);
            run.Leerlingen.Archiveren.Should().Be(expected.Leavers);
            run.Leerlingen.Heractiveren.Should().Be(expected.Returners);
            (await school.PreviewAsync()).Leerlingen.Should().Be(new Tellingen { Ongewijzigd = expected.After });
        }
    }
}
