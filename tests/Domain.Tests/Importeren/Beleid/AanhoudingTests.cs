using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Importeren.Conflicten;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Beleid;

public sealed class AanhoudingTests
{
    private static readonly Plankader AlleenToevoegen = Kader with
    {
        Beleid = Kader.Beleid with { Modus = Importmodus.AlleenToevoegen },
    };

    [Fact]
    public void With_additions_only_new_and_returning_people_come_and_the_rest_is_held_with_its_reason()
    {
        var stand = Stand(Account(1), Account(2), Account(3, Accountstatus.Gearchiveerd), Account(4));
        var aanlevering = Aanlevering(
            Aangeleverd(Gegevens(1) with { Achternaam = "Anders" }), Aangeleverd(3), Aangeleverd(4), Aangeleverd(5));

        var plan = Plan(stand, aanlevering, AlleenToevoegen);

        Tellingen.Of(plan.Leerlingen).Should().Be(
            Tellingen.Nul with { Nieuw = 1, Heractiveren = 1, Ongewijzigd = 1, Aangehouden = 2 });
        plan.Leerlingen.Where(r => r.Soort == RegelSoort.Aangehouden)
            .Should().OnlyContain(r => r.Meldingen.Contains(BeleidMeldingen.AlleenToevoegen))
            .And.Satisfy(
                r => r.Bedoeling == RegelSoort.Bijwerken && r.Wijzigingen.Single().Nieuw == "Anders",
                r => r.Bedoeling == RegelSoort.Archiveren && r.Account!.Id == Id(2));
        plan.Waarschuwingen.Should().Contain(BeleidMeldingen.ModusAlleenToevoegen(2));
    }

    [Fact]
    public void A_held_change_shows_old_and_new_and_leaves_the_account_as_it_is()
    {
        var anders = Aangeleverd(Gegevens(1) with { Achternaam = "Anders" });

        var regel = Plan(Stand(Account(1)), Aanlevering(anders), AlleenToevoegen).Leerlingen.Single();

        regel.Gewijzigd.Should().Be(Veld.Geen);
        regel.Gegevens.Should().Be(regel.Account!.Gegevens);
        regel.Wijzigingen.Should().Equal(
            new Veldwijziging(Veld.Achternaam, "Achternaam1", "Anders", Vergrendeld: false) { Aangehouden = true });
    }

    [Fact]
    public void With_additions_only_nobody_leaves_so_nothing_exceeds_the_limit()
    {
        var stand = Stand([.. Enumerable.Range(1, 100).Select(n => Account(n))]);

        Plan(stand, Aanlevering(Aangeleverd(1)), AlleenToevoegen).Remmen.Should().BeEmpty();
    }

    [Fact]
    public void With_additions_only_a_source_that_looks_broken_still_stops()
    {
        var stand = Stand([.. Enumerable.Range(1, 100).Select(n => Account(n))]);

        Plan(stand, Aanlevering([.. Enumerable.Range(500, 100).Select(Aangeleverd)]), AlleenToevoegen)
            .Remmen.Should().ContainSingle().Which.Code.Should().Be("SLEUTELS_ONBEKEND");
    }

    [Fact]
    public void With_additions_only_groepen_come_and_come_back_but_do_not_change_or_leave()
    {
        GroepGegevens Maak(string key, string naam) => new(
            new Groepsleutel(Vestigingsnummer.Hoofd, key), Groepsoort.Samengesteld, naam, null);
        Groep Bekend(string key, Accountstatus status) => new(
            new GroepId(Guid.CreateVersion7()), Maak(key, key), status);
        var stand = Stand() with
        {
            Groepen =
            [
                Bekend("anders", Accountstatus.Actief), Bekend("weg", Accountstatus.Actief),
                Bekend("terug", Accountstatus.Gearchiveerd),
            ],
        };
        var nieuw = Gegevens(1) with { Stamgroep = null, Groepen = [Maak("nieuw", "nieuw").Sleutel] };
        var aanlevering = Aanlevering(Aangeleverd(nieuw)) with
        {
            Groepen = [Maak("anders", "andere naam"), Maak("terug", "terug"), Maak("nieuw", "nieuw"), Maak("leeg", "leeg")],
        };

        Plan(stand, aanlevering, AlleenToevoegen).Groepen.Select(g => g.Gegevens.Sleutel.Key)
            .Should().BeEquivalentTo(["nieuw", "terug"], "nobody who comes is in the other one");
    }

