using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren.Runs;

public sealed class ManySchoolsTests
{
    private const int Schools = 32;
    private const int Pupils = 60;

    [Fact]
    public async Task Of_32_schools_at_once_all_are_done()
    {
        var options = new SimulatorOptions { Pupils = Pupils, Schools = Schools, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(simulator);
        await using var second = await api.StartBesideAsync(simulator);
        var scholen = await Task.WhenAll(simulator.Scholen.Select(s => TestSchool.ConnectAsync(api, s)));

        var applied = await Task.WhenAll(scholen.Select(async (school, index) =>
        {
            var asked = index % 2 == 0 ? school : school.Through(second);
            return await asked.ApplyAsync(await asked.PreviewAsync(), Guid.NewGuid().ToString());
        }));
        var counts = await Task.WhenAll(scholen.Select(school => school.CountLeerlingenAsync()));

        applied.Should().HaveCount(Schools).And.OnlyContain(run => run.State == ImportState.Toegepast);
        counts.Should().OnlyContain(count => count == Pupils);
    }
}
