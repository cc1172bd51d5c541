using System.Diagnostics;
using Grpc.Core;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

public sealed class KilledProcessTests
{
    private const int Pupils = 5_000;
    private const int Moments = 10;

    [Fact]
    public async Task Killing_the_process_in_the_middle_of_an_apply_leaves_the_old_state_or_the_new_one()
    {
        // Enough schools for the case that every apply is committed before the process dies.
        var options = new SimulatorOptions { Pupils = Pupils, Schools = Moments + 2, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(simulator);
        var scholen = new Queue<SimulatedSchool>(simulator.Scholen);
        var duration = await MeasureApplyAsync(await TestSchool.ConnectAsync(api, scholen.Dequeue()));

        var interrupted = 0;
        var school = await TestSchool.ConnectAsync(api, scholen.Dequeue());
        var run = await school.PreviewAsync();
        for (var moment = 0; moment < Moments; moment++)
        {
            run.Leerlingen.Nieuw.Should().Be(Pupils);
            var apply = school.ApplyAsync(run);
            await Task.Delay(duration * moment / Moments);
            await api.KillAsync();
            interrupted += await IsInterruptedAsync(apply) ? 1 : 0;
            await api.StartAsync();

            school = school.Reconnect();
            (await school.CountLeerlingenAsync()).Should().BeOneOf([0, Pupils], "moment {0}", moment);
            run = await school.PreviewAsync();
            (run.Leerlingen.Nieuw + run.Leerlingen.Ongewijzigd).Should().Be(Pupils, "moment {0}", moment);
            run.Leerlingen.Bijwerken.Should().Be(0, "memberships are all there or not at all");
            if (run.Leerlingen.Ongewijzigd == Pupils)
            {
                school = await TestSchool.ConnectAsync(api, scholen.Dequeue());
                run = await school.PreviewAsync();
            }
        }

        interrupted.Should().BeGreaterThan(Moments / 3, "the process must die during the apply, not after it");
        (await school.ApplyAsync(run)).State.Should().Be(ImportState.Toegepast);
        (await school.CountLeerlingenAsync()).Should().Be(Pupils);
    }

    private static async Task<TimeSpan> MeasureApplyAsync(TestSchool school)
    {
        var run = await school.PreviewAsync();
        var start = Stopwatch.GetTimestamp();
        await school.ApplyAsync(run);
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<bool> IsInterruptedAsync(Task apply)
    {
        try
        {
            await apply;
            return false;
        }
        catch (RpcException)
        {
            // The process was gone before it could answer.
            return true;
        }
    }
}