    [Fact]
    public void Somebody_in_a_class_of_a_later_school_year_is_not_taken_for_one_who_left()
    {
        var kader = Kader with
        {
            Buurjaren = new Buurjaren(new Dictionary<AccountId, GroepGegevens>(), new HashSet<AccountId> { Id(2) }),
        };

        var plan = Plan(Stand(Account(1), Account(2), Account(3)), Aanlevering(Aangeleverd(1)), kader);

        plan.Leerlingen.Single(r => r.Account!.Id == Id(2)).Meldingen.Should().Equal(BeleidMeldingen.KomtLater);
        plan.Leerlingen.Single(r => r.Account!.Id == Id(3)).Soort.Should().Be(RegelSoort.Archiveren);
    }

    [Fact]
    public void Before_the_school_year_begins_a_held_row_takes_no_key_of_another_account()
    {
        var (stand, aanlevering, beslissing) = MergeThatTakesAKey();
        var juni = Kader with { Vandaag = new DateOnly(2026, 6, 1), Beslissingen = [beslissing] };

        var after = Uitvoering.Apply(stand, Plan(stand, aanlevering, juni));

        after.Leerlingen.Single(a => a.Id == Id(2)).Gegevens.Sleutels.Should().Equal(stand.Leerlingen[1].Gegevens.Sleutels);
        Plan(after, aanlevering, juni).Leerlingen.Should().NotContain(r => r.Soort == RegelSoort.Nieuw);
    }

    [Fact]
    public void With_additions_only_who_comes_back_takes_no_key_of_another_account()
    {
        var (stand, aanlevering, beslissing) = MergeThatTakesAKey(Accountstatus.Gearchiveerd);

        var plan = Plan(stand, aanlevering, AlleenToevoegen with { Beslissingen = [beslissing] });

        plan.Leerlingen.Single(r => r.Account!.Id == Id(1)).Should().Match<Planregel<LeerlingGegevens>>(
            r => r.Aangehouden == RegelSoort.Heractiveren && r.Afstanden.Count == 0);
    }

    [Fact]
    public void Who_is_held_for_a_later_school_year_gives_up_no_key_and_who_would_take_it_waits()
    {
        var (stand, aanlevering, beslissing) = MergeThatTakesAKey();
        var kader = Kader with
        {
            Beslissingen = [beslissing],
            Buurjaren = Buurjaren.Geen with { Later = new HashSet<AccountId> { Id(2) } },
        };

        var plan = Plan(stand, aanlevering, kader);

        plan.Leerlingen.Single(r => r.Account!.Id == Id(1)).Meldingen.Should().Contain(BeleidMeldingen.WachtOpAnder);
        Uitvoering.Apply(stand, plan).Leerlingen.Should().BeEquivalentTo(stand.Leerlingen);
    }

    // The delivered person is pupil 1 with the number of pupil 2, who is not delivered, and a person decided so.
    private static (Schoolstand Stand, Aanlevering Aanlevering, Beslissing Beslissing) MergeThatTakesAKey(
        Accountstatus status = Accountstatus.Actief)
    {
        var klas = new Groepsleutel(Vestigingsnummer.Hoofd, "2A");
        var stand = Stand(Account(1, status), Account(2));
        var aanlevering = Aanlevering(Aangeleverd(Gegevens(1) with
        {
            Stamnummer = Gegevens(2).Stamnummer,
            Stamgroep = klas,
        })) with
        {
            Groepen = [Groep1A, new GroepGegevens(klas, Groepsoort.Stamgroep, "2A", 2)],
        };
        return (stand, aanlevering, Plan(stand, aanlevering).Leerlingen
            .Single(r => r.Soort == RegelSoort.Conflict)
            .Decide(Beslissingsoort.Samenvoegen, Id(1)).Value);
    }

    [Fact]
    public void Another_mode_is_another_plan()
    {
        var (stand, aanlevering) = (Stand(Account(1), Account(2)), Aanlevering(Aangeleverd(1)));

        Plan(stand, aanlevering, AlleenToevoegen).Hash.Should().NotBe(Plan(stand, aanlevering).Hash);
    }
}
