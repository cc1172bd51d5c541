using System.Text.Json;
using Kurve.Numo.Cli;
using Kurve.Numo.Clock;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class ClockCommandTests : IDisposable
{
    /// <summary>Noon in the Netherlands, in summer time.</summary>
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("numo-clock-tests-").FullName;

    private TrialClockFile File => new(Path.Combine(_folder, "clock"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_shows_the_machines_time_as_long_as_nothing_was_set()
    {
        var result = await RunAsync("show");

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll("2026-09-01 12:00:00 (Dutch time)", "the machine's time", File.Path);
    }

    [Theory]
    [InlineData("2027-08-01T00:30", "2027-08-01 00:30:00", "ahead of")]
    [InlineData("2027-08-01", "2027-08-01 12:00:00", "ahead of")]
    [InlineData("2026-08-31T00:00Z", "2026-08-31 02:00:00", "behind")]
    public async Task A_moment_is_set_and_told_in_dutch_time(string moment, string shown, string direction)
    {
        var result = await RunAsync("set", moment);

        result.ExitCode.Should().Be(0);
        result.Out.Should().Contain(shown).And.Contain(direction);
        (Now + File.Read()).Should().Be(DutchTime.Parse(moment)!.Value);
    }

    [Theory]
    [InlineData("1d", "2026-09-02T12:00")]
    [InlineData("12h", "2026-09-02T00:00")]
    [InlineData("-1d", "2026-08-31T12:00")]
    [InlineData("1d12h", "2026-09-03T00:00")]
    [InlineData("2w", "2026-09-15T12:00")]
    public async Task It_is_moved_from_where_it_is(string length, string expected)
    {
        var result = await RunAsync("move", length);
        var again = await RunAsync("move", length.StartsWith('-') ? length[1..] : "-" + length);

        (result.ExitCode, again.ExitCode).Should().Be((0, 0));
        result.Out.Should().Contain(expected.Replace('T', ' '));
        File.Read().Should().Be(TimeSpan.Zero, "the second move takes the first back");
    }

    [Fact]
    public async Task Reset_goes_back_to_the_machines_time_whatever_the_file_holds()
    {
        await RunAsync("set", "2027-08-01");
        await System.IO.File.WriteAllTextAsync(File.Path, "nonsense");

        var refused = await RunAsync("show");
        var result = await RunAsync("reset");

        refused.ExitCode.Should().Be(ExitCode.Refused);
        refused.Error.Should().Contain(File.Path).And.Contain("'nonsense'").And.Contain("numo clock reset");
        result.ExitCode.Should().Be(0);
        System.IO.File.Exists(File.Path).Should().BeFalse();
    }

    [Fact]
    public async Task The_file_is_that_of_the_environment_unless_it_is_given()
    {
        var result = await new CommandLineBuilder().At(new StoppedClock(Now))
            .WithVariable("Numo__Clock__TrialFile", File.Path).RunAsync("clock", "set", "2027-08-01");

        result.ExitCode.Should().Be(0);
        File.Read().Should().BeGreaterThan(TimeSpan.FromDays(300));
    }

    [Fact]
    public async Task Without_a_file_it_says_how_to_name_one()
    {
        var result = await new CommandLineBuilder().RunAsync("clock", "show");

        result.ExitCode.Should().Be(ExitCode.WrongUsage);
        result.Error.Should().Contain("--file").And.Contain("Numo__Clock__TrialFile");
    }

    [Theory]
    [InlineData("'tomorrow' is not a moment such as 2027-08-01T00:30", "set", "tomorrow")]
    [InlineData("'soon' is not a length of time such as 1d", "move", "soon")]
    [InlineData("'1y' is not", "move", "1y")]
    [InlineData("Required argument missing", "set")]
    [InlineData("Required argument missing", "move")]
    [InlineData("2060-01-01 12:00:00 is too far", "set", "2060-01-01")]
    [InlineData("at most 20 years", "move", "-8000d")]
    [InlineData("at most 20 years", "move", "999999w")]
    public async Task What_cannot_be_is_refused_with_its_value(string reason, params string[] args)
    {
        var result = await RunAsync(args);

        result.ExitCode.Should().Be(ExitCode.WrongUsage);
        result.Error.Should().Contain(reason);
        System.IO.File.Exists(File.Path).Should().BeFalse("nothing was changed");
    }

    [Fact]
    public async Task It_is_printed_as_json()
    {
        var result = await RunAsync("set", "2026-09-03T00:00", "--json");

        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("time").GetDateTimeOffset().Should().Be(Now.AddHours(36));
        json.RootElement.GetProperty("dutchTime").GetString().Should().Be("2026-09-03T00:00:00+02:00");
        json.RootElement.GetProperty("machineTime").GetDateTimeOffset().Should().Be(Now);
        json.RootElement.GetProperty("offsetSeconds").GetInt64().Should().Be(36 * 3600);
        json.RootElement.GetProperty("file").GetString().Should().Be(File.Path);
    }

    [Fact]
    public async Task A_token_is_issued_by_the_machines_time_wherever_the_clock_is()
    {
        await RunAsync("set", "2030-01-01");
        var key = Path.Combine(_folder, "key");

        var result = await new CommandLineBuilder().At(new StoppedClock(Now))
            .WithVariable("Numo__Clock__TrialFile", File.Path).RunAsync("token", "--scope", "numo.read", "--key", key);

        new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(result.Out.Trim()).ValidFrom.Should().Be(Now.UtcDateTime);
    }

    private Task<CommandLineResult> RunAsync(params string[] args) =>
        new CommandLineBuilder().At(new StoppedClock(Now)).RunAsync(["clock", .. args, "--file", File.Path]);
}
