using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Leerlingen;

public sealed class VastzettingTests
{
    private static readonly DateOnly Vandaag = new(2026, 11, 25);
    private static readonly DateTimeOffset Nu = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0)]
    [InlineData(Vastzetting.MaxDagenVooruit)]
    public void The_last_day_is_from_today_until_somewhat_more_than_a_year_ahead(int dagen) =>
        Create(Vandaag.AddDays(dagen)).Value.Should().Be(
            new Vastzetting("Stage in het buitenland", Vandaag.AddDays(dagen), "beheerder", Nu));

    [Theory]
    [InlineData(-1)]
    [InlineData(Vastzetting.MaxDagenVooruit + 1)]
    public void A_last_day_that_is_over_or_too_far_away_is_refused_with_the_days_that_can_be_chosen(int dagen)
    {
        var refused = Create(Vandaag.AddDays(dagen)).Error.Should().BeOfType<LaatsteDagOngeldig>().Subject;

        refused.Field.Should().Be("tot_en_met");
        refused.Tekst.Should().ContainAll("25-11-2026", "30-12-2027");
    }

    [Fact]
    public void A_pin_holds_until_the_end_of_its_last_day()
    {
        var vast = Pinned(Vandaag);

        new[] { Vandaag.AddDays(-1), Vandaag, Vandaag.AddDays(1) }.Select(vast.GeldtOp).Should().Equal(true, true, false);
    }

    [Fact]
    public void An_archived_account_is_not_pinned() =>
        Account(1, Accountstatus.Gearchiveerd).Pin(Pinned(Vandaag)).Error
            .Should().BeOfType<AccountGearchiveerd>().Which.Tekst.Should().Contain("heractiveer het eerst");

    [Fact]
    public void A_pinned_account_is_archived_by_hand_only_when_the_pin_is_over_or_taken_away()
    {
        var pinned = Account(1).Pin(Pinned(Vandaag)).Value;

        pinned.Archive("iemand", Nu, Vandaag).Error.Should().Be(new AccountVastgezet(Id(1), Vandaag));
        pinned.Archive("iemand", Nu, Vandaag.AddDays(1)).Value.Status.Should().Be(Accountstatus.Gearchiveerd);
        pinned.Unpin().Archive("iemand", Nu, Vandaag).Value.Status.Should().Be(Accountstatus.Gearchiveerd);
    }

    [Fact]
    public void A_pin_that_says_the_same_leaves_who_said_it_first()
    {
        var pinned = Account(1).Pin(Pinned(Vandaag)).Value;

        var again = pinned.Pin(Pinned(Vandaag) with { Door = "een ander", Sinds = Nu.AddHours(1) }).Value;
        var anders = pinned.Pin(Pinned(Vandaag) with { Reden = "Schorsing", Door = "een ander" }).Value;

        again.Should().BeSameAs(pinned);
        anders.Vastzetting!.Door.Should().Be("een ander");
    }

    private static Vastzetting Pinned(DateOnly totEnMet) => new("Stage in het buitenland", totEnMet, "beheerder", Nu);

    private static Result<Vastzetting> Create(DateOnly totEnMet) =>
        Vastzetting.Create("Stage in het buitenland", totEnMet, Vandaag, "beheerder", Nu);
}
