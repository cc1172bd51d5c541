using Grpc.Core;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

public sealed class KilledProcessTests
{
    private const int Pupils = 5_000;

    [Fact]
    public async Task Killing_the_process_in_the_middle_of_an_apply_leaves_the_old_state_or_the_new_one()
    {
        var options = new SimulatorOptions { Pupils = Pupils, Schools = 10, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(simulator);
        for (var moment = 0; moment < simulator.Scholen.Count; moment++)
        {
            var school = await TestSchool.ConnectAsync(api, simulator.Scholen[moment]);
            var run = await school.PreviewAsync();
            run.Leerlingen.Nieuw.Should().Be(Pupils);

            var apply = school.ApplyAsync(run);
            await Task.Delay(TimeSpan.FromMilliseconds(120 * moment));
            await api.KillAsync();
            await Ended(apply);
            await api.StartAsync();

            school = school.Reconnect();
            (await school.CountLeerlingenAsync()).Should().BeOneOf([0, Pupils], "moment {0}", moment);
            var next = await school.PreviewAsync();
            (next.Leerlingen.Nieuw + next.Leerlingen.Ongewijzigd).Should().Be(Pupils);
            next.Leerlingen.Bijwerken.Should().Be(0, "memberships are all there or not at all");
            (await school.ApplyAsync(next)).State.Should().Be(ImportState.Toegepast);
        }
    }

    private static async Task Ended(Task apply)
    {
        try
        {
            await apply;
        }
        catch (RpcException)
        {
            // The process was gone before it could answer.
        }
    }
}
