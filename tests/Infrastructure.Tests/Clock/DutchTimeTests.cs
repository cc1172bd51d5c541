using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Clock;

namespace Kurve.Numo.Infrastructure.Tests.Clock;

public sealed class DutchTimeTests
{
    [Theory]
    [InlineData("2027-08-01T00:30", "2027-07-31T22:30:00Z")]
    [InlineData("2027-08-01 00:30:15", "2027-07-31T22:30:15Z")]
    [InlineData("2027-01-15T12:00Z", "2027-01-15T12:00:00Z")]
    [InlineData("2027-01-15T12:00:30+05:30", "2027-01-15T06:30:30Z")]
    [InlineData("2027-08-01", "2027-08-01T10:00:00Z")]
    [InlineData("2027-01-15", "2027-01-15T11:00:00Z")]
    [InlineData("2027-03-28T02:30", "2027-03-28T01:30:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T01:30:00Z")]
    public void A_moment_is_read_as_a_dutch_clock_shows_it_unless_it_says_otherwise(string text, string expected) =>
        DutchTime.Parse(text).Should().Be(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("01-08-2027")]
    [InlineData("2027-02-30")]
    [InlineData("2027-08-01T24:00")]
    [InlineData("2027-08-01T00:30Europe")]
    [InlineData("2027-08-01Z")]
    public void What_is_no_moment_is_not_read(string text) => DutchTime.Parse(text).Should().BeNull();

    [Property]
    public Property What_is_printed_reads_as_the_same_moment() => Prop.ForAll(
        Moments(), moment => DutchTime.Parse(DutchTime.Format(moment)) == moment);

    [Property]
    public Property It_is_the_clock_of_the_service() => Prop.ForAll(
        Moments(),
        moment => DutchTime.ClockAt(moment) == Domain.Shared.Nederland.KlokOp(moment)
            && DutchTime.MomentOf(DutchTime.ClockAt(moment)) == Domain.Shared.Nederland.MomentVan(DutchTime.ClockAt(moment)));

    internal static Arbitrary<DateTimeOffset> Moments() => Gen.Choose(0, 20 * 365 * 24 * 60)
        .Select(minutes => new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes)).ToArbitrary();
}
