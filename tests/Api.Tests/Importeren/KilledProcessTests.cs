using System.Diagnostics;
using Grpc.Core;
using Kurve.Numo.Infrastructure.Tests.Shared;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

public sealed class KilledProcessTests
{
    private const int Pupils = 3_000;

    /// <summary>An apply that was faster than expected is no kill, and costs a school.</summary>
    private const int Schools = 60;

    [Fact]
    public Task Killing_the_process_in_the_middle_of_an_apply_leaves_the_old_state_or_the_new_one() => KillAsync(4);

    [LangFact]
    [Trait("Duur", "lang")]
    public Task Killing_the_process_at_thirty_moments_of_an_apply_leaves_the_old_state_or_the_new_one() => KillAsync(30);

    private static async Task KillAsync(int moments)
    {
        var options = new SimulatorOptions { Pupils = Pupils, Schools = Schools, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(simulator);
        var scholen = new Queue<SimulatedSchool>(simulator.Scholen);
        var (school, run) = await PreviewNextAsync(api, scholen);
        var duration = await ApplyAsync(school, run);

        (school, run) = await PreviewNextAsync(api, scholen);
        for (var moment = 0; moment < moments; moment++)
        {
            while (await ApplyFirstAsync(school, run, duration * moment / moments) is { } shorter)
            {
                duration = shorter;
                (school, run) = await PreviewNextAsync(api, scholen);
            }

            await api.KillAsync();
            await api.StartAsync();
            school = school.Reconnect();
            await CheckStateAsync(school, run, moment);
            var next = await school.PreviewAsync();
            (next.Leerlingen.Nieuw + next.Leerlingen.Ongewijzigd).Should().Be(Pupils, "moment {0}", moment);
            next.Leerlingen.Bijwerken.Should().Be(0, "memberships are all there or not at all");
            (school, run) = next.Leerlingen.Nieuw > 0 ? (school, next) : await PreviewNextAsync(api, scholen);
        }

        await ApplyAsync(school, run);
        (await school.CountLeerlingenAsync()).Should().Be(Pupils);
    }

    /// <summary>The data and the run that was being applied tell the same story.</summary>
    private static async Task CheckStateAsync(TestSchool school, ImportRun run, int moment)
    {
        var applied = await school.StateOfAsync(run) == ImportState.Toegepast;
        (await school.StateOfAsync(run)).Should().Be(applied ? ImportState.Toegepast : ImportState.Vergeleken);
        (await school.CountLeerlingenAsync()).Should().Be(applied ? Pupils : 0, "moment {0}", moment);
        (await school.CountDocentenAsync()).Should().Be(applied ? run.Docenten.Nieuw : 0, "moment {0}", moment);
    }

    private static async Task<(TestSchool School, ImportRun Run)> PreviewNextAsync(
        ApiProcess api, Queue<SimulatedSchool> scholen)
    {
        var school = await TestSchool.ConnectAsync(api, scholen.Dequeue());
        var run = await school.PreviewAsync();
        run.Leerlingen.Nieuw.Should().Be(Pupils);
        return (school, run);
    }

    /// <summary>Begins to apply, and waits a while; how long it took if it was done before that.</summary>
    private static async Task<TimeSpan?> ApplyFirstAsync(TestSchool school, ImportRun run, TimeSpan wait)
    {
        var apply = ApplyAsync(school, run);
        if (await Task.WhenAny(apply, Task.Delay(wait)) == apply)
        {
            return await apply;
        }

        _ = apply.ContinueWith(task => task.Exception, TaskScheduler.Default);
        return null;
    }

    private static async Task<TimeSpan> ApplyAsync(TestSchool school, ImportRun run)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            (await school.ApplyAsync(run)).State.Should().Be(ImportState.Toegepast);
        }
        catch (RpcException e) when (
            e.StatusCode is StatusCode.Unavailable or StatusCode.Cancelled or StatusCode.Internal)
        {
            // The process was gone before it could answer.
        }

        return Stopwatch.GetElapsedTime(start);
    }
}
