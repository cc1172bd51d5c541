using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;
using static Kurve.Numo.Domain.Tests.Importeren.Uitvoering;

namespace Kurve.Numo.Domain.Tests.Importeren.Conflicten;

public sealed class BeslissingTests
{
    /// <summary>Delivered with the ECK iD of 1 and the key of 2.</summary>
    private static readonly LeerlingGegevens Dubbel = Gegevens(1) with { UwlrKey = "key-2" };

    private static readonly Schoolstand Twee = Stand(Account(1), Account(2));

    [Fact]
    public void Who_has_nothing_but_an_address_that_is_taken_cannot_be_kept_apart()
    {
        var zonderSleutel = DocentBuilder.Aangeleverd(2) with
        {
            Gegevens = new DocentGegevens
            {
                Vestiging = Vestigingsnummer.Hoofd,
                Roepnaam = "Kim",
                Achternaam = "Ander",
                Email = DocentBuilder.Aangeleverd(1).Gegevens.Email,
            },
        };
        var aanlevering = Aanlevering() with { Docenten = [DocentBuilder.Aangeleverd(1), zonderSleutel] };

        var conflict = Plan(Stand(), aanlevering).Docenten.Single(r => r.Aangeleverd!.Achternaam == "Ander");

        conflict.Decide(Beslissingsoort.ApartHouden).Error.Should().BeOfType<GeenEigenSleutel>();
    }

    [Fact]
    public void A_conflict_tells_the_accounts_and_which_key_points_at_each()
    {
        var conflict = Conflict(Twee, Dubbel);

        conflict.Betrokken.Should().Equal(
            new Betrokkene(Id(1), "Roepnaam1 Achternaam1", Accountstatus.Actief, Veld.EckId | Veld.Stamnummer | Veld.IdGebr),
            new Betrokkene(Id(2), "Roepnaam2 Achternaam2", Accountstatus.Actief, Veld.UwlrKey));
    }

    [Fact]
    public void Kept_apart_from_an_account_with_another_stamnummer_the_person_is_new_and_gets_no_key_of_it()
    {
        var stand = Stand(Account(1) with { Gegevens = Gegevens(1) with { EckId = null } });
        var vreemde = Gegevens(2) with { EckId = null, UwlrKey = Gegevens(1).UwlrKey };
        var conflict = Conflict(stand, vreemde);

        var beslissing = conflict.Decide(Beslissingsoort.ApartHouden).Value;
        var plan = Plan(stand, Aanlevering(Aangeleverd(1), Aangeleverd(vreemde)), beslissing);

        conflict.Meldingen[0].Should().Be(Meldingen.AnderStamnummer);
        var nieuw = plan.Leerlingen.Single(r => r.Soort == RegelSoort.Nieuw);
        (nieuw.Gegevens.UwlrKey, nieuw.Gegevens.Stamnummer).Should().Be((null, vreemde.Stamnummer));
    }

    [Fact]
    public void Merged_the_person_is_the_account_and_the_other_gives_up_the_key_and_leaves()
    {
        var beslissing = Conflict(Twee, Dubbel).Decide(Beslissingsoort.Samenvoegen, Id(1)).Value;

        var plan = Plan(Twee, Aanlevering(Aangeleverd(Dubbel)), beslissing);
        var after = Apply(Twee, plan).Leerlingen.ToDictionary(l => l.Id);

        plan.Leerlingen.Select(r => (r.Soort, r.Account!.Id)).Should().Equal(
            (RegelSoort.Bijwerken, Id(1)), (RegelSoort.Archiveren, Id(2)));
        after[Id(1)].Gegevens.UwlrKey.Should().Be("key-2");
        after[Id(2)].Gegevens.UwlrKey.Should().BeNull();
        after[Id(2)].Gegevens.EckId.Should().Be(Gegevens(2).EckId, "only the key in dispute is given up");
    }

    [Fact]
    public void Merged_with_the_account_of_a_weaker_key_the_person_is_that_one()
    {
        var beslissing = Conflict(Twee, Dubbel).Decide(Beslissingsoort.Samenvoegen, Id(2)).Value;

        var plan = Plan(Twee, Aanlevering(Aangeleverd(Dubbel)), beslissing);

        plan.Leerlingen.Single(r => r.Soort == RegelSoort.Bijwerken).Account!.Id.Should().Be(Id(2));
        Apply(Twee, plan).Leerlingen.Single(l => l.Id == Id(2)).Gegevens.EckId.Should().Be(Gegevens(1).EckId);
    }

