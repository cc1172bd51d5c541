using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Opleidingen;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren;

public sealed class ImportPlannerTests
{
    [Fact]
    public void Somebody_unknown_is_new()
    {
        var plan = Plan(Stand(), Aanlevering(Aangeleverd(1)));

        plan.Leerlingen.Should().ContainSingle().Which.Soort.Should().Be(RegelSoort.Nieuw);
    }

    [Fact]
    public void Somebody_known_and_the_same_stays_as_it_is()
    {
        var plan = Plan(Stand(Account(1)), Aanlevering(Aangeleverd(1)));

        plan.Leerlingen.Should().ContainSingle().Which.Soort.Should().Be(RegelSoort.Ongewijzigd);
    }

    [Fact]
    public void A_changed_field_shows_old_and_new()
    {
        var anders = Gegevens(1) with { Achternaam = "Anders" };

        var regel = Plan(Stand(Account(1)), Aanlevering(Aangeleverd(anders))).Leerlingen.Single();

        regel.Soort.Should().Be(RegelSoort.Bijwerken);
        regel.Wijzigingen.Should().Equal(
            new Veldwijziging(Veld.Achternaam, "Achternaam1", "Anders", Vergrendeld: false));
    }

    [Fact]
    public void A_field_that_is_not_delivered_is_left_alone()
    {
        var zonder = Gegevens(1) with { Stamnummer = null, Voorvoegsel = null };

        var regel = Plan(
            Stand(Account(1)), Aanlevering(Aangeleverd(zonder, Alles & ~Veld.Stamnummer))).Leerlingen.Single();

        regel.Soort.Should().Be(RegelSoort.Ongewijzigd, "absent is not empty");
    }

    [Fact]
    public void A_new_leerjaar_without_an_opleiding_moves_the_doelgroep_along()
    {
        var havo = Catalogus.Default.Find("HAVO")!;
        var account = Account(1) with { Gegevens = Gegevens(1) with { Leerjaar = 3, Doelgroep = new Doelgroep(havo, 3) } };
        var vierde = Gegevens(1) with { Leerjaar = 4 };

        var regel = Plan(Stand(account), Aanlevering(Aangeleverd(vierde, Alles & ~Veld.Doelgroep))).Leerlingen.Single();

        regel.Gegevens.Doelgroep.Should().Be(new Doelgroep(havo, 4));
        regel.Gewijzigd.Should().HaveFlag(Veld.Doelgroep);
    }

    [Fact]
    public void A_login_account_alone_does_not_outweigh_another_stamnummer()
    {
        var vreemde = Gegevens(2) with { IdGebr = Gegevens(1).IdGebr };

        var regel = Plan(Stand(Account(1)), Aanlevering(Aangeleverd(vreemde with { EckId = null }))).Leerlingen
            .Single(r => r.Soort != RegelSoort.Archiveren);

        regel.Soort.Should().Be(RegelSoort.Conflict);
        regel.Meldingen.Should().Contain(Meldingen.AnderStamnummer);
    }

    [Fact]
    public void A_groep_of_the_same_key_at_another_vestiging_is_another_plan()
    {
        var hier = Gegevens(1) with { Groepen = [new Groepsleutel(Vestigingsnummer.Hoofd, "wis")] };
        var daar = Gegevens(1) with { Groepen = [new Groepsleutel(Vestigingsnummer.Hydrate("01"), "wis")] };

        Plan(Stand(), Aanlevering(Aangeleverd(hier))).Hash.Should()
            .NotBe(Plan(Stand(), Aanlevering(Aangeleverd(daar))).Hash);
    }

    [Fact]
    public void A_locked_field_keeps_its_value_and_is_shown()
    {
        var account = Account(1) with { Vergrendeld = Veld.Roepnaam };
        var anders = Gegevens(1) with { Roepnaam = "Bron", Achternaam = "Anders" };

        var regel = Plan(Stand(account), Aanlevering(Aangeleverd(anders))).Leerlingen.Single();

        regel.Gegevens.Roepnaam.Should().Be("Roepnaam1");
        regel.Gegevens.Achternaam.Should().Be("Anders");
        regel.Wijzigingen.Should().Contain(new Veldwijziging(Veld.Roepnaam, "Roepnaam1", "Bron", Vergrendeld: true));
    }

