using Kurve.Numo.Clock;
using Microsoft.Extensions.Time.Testing;

namespace Kurve.Numo.Infrastructure.Tests.Clock;

/// <summary>Here, and in no project of its own, since these tests need what this project has: a fake clock and
/// FsCheck.</summary>
public sealed class TrialClockTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("numo-clock-tests-").FullName;
    private readonly FakeTimeProvider _machine = new(Now);
    private readonly List<string> _warnings = [];

    private TrialClockFile File => new(Path.Combine(_folder, "made", "clock"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_a_file_it_is_the_machines_time() => Open().GetUtcNow().Should().Be(Now);

    [Fact]
    public void It_follows_the_file_while_it_runs()
    {
        var clock = Open();

        File.Write(TimeSpan.FromDays(300));
        _machine.Advance(Look);

        clock.GetUtcNow().Should().Be(Now.AddDays(300) + Look);
    }

    [Fact]
    public void Going_back_to_the_machines_time_is_seen_as_well()
    {
        File.Write(TimeSpan.FromDays(-3));
        var clock = Open();
        var before = clock.GetUtcNow();

        File.Remove();
        _machine.Advance(Look);

        before.Should().Be(Now.AddDays(-3));
        clock.GetUtcNow().Should().Be(Now + Look);
    }

    [Fact]
    public void The_file_is_looked_at_a_few_times_a_second_at_most()
    {
        var clock = Open();
        File.Write(TimeSpan.FromDays(1));

        _machine.Advance(TimeSpan.FromMilliseconds(200));
        var early = clock.Offset;
        _machine.Advance(TimeSpan.FromMilliseconds(100));

        early.Should().Be(TimeSpan.Zero);
        clock.Offset.Should().Be(TimeSpan.FromDays(1));
    }

    [Fact]
    public void A_file_that_gets_damaged_keeps_the_last_offset_and_is_told_once()
    {
        File.Write(TimeSpan.FromDays(1));
        var clock = Open();

        System.IO.File.WriteAllText(File.Path, "tomorrow");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            _machine.Advance(Look);
            clock.Offset.Should().Be(TimeSpan.FromDays(1));
        }

        _warnings.Should().ContainSingle().Which.Should().Contain(File.Path).And.Contain("'tomorrow'");
    }

    [Fact]
    public void A_file_that_was_mended_counts_again_and_damage_is_told_again()
    {
        File.Write(TimeSpan.FromDays(1));
        var clock = Open();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            System.IO.File.WriteAllText(File.Path, "");
            _machine.Advance(Look);
            clock.Offset.Should().NotBe(TimeSpan.Zero);
            File.Write(TimeSpan.FromDays(2));
            _machine.Advance(Look);
            clock.Offset.Should().Be(TimeSpan.FromDays(2));
        }

        _warnings.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("7305.00:00:01")]
    [InlineData("-7305.00:00:01")]
    [InlineData("-10675199.02:48:05.4775808")]
    [InlineData("1.00:00:00\n2.00:00:00")]
    [InlineData("\u001b[2J")]
    public void A_file_that_is_no_clock_is_refused_at_start_with_what_it_holds(string content)
    {
        File.Write(TimeSpan.Zero);
        System.IO.File.WriteAllText(File.Path, content);

        var open = Open;

        open.Should().Throw<TrialClockException>().Which.Message
            .Should().Contain(File.Path).And.Contain("numo clock reset").And.NotContain("\u001b");
    }

    [Fact]
    public void A_folder_is_no_clock()
    {
        var open = () => new TrialClockFile(_folder).Read();

        open.Should().Throw<TrialClockException>().Which.Message.Should().Contain(_folder);
    }

    [Fact]
    public void An_offset_of_twenty_years_can_be_stored_and_one_beyond_cannot()
    {
        File.Write(-TrialClockFile.LongestOffset);
        var beyond = () => File.Write(TrialClockFile.LongestOffset + TimeSpan.FromTicks(1));

        File.Read().Should().Be(-TrialClockFile.LongestOffset);
        beyond.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_file_is_its_owners_alone_and_nothing_is_left_beside_it()
    {
        File.Write(TimeSpan.FromDays(1));
        File.Write(TimeSpan.FromDays(2));

        Directory.GetFiles(Path.GetDirectoryName(File.Path)!).Should().Equal(File.Path);
        (OperatingSystem.IsWindows() || System.IO.File.GetUnixFileMode(File.Path) ==
            (UnixFileMode.UserRead | UnixFileMode.UserWrite)).Should().BeTrue();
    }

    [Fact]
    public void Timers_and_timestamps_are_the_machines()
    {
        File.Write(TimeSpan.FromDays(300));
        var clock = Open();
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        var begin = clock.GetTimestamp();

        _machine.Advance(TimeSpan.FromMinutes(1));

        fired.Should().Be(1);
        clock.GetElapsedTime(begin).Should().Be(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Who_reads_while_it_is_written_gets_one_offset_or_the_other()
    {
        TimeSpan[] offsets = [TimeSpan.FromDays(1), TimeSpan.FromDays(-2_000.5)];
        File.Write(offsets[0]);
        var writing = Task.Run(() =>
        {
            foreach (var i in Enumerable.Range(0, 500))
            {
                File.Write(offsets[i % 2]);
            }
        });

        var seen = new HashSet<TimeSpan>();
        while (!writing.IsCompleted)
        {
            seen.Add(File.Read());
        }

        await writing;
        seen.Should().BeSubsetOf(offsets);
    }

    private TrialClock Open() => new(File, _machine, _warnings.Add);
}