    [Fact]
    public void Kept_apart_the_person_keeps_its_account_and_does_without_the_key_of_the_other()
    {
        var beslissing = Conflict(Twee, Dubbel).Decide(Beslissingsoort.ApartHouden).Value;

        var twee = Aangeleverd(Zonder(2, Veld.UwlrKey), Alles & ~Veld.UwlrKey);

        var plan = Plan(Twee, Aanlevering(Aangeleverd(Dubbel), twee), beslissing);
        var after = Apply(Twee, plan);

        plan.Leerlingen.Should().OnlyContain(r => r.Soort == RegelSoort.Ongewijzigd);
        after.Leerlingen.Select(l => l.Gegevens.UwlrKey).Should().Equal("key-1", "key-2");
    }

    [Fact]
    public void Kept_apart_from_an_account_with_another_eck_id_the_person_is_new()
    {
        var ander = Gegevens(1) with { EckId = EckId.Hydrate("eck-van-een-ander") };
        var stand = Stand(Account(1));
        var beslissing = Conflict(stand, ander).Decide(Beslissingsoort.ApartHouden).Value;

        var plan = Plan(stand, Aanlevering(Aangeleverd(ander)), beslissing);
        var after = Apply(stand, plan);

        plan.Leerlingen.Select(r => r.Soort).Should().Equal(RegelSoort.Nieuw, RegelSoort.Archiveren);
        after.Leerlingen[^1].Gegevens.Sleutels.Should().ContainSingle().Which.Veld.Should().Be(Veld.EckId);
        Plan(after, Aanlevering(Aangeleverd(ander)), beslissing).Leerlingen.Should().ContainSingle(
            "the decision holds for the account that it made").Which.Soort.Should().Be(RegelSoort.Ongewijzigd);
    }

    [Fact]
    public void An_eck_id_that_was_weighed_may_take_the_place_of_another()
    {
        var ander = Gegevens(1) with { EckId = EckId.Hydrate("eck-nieuw") };
        var stand = Stand(Account(1));
        var beslissing = Conflict(stand, ander).Decide(Beslissingsoort.Samenvoegen, Id(1)).Value;

        var plan = Plan(stand, Aanlevering(Aangeleverd(ander)), beslissing);

        plan.Leerlingen.Should().ContainSingle().Which.Gewijzigd.Should().Be(Veld.EckId);
    }

    [Fact]
    public void A_key_that_was_given_to_another_pupil_since_is_not_covered_by_the_decision()
    {
        var zonder = Gegevens(3) with { EckId = null, UwlrKey = "key-1", Stamnummer = Gegevens(2).Stamnummer, IdGebr = null };
        var beslissing = Conflict(Twee, zonder).Decide(Beslissingsoort.Samenvoegen, Id(1)).Value;
        var ander = zonder with { EckId = EckId.Hydrate("eck-van-een-ander") };

        var plan = Plan(Twee, Aanlevering(Aangeleverd(ander)), beslissing);

        plan.Leerlingen.Should().ContainSingle().Which.Soort.Should().Be(RegelSoort.Conflict);
    }

    [Fact]
    public void Skipped_the_person_is_left_out_and_nobody_is_touched()
    {
        var beslissing = Conflict(Twee, Dubbel).Decide(Beslissingsoort.Overslaan).Value;

        var plan = Plan(Twee, Aanlevering(Aangeleverd(Dubbel)), beslissing);

        var regel = plan.Leerlingen.Should().ContainSingle().Subject;
        (regel.Soort, regel.Account).Should().Be((RegelSoort.Ongewijzigd, null));
        Apply(Twee, plan).Leerlingen.Should().Equal(Twee.Leerlingen);
    }

    [Fact]
    public void A_row_tells_who_decided_and_when()
    {
        var beslissing = Conflict(Twee, Dubbel).Decide(Beslissingsoort.Overslaan).Value;

        var regel = Plan(Twee, Aanlevering(Aangeleverd(Dubbel)), beslissing).Leerlingen.Single();

        regel.Beslissing.Should().Be(beslissing);
        regel.Meldingen.Should().ContainSingle().Which.Tekst.Should().Contain("beheerder").And.Contain("03-09-2026");
    }

    [Fact]
    public void An_account_that_was_not_weighed_makes_it_a_conflict_again()
    {
        var beslissing = Conflict(Twee, Dubbel).Decide(Beslissingsoort.Overslaan).Value;
        var stand = Stand(
            Account(1) with { Gegevens = Gegevens(1) with { Stamnummer = null } },
            Account(2),
            Account(3) with { Gegevens = Gegevens(3) with { Stamnummer = Gegevens(1).Stamnummer } });

        var plan = Plan(stand, Aanlevering(Aangeleverd(Dubbel), Aangeleverd(Zonder(3, Veld.Stamnummer))), beslissing);

        plan.Leerlingen.Should().Contain(r => r.Soort == RegelSoort.Conflict && r.Gegevens == Dubbel);
    }