    [Fact]
    public void An_archived_account_that_is_delivered_comes_back()
    {
        var plan = Plan(Stand(Account(1, Accountstatus.Gearchiveerd)), Aanlevering(Aangeleverd(1)));

        plan.Leerlingen.Should().ContainSingle().Which.Soort.Should().Be(RegelSoort.Heractiveren);
    }

    [Fact]
    public void Somebody_who_is_missing_leaves()
    {
        var plan = Plan(Stand(Account(1), Account(2)), Aanlevering(Aangeleverd(1)));

        plan.Leerlingen.Should().ContainSingle(
            r => r.Soort == RegelSoort.Archiveren).Which.Account!.Id.Should().Be(Id(2));
    }

    [Fact]
    public void Somebody_of_a_vestiging_that_did_not_answer_stays()
    {
        var elders = Account(2) with { Gegevens = Gegevens(2) with { Vestiging = Vestigingsnummer.Hydrate("01") } };

        var plan = Plan(Stand(Account(1), elders), Aanlevering(Aangeleverd(1)));

        plan.Leerlingen.Should().NotContain(r => r.Soort == RegelSoort.Archiveren);
    }

    [Fact]
    public void Keys_of_two_accounts_are_a_conflict_that_touches_neither()
    {
        var dubbel = Gegevens(1) with { UwlrKey = "key-2" };

        var plan = Plan(Stand(Account(1), Account(2)), Aanlevering(Aangeleverd(dubbel)));

        var regel = plan.Leerlingen.Should().ContainSingle("neither account is archived").Subject;
        regel.Soort.Should().Be(RegelSoort.Conflict);
        regel.Meldingen.Should().Contain(Meldingen.SleutelsWijzenUiteen);
    }

    [Fact]
    public void An_account_with_another_eck_id_is_never_taken_over()
    {
        var ander = Gegevens(1) with { EckId = EckId.Hydrate("eck-van-een-ander") };

        var plan = Plan(Stand(Account(1)), Aanlevering(Aangeleverd(ander)));

        plan.Leerlingen.Should().ContainSingle().Which.Meldingen.Should().Contain(Meldingen.AnderEckId);
    }

    [Fact]
    public void Two_delivered_persons_of_one_account_are_both_a_conflict()
    {
        var viaEckId = Gegevens(1) with { UwlrKey = null, Stamnummer = null, IdGebr = null };
        var viaKey = Gegevens(1) with { EckId = null, Stamnummer = null, IdGebr = null };

        var plan = Plan(Stand(Account(1)), Aanlevering(Aangeleverd(viaEckId), Aangeleverd(viaKey)));

        plan.Leerlingen.Should().HaveCount(2).And.OnlyContain(r => r.Soort == RegelSoort.Conflict);
    }

    [Fact]
    public void Delivered_persons_that_share_their_eck_id_are_rejected_and_their_account_is_kept()
    {
        var tweede = Gegevens(2) with { EckId = Gegevens(1).EckId };

        var plan = Plan(Stand(Account(1)), Aanlevering(Aangeleverd(1), Aangeleverd(tweede)));

        plan.Leerlingen.Should().HaveCount(2).And.OnlyContain(r => r.Soort == RegelSoort.Afgekeurd);
    }

    [Fact]
    public void A_person_without_any_key_is_rejected_and_the_rest_goes_on()
    {
        var zonder = new LeerlingGegevens { Roepnaam = "Zonder" };

        var plan = Plan(Stand(), Aanlevering(Aangeleverd(zonder), Aangeleverd(1)));

        Tellingen.Of(plan.Leerlingen).Should().Be(Tellingen.Nul with { Nieuw = 1, Afgekeurd = 1 });
    }

