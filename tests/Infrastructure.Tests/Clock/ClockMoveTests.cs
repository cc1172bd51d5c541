using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Clock;

namespace Kurve.Numo.Infrastructure.Tests.Clock;

public sealed class ClockMoveTests
{
    [Theory]
    [InlineData("1d", 1, 0)]
    [InlineData("+1d", 1, 0)]
    [InlineData("-1d", -1, 0)]
    [InlineData("2w3d", 17, 0)]
    [InlineData("1d12h", 1, 12 * 60)]
    [InlineData("-1d12h", -1, -12 * 60)]
    [InlineData("36h", 0, 36 * 60)]
    [InlineData("90m", 0, 90)]
    [InlineData("1h30m", 0, 90)]
    public void A_length_of_time_is_read(string text, int days, int minutes) =>
        ClockMove.Parse(text).Should().Be(new ClockMove(days, TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("d")]
    [InlineData("1")]
    [InlineData("0d")]
    [InlineData("1y")]
    [InlineData("1h1d")]
    [InlineData("1d 12h")]
    [InlineData("--1d")]
    [InlineData("1.5d")]
    [InlineData("1d\n")]
    [InlineData("9999999d")]
    public void What_is_no_length_of_time_is_not_read(string text) => ClockMove.Parse(text).Should().BeNull();

    [Theory]
    [InlineData("2027-03-27T12:00", "1d", "2027-03-28T12:00")]
    [InlineData("2027-03-27T12:00", "24h", "2027-03-28T13:00")]
    [InlineData("2026-10-24T12:00", "1d", "2026-10-25T12:00")]
    [InlineData("2026-10-24T12:00", "1d12h", "2026-10-26T00:00")]
    [InlineData("2027-08-01T00:30", "-1d", "2027-07-31T00:30")]
    public void Days_keep_what_a_dutch_clock_shows_and_hours_are_as_long_as_they_are(string from, string move, string to) =>
        ClockMove.Parse(move)!.From(DutchTime.Parse(from)!.Value).Should().Be(DutchTime.Parse(to)!.Value);

    [Property]
    public Property Days_back_and_forth_end_within_the_hour_that_a_clock_skips_or_repeats() => Prop.ForAll(
        DutchTimeTests.Moments(),
        Gen.Choose(1, 3_000).ToArbitrary(),
        (moment, days) => (new ClockMove(-days, default).From(new ClockMove(days, default).From(moment)) - moment)
            .Duration() <= TimeSpan.FromHours(1));

    [Property]
    public Property Hours_are_as_long_as_they_are() => Prop.ForAll(
        DutchTimeTests.Moments(),
        Gen.Choose(1, 90_000).ToArbitrary(),
        (moment, hours) => ClockMove.Parse($"-{hours}h")!.From(moment) == moment.AddHours(-hours));
}