    [Fact]
    public void Of_two_who_claim_one_account_the_one_that_was_merged_gets_it()
    {
        var (viaEckId, viaKey) = (Zonder(1, ~Veld.EckId), Zonder(1, ~Veld.UwlrKey & ~Veld.IdGebr) with { IdGebr = "g9" });
        var stand = Stand(Account(1));
        var aanlevering = Aanlevering(
            new Aangeleverd<LeerlingGegevens>(viaEckId, Veld.EckId, []),
            new Aangeleverd<LeerlingGegevens>(viaKey, Veld.UwlrKey | Veld.IdGebr, []));
        var conflicten = Plan(stand, aanlevering).Leerlingen;
        var samen = conflicten.Single(r => r.Gegevens == viaEckId).Decide(Beslissingsoort.Samenvoegen, Id(1)).Value;
        var apart = conflicten.Single(r => r.Gegevens == viaKey).Decide(Beslissingsoort.ApartHouden).Value;

        var een = Plan(stand, aanlevering, samen);
        var beide = Plan(stand, aanlevering, samen, apart);

        conflicten.Should().OnlyContain(r => r.Soort == RegelSoort.Conflict);
        een.Leerlingen.Select(r => r.Soort).Should().BeEquivalentTo([RegelSoort.Ongewijzigd, RegelSoort.Conflict]);
        beide.Leerlingen.Select(r => r.Soort).Should().BeEquivalentTo([RegelSoort.Ongewijzigd, RegelSoort.Nieuw]);
    }

    [Fact]
    public void A_key_that_is_locked_is_not_given_up()
    {
        var stand = Stand(Account(1), Account(2) with { Vergrendeld = Veld.UwlrKey });
        var beslissing = Conflict(stand, Dubbel).Decide(Beslissingsoort.Samenvoegen, Id(1)).Value;

        var after = Apply(stand, Plan(stand, Aanlevering(Aangeleverd(Dubbel)), beslissing)).Leerlingen;

        after.Single(l => l.Id == Id(1)).Gegevens.UwlrKey.Should().Be("key-1");
        after.Single(l => l.Id == Id(2)).Gegevens.UwlrKey.Should().Be("key-2");
    }

    [Fact]
    public void Another_plan_has_another_hash_when_a_key_is_given_up()
    {
        var beslissing = Conflict(Twee, Dubbel).Decide(Beslissingsoort.Samenvoegen, Id(1)).Value;
        var zonderTwee = Stand(Account(1));

        var met = Plan(Twee, Aanlevering(Aangeleverd(Dubbel), Aangeleverd(Zonder(2, Veld.UwlrKey))), beslissing);
        var zonder = Plan(zonderTwee, Aanlevering(Aangeleverd(Dubbel)));

        met.Leerlingen.SelectMany(r => r.Afstanden).Should().ContainSingle();
        met.Hash.Should().NotBe(zonder.Hash);
    }

    [Fact]
    public void Merging_names_an_account_that_the_conflict_is_about()
    {
        var conflict = Conflict(Twee, Dubbel);

        conflict.Decide(Beslissingsoort.Samenvoegen, Id(3)).Error.Should().BeOfType<AccountNietBetrokken>()
            .Which.Message.Should().Contain(Id(1).ToString()).And.Contain(Id(2).ToString());
        conflict.Decide(Beslissingsoort.Samenvoegen).Error.Should().BeOfType<AccountNietBetrokken>();
        conflict.Decide(Beslissingsoort.Overslaan, Id(1)).Error.Should().BeOfType<AccountOverbodig>();
    }

    [Fact]
    public void Who_has_no_key_of_its_own_cannot_be_kept_apart()
    {
        var viaEckId = Zonder(1, ~Veld.EckId);
        var viaKey = Zonder(1, ~Veld.UwlrKey);
        var plan = Plan(Stand(Account(1)), Aanlevering(Aangeleverd(viaEckId), Aangeleverd(viaKey)));

        plan.Leerlingen[0].Decide(Beslissingsoort.ApartHouden).Error.Should().BeOfType<GeenEigenSleutel>();
    }

    private static LeerlingGegevens Zonder(int nummer, Veld velden) =>
        Gegevens(nummer).Without(velden & (Veld.EckId | Veld.UwlrKey | Veld.Stamnummer | Veld.IdGebr));

    private static Planregel<LeerlingGegevens> Conflict(Schoolstand stand, LeerlingGegevens persoon) =>
        Plan(stand, Aanlevering(Aangeleverd(persoon))).Leerlingen
            .Should().ContainSingle(r => r.Soort == RegelSoort.Conflict).Subject;
}
