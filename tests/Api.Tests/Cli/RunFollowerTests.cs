using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Kurve.Numo.Cli;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed partial class RunFollowerTests
{
    private static readonly Timestamp Moment = Timestamp.FromDateTimeOffset(ImpatientClock.Moment);

    [Fact]
    public async Task A_log_gets_a_line_for_each_phase_and_not_for_each_pupil()
    {
        var reading = Enumerable.Range(1, 500).Select(read => Watched(
            ImportState.Ophalen, Fase(Importfase.Personen, read, 812, "00"), Fase(Importfase.Opleidingen, read)));
        var joining = Watched(ImportState.Ophalen, Fase(Importfase.Koppelen, 256, 800));
        var comparing = Watched(ImportState.Opgehaald, Fase(Importfase.Vergelijken, 0, 850));
        var api = new FakeApi().Stream(
            "WatchImportRun", [.. reading, joining, comparing, Watched(ImportState.Vergeleken)]);
        using var writer = new StringWriter();

        var run = await Follow(api, writer);

        run.State.Should().Be(ImportState.Vergeleken);
        writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(
            "OPHALEN",
            "OPHALEN UWLR 00 1 of 812, web service 1",
            "OPHALEN joining 256 of 800",
            "OPGEHAALD comparing 0 of 850",
            "VERGELEKEN");
    }

    [Fact]
    public async Task A_terminal_gets_a_bar_for_each_phase_with_count_and_time()
    {
        var done = Fase(Importfase.Personen, 812, 800, "00");
        done.EndTime = Timestamp.FromDateTimeOffset(ImpatientClock.Moment.AddSeconds(3.2));
        var api = new FakeApi().Stream(
            "WatchImportRun",
            Watched(ImportState.Ophalen, done, Fase(Importfase.Opleidingen, 50), Fase(Importfase.Koppelen, 256, 800)),
            Watched(ImportState.Vergeleken));
        using var writer = new StringWriter();

        await Follow(api, OpenLive(writer, width: 100));

        var shown = writer.ToString();
        shown.Should().MatchRegex(@"UWLR 00 +\S+ +812 3\.2 s").And.MatchRegex(@"web service +\S* +50 0\.0 s");
        shown.Should().MatchRegex(@"joining +\S+ +\S* *256 of 800 0\.0 s").And.Contain("\u001b[", "it is redrawn in place");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(44)]
    public async Task A_narrow_terminal_has_a_line_for_each_phase_with_all_but_a_shorter_bar(int width)
    {
        var api = new FakeApi().Stream(
            "WatchImportRun",
            Watched(
                ImportState.Ophalen,
                Fase(Importfase.Wachten, 0),
                Fase(Importfase.Opleidingen, 350, 806),
                Fase(Importfase.Personen, 31_300, 60_867, "00")),
            Watched(ImportState.Vergeleken));
        using var writer = new StringWriter();

        await Follow(api, OpenLive(writer, width));

        var lines = writer.ToString().Split('\n').Select(line => Escapes().Replace(line.TrimEnd('\r'), "")).ToList();
        lines.Should().OnlyContain(line => line.Length <= width);
        lines.Should().ContainMatch("waiting for a turn *0.0 s");
        lines.Should().ContainMatch("web service *350 of 806 0.0 s");
        lines.Should().ContainMatch("UWLR 00 *31300 of 60867 0.0 s");
    }

    [Fact]
    public async Task A_file_is_not_called_UWLR()
    {
        var api = new FakeApi().Stream(
            "WatchImportRun",
            Watched(ImportState.Ophalen, Fase(Importfase.Personen, 0, 800)),
            Watched(ImportState.Vergeleken));
        using var writer = new StringWriter();

        await Follow(api, writer);

        writer.ToString().Should().Contain("file 0 of 800").And.NotContain("UWLR");
    }

    [Fact]
    public async Task More_than_was_expected_is_no_more_than_all()
    {
        var api = new FakeApi().Stream(
            "WatchImportRun",
            Watched(ImportState.Ophalen, Fase(Importfase.Personen, 900, 800, "00")),
            Watched(ImportState.Vergeleken));
        using var writer = new StringWriter();

        await Follow(api, writer);

        writer.ToString().Should().Contain("UWLR 00 900").And.NotContain("900 of 800");
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

    public static TheoryData<StatusCode, Exception?> Interruptions => new()
    {
        { StatusCode.Unavailable, null },
        { StatusCode.Cancelled, null },
        { StatusCode.Internal, new HttpProtocolException(2, "The HTTP/2 server reset the stream.", null) },
        { StatusCode.Unknown, new HttpRequestException("Error reading.", new IOException("Connection reset by peer")) },
    };

    [Theory]
    [MemberData(nameof(Interruptions))]
    public async Task A_stream_that_breaks_with_its_replica_is_followed_on_another(StatusCode code, Exception? cause)
    {
        var failure = new RpcException(new Grpc.Core.Status(code, "Error reading next message.", cause));
        var answers = new Queue<(WatchImportRunResponse[], RpcException?)>(
            [([Watched(ImportState.Ophalen)], failure), ([Watched(ImportState.Vergeleken)], null)]);
        var api = new FakeApi().StreamUntil("WatchImportRun", answers.Dequeue);
        using var writer = new StringWriter();

        var run = await Follow(api, writer);

        run.State.Should().Be(ImportState.Vergeleken);
    }

    [Theory]
    [InlineData(StatusCode.NotFound)]
    [InlineData(StatusCode.Internal)]
    public async Task A_refusal_is_not_asked_for_again(StatusCode code)
    {
        var asked = 0;
        var api = new FakeApi().StreamUntil<WatchImportRunResponse>("WatchImportRun", () =>
        {
            asked++;
            return ([], new RpcException(new Grpc.Core.Status(code, "no")));
        });
        using var writer = new StringWriter();

        var follow = () => Follow(api, writer);

        (await follow.Should().ThrowAsync<RpcException>()).Which.StatusCode.Should().Be(code);
        asked.Should().Be(1);
    }

    [Fact]
    public void A_stream_that_the_user_stopped_is_no_interruption() =>
        new RpcException(new Grpc.Core.Status(StatusCode.Cancelled, ""))
            .IsInterruption(new CancellationToken(canceled: true))
            .Should().BeFalse();

    private static IAnsiConsole OpenLive(StringWriter writer, int width)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
        });
        terminal.Profile.Width = width;
        return terminal;
    }

    [GeneratedRegex("\u001b\\[[0-9;?]*[A-Za-z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escapes();

    private static Task<ImportRun> Follow(FakeApi api, StringWriter writer) =>
        Follow(api, Terminal.Open(writer, isTerminal: false));

    private static Task<ImportRun> Follow(FakeApi api, IAnsiConsole console) =>
        new RunFollower(new ApiConnection(api).Imports, console, new ImpatientClock())
            .FollowAsync(RunBuilder.Run(ImportState.Ophalen), CancellationToken.None);

    private static WatchImportRunResponse Watched(ImportState state, params Fasevoortgang[] fases)
    {
        var run = RunBuilder.Run(state);
        run.Fases.AddRange(fases);
        return new WatchImportRunResponse { ImportRun = run };
    }

    private static Fasevoortgang Fase(Importfase fase, int gedaan, int verwacht = 0, string vestiging = "") => new()
    {
        Fase = fase,
        Vestiging = vestiging,
        Gedaan = gedaan,
        Verwacht = verwacht,
        BeginTime = Moment,
    };

    // Timers fire at once, while the time itself stands still.
    private sealed class ImpatientClock : TimeProvider
    {
        public static readonly DateTimeOffset Moment = new(2026, 8, 20, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Moment;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
