using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Schooljaren;

/// <summary>People who come in a school year that has not begun.</summary>
public sealed class AankomstTests
{
    private static readonly Schooljaar Volgend = Schooljaar.Hydrate(2026);
    private static readonly Plankader Juni = Kader with { Vandaag = new DateOnly(2026, 6, 10) };
    private static readonly Plankader Nu = Kader with { Vandaag = new DateOnly(2026, 6, 10) };

    [Fact]
    public void A_newcomer_of_a_prepared_year_is_corrected_in_every_field()
    {
        var anders = Gegevens(1) with { Roepnaam = "Anders", Leerjaar = 2, Stamgroep = null };

        var regel = Plan(Stand(Newcomer(1)), Aanlevering(Aangeleverd(anders)), Juni).Leerlingen.Single();

        (regel.Soort, regel.Gegevens).Should().Be((RegelSoort.Bijwerken, anders));
    }

    [Fact]
    public void Of_somebody_of_now_a_prepared_year_changes_the_groepen_of_that_year_alone()
    {
        var anders = Gegevens(1) with { Roepnaam = "Anders", Leerjaar = 2, Stamgroep = null };

        var regel = Plan(Stand(Account(1)), Aanlevering(Aangeleverd(anders)), Juni).Leerlingen.Single();

        regel.Gegevens.Should().Be(Gegevens(1) with { Stamgroep = null });
    }

    [Fact]
    public void A_newcomer_who_is_withdrawn_is_taken_away_and_comes_back_when_delivered_again()
    {
        var withdrawn = Plan(Stand(Newcomer(1), Newcomer(2)), Aanlevering(Aangeleverd(2)), Juni);
        var back = Plan(
            Stand(Newcomer(1) with { Status = Accountstatus.Gearchiveerd }, Newcomer(2)),
            Aanlevering(Aangeleverd(1), Aangeleverd(2)),
            Juni);

        withdrawn.Leerlingen.Should().ContainSingle(r => r.Soort == RegelSoort.Archiveren)
            .Which.Meldingen.Should().Contain(m => m.Code == "AANMELDING_INGETROKKEN");
        back.Leerlingen.Should().ContainSingle(r => r.Soort == RegelSoort.Heractiveren).Which.Account!.Id.Should().Be(Id(1));
    }

    [Fact]
    public void Somebody_of_now_who_is_no_longer_delivered_for_next_year_is_taken_out_of_its_class_and_stays()
    {
        var plan = Plan(Stand(Account(1), Account(2)), Aanlevering(Aangeleverd(2)), Juni);

        var regel = plan.Leerlingen.Single(r => r.Account!.Id == Id(1));
        (regel.Soort, regel.Gegevens.Stamgroep, regel.Gegevens.Roepnaam).Should().Be((RegelSoort.Bijwerken, null, "Roepnaam1"));
        regel.Wijzigingen.Should().Equal(new Veldwijziging(Veld.Stamgroep, "1A", null, Vergrendeld: false));
    }

    [Fact]
    public void An_archived_account_of_now_does_not_come_back_before_the_year_begins()
    {
        var plan = Plan(Stand(Account(1, Accountstatus.Gearchiveerd)), Aanlevering(Aangeleverd(1)), Juni);

        plan.Leerlingen.Single().Should().Match<Planregel<LeerlingGegevens>>(
            r => r.Soort == RegelSoort.Aangehouden && r.Aangehouden == RegelSoort.Heractiveren);
    }

    [Fact]
    public void An_import_of_now_neither_archives_nor_holds_who_comes_later()
    {
        var plan = PlanOfNow(Stand(Newcomer(1), Account(2)), Aangeleverd(2));

        Tellingen.Of(plan.Leerlingen).Should().Be(Tellingen.Nul with { Ongewijzigd = 2 });
    }

    [Fact]
    public void Who_is_delivered_now_though_expected_later_comes_earlier_even_when_nothing_else_changes()
    {
        var regel = PlanOfNow(Stand(Newcomer(1)), Aangeleverd(1)).Leerlingen.Single();

        (regel.Soort, regel.Gewijzigd).Should().Be((RegelSoort.Bijwerken, Veld.Geen));
        regel.Meldingen.Should().ContainSingle(m => m.Code == "KOMT_EERDER");
    }

    private static Account<LeerlingGegevens> Newcomer(int nummer) => Account(nummer) with { Instroom = Volgend };

    private static ImportPlan PlanOfNow(Schoolstand stand, params Aangeleverd<LeerlingGegevens>[] leerlingen) =>
        Plan(stand, Aanlevering(leerlingen) with { Schooljaar = Schooljaar.Hydrate(2025) }, Nu);
}
