using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Importeren.Conflicten;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Personen;

/// <summary>Whatever a source delivers under a key of an account that was merged is of the one that stays.</summary>
public sealed class SamengevoegdTests
{
    private static readonly DateTimeOffset Nu = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Delivered_under_the_keys_of_the_merged_one_alone_the_one_that_stays_is_changed_and_keeps_its_own_keys()
    {
        var stand = Merged(Account(1), Account(2));

        var regel = Only(Plan(stand, Aanlevering(Aangeleverd(Gegevens(2) with { Leerjaar = 2 }))));

        (regel.Soort, regel.Account!.Id).Should().Be((RegelSoort.Bijwerken, Id(1)));
        regel.Gegevens.Sleutels.Should().Equal(Gegevens(1).Sleutels);
        regel.Gegevens.Leerjaar.Should().Be(2);
    }

    [Fact]
    public void Delivered_twice_the_one_with_the_keys_of_the_one_that_stays_counts_whatever_the_order()
    {
        var stand = Merged(Account(1), Account(2));
        var plans = new[] { Aanlevering(Aangeleverd(1), Aangeleverd(2)), Aanlevering(Aangeleverd(2), Aangeleverd(1)) }
            .Select(a => Plan(stand, a)).ToArray();

        plans.Should().AllSatisfy(plan => plan.Leerlingen.Select(r => (r.Soort, r.Account?.Id)).Should().BeEquivalentTo(
            [(RegelSoort.Ongewijzigd, (AccountId?)Id(1)), (RegelSoort.Ongewijzigd, null)]));
        plans[0].Leerlingen.SelectMany(r => r.Meldingen).Should().Equal(SamenvoegingMeldingen.TweedeVanSamengevoegde);
        plans[1].Hash.Should().Be(plans[0].Hash);
    }

    [Fact]
    public void Two_records_that_both_know_a_key_of_the_merged_one_touch_nobody()
    {
        var stand = Merged(Account(1), Account(2));
        var one = Gegevens(1) with { IdGebr = "g2" };
        var other = Gegevens(2).Without(Veld.IdGebr);

        var plan = Plan(stand, Aanlevering(Aangeleverd(one), Aangeleverd(other)));

        plan.Leerlingen.Should().OnlyContain(r => r.Soort == RegelSoort.Conflict);
    }

    [Theory]
    [InlineData(Veld.UwlrKey, Veld.Stamnummer)]
    [InlineData(Veld.EckId | Veld.UwlrKey, Veld.Stamnummer | Veld.IdGebr)]
    [InlineData(Veld.Stamnummer, Veld.EckId)]
    public void Of_two_records_with_the_keys_that_each_brought_the_one_with_the_strongest_counts(Veld een, Veld ander)
    {
        const Veld Sleutels = Veld.EckId | Veld.UwlrKey | Veld.Stamnummer | Veld.IdGebr;
        var (one, other) = (Gegevens(1).Without(Sleutels & ~een), Gegevens(1).Without(Sleutels & ~ander));
        var stand = Merged(Account(1) with { Gegevens = one }, Account(2) with { Gegevens = other });
        var (strong, weak) = een < ander ? (one, other) : (other, one);

        var plan = Plan(stand, Aanlevering(Aangeleverd(one), Aangeleverd(other with { Leerjaar = 6 })));

        plan.Leerlingen.Should().NotContain(r => r.Soort == RegelSoort.Conflict);
        plan.Leerlingen.Single(r => r.Meldingen.Contains(SamenvoegingMeldingen.TweedeVanSamengevoegde))
            .Aangeleverd!.Sleutels.Should().Equal(weak.Sleutels);
        plan.Leerlingen.Single(r => r.Account?.Id == Id(1)).Aangeleverd!.Sleutels.Should().Equal(strong.Sleutels);
    }

