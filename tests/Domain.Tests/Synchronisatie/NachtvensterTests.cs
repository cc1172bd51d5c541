using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;

namespace Kurve.Numo.Domain.Tests.Synchronisatie;

public sealed class NachtvensterTests
{
    private static readonly DateOnly Spring = new(2027, 3, 28);
    private static readonly DateOnly Autumn = new(2026, 10, 25);

    [Theory]
    [InlineData("01:00-05:00", "2026-11-26", "2026-11-26T00:00:00Z", "2026-11-26T04:00:00Z")]
    [InlineData("22:30-04:00", "2026-11-26", "2026-11-26T21:30:00Z", "2026-11-27T03:00:00Z")]
    [InlineData("01:00-05:00", "2026-07-01", "2026-06-30T23:00:00Z", "2026-07-01T03:00:00Z")]
    [InlineData("01:00-05:00", "2027-03-28", "2027-03-28T00:00:00Z", "2027-03-28T03:00:00Z")]
    [InlineData("01:00-05:00", "2026-10-25", "2026-10-24T23:00:00Z", "2026-10-25T04:00:00Z")]
    [InlineData("02:30-05:00", "2027-03-28", "2027-03-28T01:30:00Z", "2027-03-28T03:00:00Z")]
    [InlineData("02:30-03:00", "2027-03-28", "2027-03-28T01:30:00Z", "2027-03-28T02:00:00Z")]
    [InlineData("02:30-05:00", "2026-10-25", "2026-10-25T01:30:00Z", "2026-10-25T04:00:00Z")]
    public void A_window_opens_and_closes_by_the_Dutch_clock(string text, string nacht, string van, string tot)
    {
        var venster = Nachtvenster.Create(text).Value;

        venster.BeginVan(Day(nacht)).Should().Be(Moment(van));
        venster.EindeVan(Day(nacht)).Should().Be(Moment(tot));
    }

    [Theory]
    [InlineData("")]
    [InlineData("01:00")]
    [InlineData("01:00-01:00")]
    [InlineData("01:00-25:00")]
    [InlineData("1-5")]
    [InlineData("01:00-05:00-06:00")]
    public void What_is_no_window_is_refused(string text) =>
        Nachtvenster.Create(text).Error!.Message.Should().Contain($"'{text}'");

    [Property]
    public Property Whatever_the_night_each_turn_lies_in_its_window_and_belongs_to_its_night() => Prop.ForAll(
        Arb.From(
            from van in Gen.Choose(0, 1439)
            from length in Gen.Choose(1, 1439)
            from day in Gen.Frequency((1, Gen.Constant(Spring)), (1, Gen.Constant(Autumn)), (3, Days()))
            from id in Gen.Choose(int.MinValue, int.MaxValue)
            select (Van: van, Length: length, Day: day, Id: id)),
        night =>
        {
            var van = TimeOnly.MinValue.AddMinutes(night.Van);
            var venster = Nachtvenster.Create($"{van:HH:mm}-{van.AddMinutes(night.Length):HH:mm}").Value;
            var school = School(night.Id);

            var beurt = venster.MomentVan(school, night.Day);

            return beurt >= venster.BeginVan(night.Day)
                && beurt < venster.EindeVan(night.Day)
                && venster.NachtOp(beurt) == night.Day
                && venster.VolgendeVan(school, beurt.AddTicks(-1)) == beurt
                && venster.VolgendeVan(school, beurt) == venster.MomentVan(school, night.Day.AddDays(1));
        });

    [Fact]
    public void A_night_that_a_school_had_does_not_come_again_when_its_window_is_moved_to_later_that_day()
    {
        var venster = Nachtvenster.Create("12:41-12:42").Value;
        var (school, noon, day) = (School(7), Moment("2026-11-26T11:00:00Z"), new DateOnly(2026, 11, 26));

        venster.VolgendeVan(school, noon).Should().Be(venster.MomentVan(school, day));
        venster.VolgendeVan(school, noon, day.AddDays(-1)).Should().Be(venster.MomentVan(school, day));
        venster.VolgendeVan(school, noon, day).Should().Be(venster.MomentVan(school, day.AddDays(1)));
    }

    [Fact]
    public void Schools_are_spread_over_the_window()
    {
        var venster = Nachtvenster.Standaard;
        var hours = Enumerable.Range(0, 1_500)
            .Select(_ => venster.MomentVan(new SchoolId(Guid.CreateVersion7()), Autumn.AddDays(30)))
            .GroupBy(moment => moment.Hour)
            .Select(hour => hour.Count());

        hours.Should().HaveCount(4).And.OnlyContain(count => count > 300 && count < 450);
    }

    [Fact]
    public void From_night_to_night_a_turn_comes_once_also_when_the_clock_changes()
    {
        var school = School(42);
        var moment = Moment("2026-10-01T12:00:00Z");
        var turns = new List<DateTimeOffset>();
        while (moment < Moment("2027-05-01T12:00:00Z"))
        {
            moment = Nachtvenster.Standaard.VolgendeVan(school, moment);
            turns.Add(moment);
        }

        turns.Select(Nachtvenster.Standaard.NachtOp).Should().OnlyHaveUniqueItems().And.HaveCount(213);
    }

    private static Gen<DateOnly> Days() => Gen.Choose(739_000, 743_000).Select(DateOnly.FromDayNumber);

    private static SchoolId School(int seed)
    {
        var bytes = new byte[16];
        new Random(seed).NextBytes(bytes);
        return new SchoolId(new Guid(bytes));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
