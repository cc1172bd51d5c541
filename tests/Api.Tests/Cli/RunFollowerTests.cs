using Kurve.Numo.Cli;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class RunFollowerTests
{
    [Fact]
    public async Task A_log_gets_a_line_for_each_state_and_not_for_each_pupil()
    {
        var reading = Enumerable.Range(1, 500).Select(read => Watched(ImportState.Ophalen, read));
        var api = new FakeApi().Stream(
            "WatchImportRun", [.. reading, Watched(ImportState.Opgehaald), Watched(ImportState.Vergeleken)]);
        using var writer = new StringWriter();

        var run = await Follow(api, writer);

        run.State.Should().Be(ImportState.Vergeleken);
        var lines = writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCountLessThan(10).And.Contain(line => line.StartsWith("OPGEHAALD"));
    }

    [Fact]
    public async Task A_stream_that_ends_too_early_is_opened_again()
    {
        var answers = new Queue<WatchImportRunResponse[]>(
            [[Watched(ImportState.Ophalen)], [], [Watched(ImportState.Vergeleken)]]);
        var api = new FakeApi().Stream("WatchImportRun", answers.Dequeue);
        using var writer = new StringWriter();

        var run = await Follow(api, writer);

        run.State.Should().Be(ImportState.Vergeleken);
        answers.Should().BeEmpty();
    }

    private static Task<ImportRun> Follow(FakeApi api, StringWriter writer)
    {
        var follower = new RunFollower(
            new ApiConnection(api).Imports, Terminal.Open(writer, isTerminal: false), new ImpatientClock());
        return follower.FollowAsync(RunBuilder.Run(ImportState.Ophalen), CancellationToken.None);
    }

    private static WatchImportRunResponse Watched(ImportState state, int read = 0)
    {
        var run = RunBuilder.Run(state);
        run.Gelezen = read;
        return new WatchImportRunResponse { ImportRun = run };
    }

    // Timers fire at once, while the time itself stands still.
    private sealed class ImpatientClock : TimeProvider
    {
        private static readonly DateTimeOffset Moment = new(2026, 8, 20, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Moment;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
