using System.Diagnostics;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>
/// One process fetches; who discards talks to another one. That the work stops, and not only the run's state changes, is
/// in the log of the process that fetches.
/// </summary>
[Collection(nameof(TweeApis))]
public sealed class DiscardTests(TwoProcesses api)
{
    // It takes half a second; far less than the source would go on for, and enough for a busy machine.
    private static readonly TimeSpan FewSeconds = TimeSpan.FromSeconds(20);
    private const int Slots = 4;

    [Fact]
    public async Task A_run_that_waits_for_its_turn_stops()
    {
        // The diagnosis that connects a school takes a turn as well, so that comes first.
        var (school, _) = await api.TakeSchoolAsync();
        var running = new List<(TestSchool School, string Run)>();
        for (var i = 0; i < Slots; i++)
        {
            running.Add(await api.StartSlowAsync());
        }

        await Task.WhenAll(running.Select(r => ReachesAsync(r.School, r.Run, Importfase.Personen)));
        var waiting = await TwoProcesses.StartAsync(school);
        await ReachesAsync(school, waiting, Importfase.Wachten);

        await StopsAsync(school, waiting);

        foreach (var (other, run) in running)
        {
            await StopsAsync(other, run);
        }
    }

    [Fact]
    public async Task A_run_that_reads_people_stops_and_the_next_one_begins_at_once()
    {
        var (school, run) = await api.StartSlowAsync();
        await ReachesAsync(school, run, Importfase.Personen);

        await StopsAsync(school, run);

        var next = await TwoProcesses.StartAsync(school.Through(api.Second));
        next.Should().NotBe(run);
        await school.DiscardAsync(next);
    }

    [Fact]
    public async Task A_run_that_reads_the_list_of_the_web_service_stops()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        api.Simulator.Misbehaviour.Add(MagisterMisbehaviour.Slow, simulated.Brin, details: TwoProcesses.Slow with
        {
            PieceSize = 16,
        });
        var run = await TwoProcesses.StartAsync(school);
        await ReachesAsync(school, run, Importfase.Opleidingen);

        await StopsAsync(school, run);
    }

    [Fact]
    public async Task A_source_that_is_silent_does_not_keep_a_run_from_stopping()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        api.Simulator.Misbehaviour.Add(UwlrMisbehaviour.Slow, simulated.Brin, details: new MisbehaviourDetails
        {
            PieceSize = 512,
            Delay = TimeSpan.FromMinutes(5),
        });
        var run = await TwoProcesses.StartAsync(school);
        await ReachesAsync(school, run, Importfase.Personen);

        await StopsAsync(school, run);
    }

    private async Task StopsAsync(TestSchool school, string run)
    {
        (await school.Through(api.Second).DiscardAsync(run)).State.Should().Be(ImportState.Verworpen);
        await api.First.WaitForOutputAsync($"Import run {run} was stopped", FewSeconds);
        (await school.WatchAsync(run)).State.Should().Be(ImportState.Verworpen);
    }

    private static async Task ReachesAsync(TestSchool school, string run, Importfase fase)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!await IsInAsync(school, run, fase))
        {
            Stopwatch.GetElapsedTime(begin).Should().BeLessThan(TimeSpan.FromSeconds(30));
            await Task.Delay(50);
        }
    }

    private static async Task<bool> IsInAsync(TestSchool school, string run, Importfase fase) =>
        (await school.Import.GetImportRunAsync(new GetImportRunRequest { SchoolId = school.Id, ImportRunId = run }))
            .ImportRun.Fases.Any(f => f.Fase == fase && f.EndTime is null);
}
