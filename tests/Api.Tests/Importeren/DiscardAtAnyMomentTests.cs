using System.Diagnostics;
using Kurve.Numo.Infrastructure.Tests.Shared;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>
/// A school so large that joining, comparing and storing take a while, discarded by another process at moments all over
/// its run.
/// </summary>
public sealed class DiscardAtAnyMomentTests
{
    private const int Pupils = 5_000;
    private static readonly TimeSpan FewSeconds = TimeSpan.FromSeconds(5);

    [Fact]
    public Task Discarding_at_any_moment_stops_the_run_and_leaves_nothing_of_its_plan() => DiscardAsync(5);

    [LangFact]
    [Trait("Duur", "lang")]
    public Task Discarding_at_fifty_moments_stops_the_run_and_leaves_nothing_of_its_plan() => DiscardAsync(50);

    private static async Task DiscardAsync(int moments)
    {
        var options = new SimulatorOptions { Pupils = Pupils, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        await using var first = await ApiProcess.StartAsync(simulator);
        await using var second = await first.StartBesideAsync(simulator);
        var school = await TestSchool.ConnectAsync(first, simulator.Scholen[0]);
        var elsewhere = school.Through(second);
        var begin = Stopwatch.GetTimestamp();
        var whole = await school.PreviewAsync();
        var duration = Stopwatch.GetElapsedTime(begin);
        whole.Leerlingen.Nieuw.Should().Be(Pupils);

        for (var moment = 1; moment <= moments; moment++)
        {
            var run = await TwoProcesses.StartAsync(school);
            await Task.Delay(duration * moment / (moments + 1));
            begin = Stopwatch.GetTimestamp();

            var discarded = await elsewhere.DiscardAsync(run);

            discarded.State.Should().Be(ImportState.Verworpen, "moment {0}", moment);
            (await school.WatchAsync(run)).State.Should().Be(ImportState.Verworpen);
            Stopwatch.GetElapsedTime(begin).Should().BeLessThan(FewSeconds + duration, "what stores is let finish at most");
        }

        (await school.PreviewAsync()).Leerlingen.Nieuw.Should().Be(Pupils, "nothing stands in the way of another run");
    }
}