    [Fact]
    public void A_stamnummer_that_lost_its_leading_zeros_is_the_same_person()
    {
        var account = Account(1) with { Gegevens = Gegevens(1) with { Stamnummer = Stamnummer.Hydrate("00123") } };
        var zonderNullen = Gegevens(1) with { EckId = null, UwlrKey = null, IdGebr = null, Stamnummer = Stamnummer.Hydrate("123") };

        var plan = Plan(
            Stand(account), Aanlevering(Aangeleverd(zonderNullen, Alles & ~(Veld.EckId | Veld.UwlrKey | Veld.IdGebr))));

        plan.Leerlingen.Should().ContainSingle().Which.Account!.Id.Should().Be(Id(1));
    }

    [Theory]
    [InlineData(10, 100, false, "ten is always allowed")]
    [InlineData(11, 110, false, "eleven of 110 is not over 10 %")]
    [InlineData(11, 109, true, "eleven of 109 is over 10 and over 10 %")]
    public void The_brake_looks_at_number_and_share(int weg, int totaal, bool remt, string because)
    {
        var stand = Stand([.. Enumerable.Range(1, totaal).Select(n => Account(n))]);
        var rest = Aanlevering([.. Enumerable.Range(1, totaal - weg).Select(Aangeleverd)]);

        Plan(stand, rest).Remmen.Any().Should().Be(remt, because);
    }

    [Fact]
    public void The_brake_looks_at_each_vestiging_by_itself()
    {
        var een = Vestigingsnummer.Hydrate("01");
        var hoofd = Enumerable.Range(1, 400).Select(n => Account(n)).ToArray();
        var neven = Enumerable.Range(401, 20).Select(
            n => Account(n) with { Gegevens = Gegevens(n) with { Vestiging = een } });
        var bijnaAlleenHoofd = Aanlevering(
        [
            .. Enumerable.Range(1, 400).Select(Aangeleverd),
            Aangeleverd(Gegevens(401) with { Vestiging = een }),
        ]) with
        {
            Bereik = Bereik(Vestigingsnummer.Hoofd, een),
        };

        var plan = Plan(Stand([.. hoofd, .. neven]), bijnaAlleenHoofd);

        plan.Remmen.Should().ContainSingle(
            "19 of 420 is little, 19 of 20 is not").Which.Tekst.Should().Contain("vestiging 01");
    }

    [Fact]
    public void A_groep_is_new_changed_back_or_gone()
    {
        GroepGegevens Maak(string key, string naam) => new(
            new Groepsleutel(Vestigingsnummer.Hoofd, key), Groepsoort.Samengesteld, naam, null);
        Groep Bekend(string key, Accountstatus status = Accountstatus.Actief) => new(
            new GroepId(Guid.CreateVersion7()), Maak(key, key), status);
        var stand = new Schoolstand(
            1,
            [],
            [],
            [Bekend("zelfde"), Bekend("anders"), Bekend("terug", Accountstatus.Gearchiveerd), Bekend("weg")]);
        var aanlevering = Aanlevering(Aangeleverd(1)) with
        {
            Groepen = [Maak("zelfde", "zelfde"), Maak("anders", "nieuwe naam"), Maak("terug", "terug"), Maak("nieuw", "nieuw")],
        };

        var groepen = Plan(stand, aanlevering).Groepen.ToDictionary(g => g.Gegevens.Sleutel.Key, g => g.Soort);

        groepen.Should().BeEquivalentTo(new Dictionary<string, RegelSoort>
        {
            ["anders"] = RegelSoort.Bijwerken,
            ["terug"] = RegelSoort.Bijwerken,
            ["nieuw"] = RegelSoort.Nieuw,
            ["weg"] = RegelSoort.Archiveren,
        });
    }

    [Fact]
    public void Another_plan_has_another_hash()
    {
        var stand = Stand(Account(1));
        var one = Plan(stand, Aanlevering(Aangeleverd(1)));
        var other = Plan(stand, Aanlevering(Aangeleverd(1), Aangeleverd(2)));
        var later = Plan(stand with { Versie = 8 }, Aanlevering(Aangeleverd(1)));

        new[] { one.Hash, other.Hash, later.Hash }.Should().OnlyHaveUniqueItems();
    }
}
