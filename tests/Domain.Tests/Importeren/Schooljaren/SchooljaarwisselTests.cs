using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Importeren.Schooljaren;

/// <summary>One decision, taken beforehand: its states and what may be agreed.</summary>
public sealed class SchooljaarwisselTests
{
    private static readonly Schooljaar Jaar = Schooljaar.Hydrate(2027);
    private static readonly DateOnly Juni = new(2027, 6, 14);
    private static readonly Wisselstap Stap = new(new DateTimeOffset(2027, 6, 14, 9, 0, 0, TimeSpan.Zero), "school");
    private static readonly HashSet<Vestigingsnummer> Hoofd = [Vestigingsnummer.Hoofd];
    private static readonly Wisselgrens Grens = new(Vestigingsnummer.Hoofd, 40, 90, 0);

    [Theory]
    [InlineData("2027-01-31", 2026)]
    [InlineData("2027-02-01", 2027)]
    [InlineData("2027-07-31", 2027)]
    [InlineData("2027-08-01", 2027)]
    [InlineData("2027-12-31", 2027)]
    [InlineData("2028-01-31", 2027)]
    public void The_change_at_hand_is_the_coming_one_from_February_on(string day, int begin) =>
        Schooljaarwissel.JaarOp(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))
            .Should().Be(Schooljaar.Hydrate(begin));

    [Fact]
    public void It_goes_from_open_to_prepared_to_agreed_to_begun_to_done()
    {
        var prepared = Schooljaarwissel.Leeg(default, Jaar).Prepare(Stap);
        var agreed = Agree(prepared);
        var begun = agreed.Advance(Left(39), Hoofd, [], At(8, 1));
        var done = begun.Advance(Left(0), Hoofd, [Vestigingsnummer.Hoofd], At(8, 24));

        StaatOf(Schooljaarwissel.Leeg(default, Jaar), Juni).Should().Be(Wisselstaat.Open);
        StaatOf(prepared, Juni).Should().Be(Wisselstaat.Voorbereid);
        StaatOf(agreed, Juni).Should().Be(Wisselstaat.Akkoord);
        StaatOf(begun, new DateOnly(2027, 8, 2)).Should().Be(Wisselstaat.Begonnen);
        StaatOf(done, new DateOnly(2027, 8, 25)).Should().Be(Wisselstaat.Klaar);
        done.Grenzen.Single().Vertrokken.Should().Be(39);
        done.Afspraak!.GeldtOp(new DateOnly(2027, 8, 25)).Should().BeFalse("nothing is left to do");
    }

    [Fact]
    public void A_school_without_an_agreement_is_done_when_the_year_was_imported_as_a_whole() =>
        Schooljaarwissel.Leeg(default, Jaar).StaatVan(Vestigingsnummer.Hoofd, new DateOnly(2027, 9, 1), isVoltooid: true)
            .Should().Be(Wisselstaat.Klaar);

    [Fact]
    public void A_school_whose_leavers_stay_until_a_later_day_is_not_done_before_that()
    {
        var agreed = Schooljaarwissel.Leeg(default, Jaar).Prepare(Stap)
            .Agree([Grens], new DateOnly(2027, 8, 20), Stap, Juni).Value;

        agreed.Advance(Left(0), Hoofd, [Vestigingsnummer.Hoofd], At(8, 19)).Grenzen.Single().Klaar.Should().BeNull();
        agreed.Advance(Left(0), Hoofd, [Vestigingsnummer.Hoofd], At(8, 20)).Grenzen.Single().Klaar.Should().NotBeNull();
    }

    [Fact]
    public void Nothing_can_be_agreed_on_a_year_that_was_not_prepared() =>
        Schooljaarwissel.Leeg(default, Jaar).Agree([Grens], Jaar.EersteDag, Stap, Juni).Error
            .Should().BeOfType<NietVoorbereid>();

    [Fact]
    public void Nothing_can_be_agreed_after_the_last_day() =>
        Schooljaarwissel.Leeg(default, Jaar).Prepare(Stap)
            .Agree([Grens], Jaar.EersteDag, Stap, new DateOnly(2027, 11, 1)).Error.Should().BeOfType<WisselTeLaat>();

    [Theory]
    [InlineData(7, 31, false)]
    [InlineData(8, 1, true)]
    [InlineData(10, 31, true)]
    [InlineData(11, 1, false)]
    public void Leavers_leave_between_the_first_and_the_last_day(int month, int day, bool allowed) =>
        Schooljaarwissel.Leeg(default, Jaar).Prepare(Stap)
            .Agree([Grens], new DateOnly(2027, month, day), Stap, Juni).IsOk.Should().Be(allowed);

    [Fact]
    public void Who_agrees_again_keeps_count_of_who_left()
    {
        var begun = Agree(Schooljaarwissel.Leeg(default, Jaar).Prepare(Stap)).Advance(Left(39), Hoofd, [], At(8, 1));

        var again = begun.Agree([Grens with { MaxVertrek = 60 }], Jaar.EersteDag, Stap, new DateOnly(2027, 8, 3)).Value;

        again.Grenzen.Single().Should().Match<Wisselgrens>(g => g.MaxVertrek == 60 && g.Vertrokken == 39 && g.Begonnen != null);
    }

    [Fact]
    public void Who_withdraws_and_agrees_anew_does_not_get_the_bounds_a_second_time()
    {
        var begun = Agree(Schooljaarwissel.Leeg(default, Jaar).Prepare(Stap)).Advance(Left(39), Hoofd, [], At(8, 1));

        var withdrawn = begun.Withdraw().Value;
        var again = withdrawn.Agree([Grens], Jaar.EersteDag, Stap, new DateOnly(2027, 8, 3)).Value;

        withdrawn.Afspraak.Should().BeNull();
        again.Afspraak!.Grenzen.Single().Should().Match<Wisselgrens>(g => g.Vertrokken == 39 && g.Begonnen != null);
    }

    [Fact]
    public void A_vestiging_that_is_not_named_keeps_what_it_agreed()
    {
        var tweede = Vestigingsnummer.Hydrate("01");
        var agreed = Agree(Schooljaarwissel.Leeg(default, Jaar).Prepare(Stap));

        var both = agreed.Agree([new Wisselgrens(tweede, 1, 2, 3)], Jaar.EersteDag, Stap, Juni).Value;

        both.Afspraak!.Grenzen.Should().BeEquivalentTo([Grens, new Wisselgrens(tweede, 1, 2, 3)]);
    }

    [Fact]
    public void A_vestiging_begins_when_its_own_leerlingen_change_and_an_import_that_changes_nothing_leaves_it_as_it_is()
    {
        var agreed = Agree(Schooljaarwissel.Leeg(default, Jaar).Prepare(Stap));

        agreed.Advance(Left(0), new HashSet<Vestigingsnummer> { Vestigingsnummer.Hydrate("01") }, [], At(8, 1))
            .Should().BeSameAs(agreed);
    }

    [Fact]
    public void An_import_before_the_year_begins_uses_up_nothing()
    {
        var agreed = Agree(Schooljaarwissel.Leeg(default, Jaar).Prepare(Stap));

        agreed.Advance(Left(5), Hoofd, [Vestigingsnummer.Hoofd], At(7, 31)).Should().Be(agreed);
    }

    [Fact]
    public void What_was_agreed_can_be_withdrawn_once_and_an_undone_preparation_takes_it_along()
    {
        var agreed = Agree(Schooljaarwissel.Leeg(default, Jaar).Prepare(Stap));

        var withdrawn = agreed.Withdraw().Value;

        withdrawn.Afspraak.Should().BeNull();
        StaatOf(withdrawn, Juni).Should().Be(Wisselstaat.Voorbereid);
        withdrawn.Withdraw().Error.Should().BeOfType<NietAfgesproken>();
        StaatOf(agreed.Forget(), Juni).Should().Be(Wisselstaat.Open);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(39, 44)]
    [InlineData(51, 57)]
    [InlineData(400, 440)]
    public void Bounds_leave_room_for_five_or_a_tenth(int found, int bound) =>
        Wisselgrens.Around(new Wisselcijfers(Vestigingsnummer.Hoofd) { VertrekOverig = found }).MaxVertrek.Should().Be(bound);

    private static Schooljaarwissel Agree(Schooljaarwissel wissel) =>
        wissel.Agree([Grens], Jaar.EersteDag, Stap, Juni).Value;

    private static Wisselstaat StaatOf(Schooljaarwissel wissel, DateOnly day) =>
        wissel.StaatVan(Vestigingsnummer.Hoofd, day, isVoltooid: false);

    private static Dictionary<Vestigingsnummer, int> Left(int count) => new() { [Vestigingsnummer.Hoofd] = count };

    private static DateTimeOffset At(int month, int day) => new(2027, month, day, 2, 0, 0, TimeSpan.Zero);
}