    [Fact]
    public void A_chain_of_merges_leads_to_the_last_that_stays()
    {
        var first = Merge(Account(2), Account(1));
        var second = Merge(Account(3), first.Blijft);
        var stand = Stand(second.Blijft, second.Vervalt, first.Vervalt);

        var regel = Only(Plan(stand, Aanlevering(Aangeleverd(1))));

        regel.Account!.Id.Should().Be(Id(3));
        regel.Gegevens.Sleutels.Should().Equal(Gegevens(3).Sleutels);
    }

    [Fact]
    public void An_eck_id_that_comes_later_under_a_key_of_the_merged_one_is_of_the_one_that_stays()
    {
        var stand = Merged(
            Account(1) with { Gegevens = Gegevens(1).Without(Veld.EckId) },
            Account(2) with { Gegevens = Gegevens(2).Without(Veld.EckId) });

        var regel = Only(Plan(stand, Aanlevering(Aangeleverd(2))));

        (regel.Soort, regel.Account!.Id, regel.Gegevens.EckId).Should().Be(
            (RegelSoort.Bijwerken, Id(1), Gegevens(2).EckId));
    }

    [Fact]
    public void Keys_of_both_together_are_no_contradiction()
    {
        var stand = Merged(Account(1), Account(2));
        var both = Gegevens(1) with { Stamnummer = Gegevens(2).Stamnummer, EckId = Gegevens(2).EckId };

        Only(Plan(stand, Aanlevering(Aangeleverd(both)))).Soort.Should().Be(RegelSoort.Ongewijzigd);
    }

    [Fact]
    public void A_stranger_under_a_weak_key_of_the_merged_one_gets_nobodys_account()
    {
        var stand = Merged(Account(1), Account(2));
        var stranger = Gegevens(2).Without(Veld.EckId | Veld.UwlrKey | Veld.IdGebr) with
        {
            Roepnaam = "Karim",
            Achternaam = "Verzonnen",
        };

        var regel = Only(Plan(stand, Aanlevering(Aangeleverd(stranger))));

        (regel.Soort, regel.Meldingen[0]).Should().Be((RegelSoort.Conflict, Meldingen.AndereNaam));
        regel.Betrokken.Select(b => b.Id).Should().Equal(Id(1));
    }

    [Fact]
    public void Who_was_kept_apart_and_takes_a_key_takes_it_from_the_account_that_holds_it()
    {
        var stand = Merged(Account(1), Account(2));
        var stranger = Gegevens(9).Without(Veld.EckId | Veld.UwlrKey | Veld.IdGebr) with { Stamnummer = Gegevens(2).Stamnummer };
        var aanlevering = Aanlevering(Aangeleverd(1), Aangeleverd(stranger));
        var conflict = Plan(stand, aanlevering).Leerlingen.Single(r => r.Soort == RegelSoort.Conflict);

        var plan = Plan(stand, aanlevering, conflict.Decide(Beslissingsoort.ApartHouden).Value);
        var after = Uitvoering.Apply(stand, plan);

        plan.Leerlingen.Single(r => r.Soort == RegelSoort.Nieuw).Afstanden.Should().ContainSingle()
            .Which.Account.Id.Should().Be(Id(2));
        after.Leerlingen.SelectMany(l => l.Gegevens.Sleutels).Should().OnlyHaveUniqueItems();
        after.Leerlingen.Single(l => l.Id == Id(1)).Gegevens.Should().Be(Gegevens(1));
    }

    [Fact]
    public void Who_comes_in_a_year_that_has_not_begun_takes_no_key_of_an_account_of_now()
    {
        var stand = Merged(Account(1), Account(2));
        var stranger = Gegevens(9).Without(Veld.EckId | Veld.UwlrKey | Veld.IdGebr) with { Stamnummer = Gegevens(2).Stamnummer };
        var aanlevering = Aanlevering(Aangeleverd(1), Aangeleverd(stranger));
        var conflict = Plan(stand, aanlevering).Leerlingen.Single(r => r.Soort == RegelSoort.Conflict);
        var kader = Kader with
        {
            Vandaag = new DateOnly(2026, 6, 1),
            Beslissingen = [conflict.Decide(Beslissingsoort.ApartHouden).Value],
        };

        Plan(stand, aanlevering, kader).Leerlingen.Should().ContainSingle(
            r => r.Aangehouden == RegelSoort.Nieuw && r.Afstanden.Count == 0);
    }

    [Fact]
    public void A_decision_that_names_the_merged_one_is_of_the_one_that_stays()
    {
        var (one, two) = (Account(1), Account(2));
        var torn = Gegevens(1) with { EckId = null, Stamnummer = Gegevens(2).Stamnummer };
        var before = Only(Plan(Stand(one, two), Aanlevering(Aangeleverd(torn))), RegelSoort.Conflict);
        var beslissing = before.Decide(Beslissingsoort.Samenvoegen, Id(2)).Value;

        var regel = Only(Plan(Merged(one, two), Aanlevering(Aangeleverd(torn)), beslissing));

        regel.Account!.Id.Should().Be(Id(1));
    }

    [Fact]
    public void A_docent_with_the_address_of_the_merged_one_is_the_one_that_stays()
    {
        var merged = Accountsamenvoeging<DocentGegevens>.Merge(
            DocentBuilder.Account(1), DocentBuilder.Account(2), ondanksVerschil: true, "test", Nu).Value;
        var stand = Stand() with { Docenten = [merged.Blijft, merged.Vervalt] };
        var docent = DocentBuilder.Gegevens(2) with { EckId = null, UwlrKey = "nieuw", Achternaam = "Achternaam1" };
        var aanlevering = Aanlevering() with { Docenten = [new(docent, DocentBuilder.Alles, [])] };

        var regel = Plan(stand, aanlevering).Docenten.Should().ContainSingle().Subject;

        (regel.Soort, regel.Account!.Id).Should().Be((RegelSoort.Bijwerken, DocentBuilder.Account(1).Id));
    }

    [Fact]
    public void A_docent_who_is_delivered_twice_gets_no_second_account_by_the_address_of_the_merged_one()
    {
        var merged = Accountsamenvoeging<DocentGegevens>.Merge(
            DocentBuilder.Account(1), DocentBuilder.Account(2), ondanksVerschil: true, "test", Nu).Value;
        var stand = Stand() with { Docenten = [merged.Blijft, merged.Vervalt] };
        var again = DocentBuilder.Gegevens(2) with { EckId = null, UwlrKey = "nieuw", Achternaam = "Achternaam1" };
        var aanlevering = Aanlevering() with { Docenten = [DocentBuilder.Aangeleverd(1), new(again, DocentBuilder.Alles, [])] };

        var plan = Plan(stand, aanlevering);

        plan.Docenten.Should().OnlyContain(r => r.Soort == RegelSoort.Ongewijzigd);
        plan.Docenten.SelectMany(r => r.Meldingen).Should().Contain(SamenvoegingMeldingen.TweedeVanSamengevoegde);
    }

    private static Accountsamenvoeging<LeerlingGegevens> Merge(
        Account<LeerlingGegevens> blijft, Account<LeerlingGegevens> vervalt) =>
        Accountsamenvoeging<LeerlingGegevens>.Merge(blijft, vervalt, ondanksVerschil: true, "test", Nu).Value;

    private static Schoolstand Merged(Account<LeerlingGegevens> blijft, Account<LeerlingGegevens> vervalt)
    {
        var merged = Merge(blijft, vervalt);
        return Stand(merged.Vervalt, merged.Blijft);
    }

    private static Planregel<LeerlingGegevens> Only(ImportPlan plan, RegelSoort? soort = null) =>
        plan.Leerlingen.Where(r => soort is null || r.Soort == soort).Should().ContainSingle().Subject;
}
