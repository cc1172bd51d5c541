using FsCheck.Xunit;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Importeren;
using Kurve.Numo.Domain.Tests.Opleidingen;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Leerlingen;

public sealed class AccountsamenvoegingTests
{
    private const Veld Uniek = Veld.EckId | Veld.UwlrKey | Veld.Stamnummer | Veld.IdGebr;
    private static readonly DateTimeOffset Nu = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);

    private static readonly Opleiding Havo = Catalogus.Default.Find("HAVO")!;
    private static readonly LeerlingGegevens Havo3 = Onderwijs(3, "h3", new Doelgroep(Havo, 3));
    private static readonly LeerlingGegevens Onbekend5 = Onderwijs(5, "x5", null);

    [Fact]
    public void Keys_that_the_one_that_stays_lacks_go_over_and_those_that_both_have_stay()
    {
        var blijft = Account(1) with { Gegevens = Gegevens(1).Without(Veld.EckId | Veld.IdGebr) };

        var merged = Merge(blijft, Account(2));

        merged.Overgenomen.Should().Be(Veld.EckId | Veld.IdGebr);
        merged.Blijft.Gegevens.Should().Be(blijft.Gegevens with { EckId = Gegevens(2).EckId, IdGebr = "g2" });
        merged.Vervalt.Gegevens.Should().Be(Gegevens(2).Without(Veld.EckId | Veld.IdGebr));
        merged.Verschillend.Should().HaveFlag(Veld.UwlrKey | Veld.Stamnummer | Veld.Roepnaam | Veld.Achternaam);
    }

    [Fact]
    public void The_other_is_archived_by_who_merges_and_points_at_the_one_that_stays() =>
        Merge(Account(1), Account(2)).Vervalt.Should().BeEquivalentTo(new
        {
            Id = Id(2),
            Status = Accountstatus.Gearchiveerd,
            SamengevoegdMet = (AccountId?)Id(1),
            MetDeHandGearchiveerd = new Handarchief("test", Nu),
        });

    [Fact]
    public void A_name_is_not_put_together_of_two()
    {
        var ander = Account(2) with { Gegevens = Gegevens(2) with { Voorvoegsel = "van" } };

        Merge(Account(1), ander).Blijft.Gegevens.Voorvoegsel.Should().BeNull();
    }

    [Fact]
    public void Where_only_the_other_is_active_it_knows_the_leerjaar_and_the_vestiging_unless_that_is_locked()
    {
        var weg = Account(1, Accountstatus.Gearchiveerd) with
        {
            MetDeHandGearchiveerd = new Handarchief("iemand", Nu),
            Vergrendeld = Veld.Vestiging,
        };
        var actief = Account(2) with { Gegevens = Gegevens(2) with { Leerjaar = 3, Vestiging = Vestigingsnummer.Hydrate("01") } };

        var blijft = Merge(weg, actief).Blijft;

        (blijft.Status, blijft.MetDeHandGearchiveerd, blijft.Gegevens.Leerjaar, blijft.Gegevens.Vestiging, blijft.Gegevens.Naam)
            .Should().Be((Accountstatus.Actief, null, 3, Vestigingsnummer.Hoofd, Gegevens(1).Naam));
    }

    [Fact]
    public void A_leerjaar_of_one_and_an_opleiding_of_the_other_are_not_put_together()
    {
        var blijft = Account(1);
        var ander = Account(2) with { Gegevens = Gegevens(2) with { Leerjaar = 3, Opleidingscode = "h3" } };

        Merge(blijft, ander).Blijft.Gegevens.Opleidingscode.Should().BeNull();
    }

    [Fact]
    public void Where_only_the_other_is_active_what_it_does_not_know_of_the_opleiding_is_not_known_after()
    {
        var weg = Account(1, Accountstatus.Gearchiveerd) with { Gegevens = Havo3 };
        var actief = Account(2) with { Gegevens = Onbekend5 };

        var merged = Merge(weg, actief);

        Onderwijs(merged).Should().Be((5, "x5", null));
        merged.Overgenomen.Should().HaveFlag(Veld.Leerjaar | Veld.Opleidingscode | Veld.Doelgroep);
    }

    [Theory]
    [InlineData(Veld.Leerjaar)]
    [InlineData(Veld.Opleidingscode)]
    [InlineData(Veld.Doelgroep)]
    public void A_lock_on_leerjaar_opleidingscode_or_doelgroep_keeps_all_three(Veld slot)
    {
        var weg = Account(1, Accountstatus.Gearchiveerd) with { Gegevens = Havo3, Vergrendeld = slot };
        var leeg = Account(3) with
        {
            Gegevens = Gegevens(3).Without(Veld.Leerjaar | Veld.Opleidingscode | Veld.Doelgroep),
            Vergrendeld = slot,
        };

        Onderwijs(Merge(weg, Account(2) with { Gegevens = Onbekend5 })).Should().Be((3, "h3", Havo3.Doelgroep));
        Onderwijs(Merge(leeg, Account(2) with { Gegevens = Havo3 })).Should().Be((null, null, null));
    }

    [Fact]
    public void Of_two_active_accounts_the_opleiding_goes_over_with_the_same_leerjaar_or_with_none_and_with_no_other()
    {
        var zonder = Account(1) with { Gegevens = Gegevens(1) with { Leerjaar = null } };
        var zelfde = Account(1) with { Gegevens = Gegevens(1) with { Leerjaar = 3 } };
        var anders = Account(1) with { Gegevens = Gegevens(1) with { Leerjaar = 4 } };
        var ander = Account(2) with { Gegevens = Havo3 };

        Onderwijs(Merge(zonder, ander)).Should().Be((3, "h3", Havo3.Doelgroep));
        Onderwijs(Merge(zelfde, ander)).Should().Be((3, "h3", Havo3.Doelgroep));
        Onderwijs(Merge(anders, ander)).Should().Be((4, null, null));
    }

    [Theory]
    [InlineData(Accountstatus.Actief, Accountstatus.Actief)]
    [InlineData(Accountstatus.Actief, Accountstatus.Gearchiveerd)]
    [InlineData(Accountstatus.Gearchiveerd, Accountstatus.Actief)]
    [InlineData(Accountstatus.Gearchiveerd, Accountstatus.Gearchiveerd)]
    public void Leerjaar_opleidingscode_and_doelgroep_are_those_of_one_account_whatever_either_knows(
        Accountstatus een, Accountstatus ander)
    {
        LeerlingGegevens[] known =
        [
            Onderwijs(null, null, null), Onderwijs(3, null, null), Onderwijs(5, null, null), Onderwijs(null, "h3", null),
            Onderwijs(3, "h3", null), Havo3, Onderwijs(5, "x5", null), Onderwijs(5, null, new Doelgroep(Havo, 5)),
        ];

        known.SelectMany(_ => known, (one, other) => (one, other)).Should().AllSatisfy(pair =>
            Onderwijs(Merge(Account(1, een) with { Gegevens = pair.one }, Account(2, ander) with { Gegevens = pair.other }))
                .Should().BeOneOf(Show(pair.one), Show(pair.other)));
    }

    [Fact]
    public void What_was_locked_of_the_other_is_locked_where_it_goes()
    {
        var blijft = Account(1) with { Gegevens = Gegevens(1).Without(Veld.Stamnummer), Vergrendeld = Veld.Roepnaam };
        var ander = Account(2) with { Vergrendeld = Veld.Stamnummer | Veld.Achternaam };

        Merge(blijft, ander).Blijft.Vergrendeld.Should().Be(Veld.Roepnaam | Veld.Stamnummer);
    }

    [Fact]
    public void Different_eck_ids_and_other_names_need_somebody_who_knows_better()
    {
        var zonder = Account(1) with { Gegevens = Gegevens(1).Without(Veld.EckId) };

        Refuse(Account(1), Account(2)).Should().BeOfType<EckIdVerschilt>().Which.Field.Should().Be("ondanks_verschil");
        Refuse(zonder, Account(2)).Should().BeOfType<NamenVerschillen>().Which.Field.Should().Be("ondanks_verschil");
        Refuse(zonder, Account(2) with { Gegevens = Gegevens(2) with { Achternaam = "Achternaam1" } }).Should().BeNull();
    }

    [Fact]
    public void Oneself_and_who_was_merged_before_are_refused()
    {
        var weg = Account(2) with { SamengevoegdMet = Id(3) };

        Refuse(Account(1), Account(1)).Should().Be(new SamenvoegenMetZichzelf(Id(1)) { Field = "vervalt_id" });
        Refuse(Account(1), weg).Should().Be(new AccountSamengevoegd(Id(2), Id(3)) { Field = "vervalt_id" });
        Refuse(weg, Account(1)).Should().Be(new AccountSamengevoegd(Id(2), Id(3)) { Field = "blijft_id" });
    }

    [Property(Arbitrary = [typeof(Importeren.Scholen)])]
    public void No_key_is_lost_or_given_twice_and_nobody_active_is_lost(Geval geval)
    {
        var accounts = geval.Stand.Leerlingen;
        for (var i = 1; i < accounts.Count; i++)
        {
            var merged = Merge(accounts[i - 1], accounts[i]);
            var after = merged.Blijft.Gegevens.Sleutels.Concat(merged.Vervalt.Gegevens.Sleutels).ToArray();

            after.Should().BeEquivalentTo(accounts[i - 1].Gegevens.Sleutels.Concat(accounts[i].Gegevens.Sleutels));
            after.Should().OnlyHaveUniqueItems();
            (merged.Blijft.Status == Accountstatus.Actief).Should().Be(
                accounts[i - 1].Status == Accountstatus.Actief || accounts[i].Status == Accountstatus.Actief);
            (merged.Overgenomen & merged.Verschillend & Uniek).Should().Be(Veld.Geen);
        }
    }

    [Property(Arbitrary = [typeof(Importeren.Scholen)])]
    public void Of_docenten_the_address_is_kept_by_both_and_no_key_is_lost(Geval geval)
    {
        var accounts = geval.Stand.Docenten;
        for (var i = 1; i < accounts.Count; i++)
        {
            var merged = Accountsamenvoeging<DocentGegevens>.Merge(accounts[i - 1], accounts[i], true, "test", Nu).Value;

            merged.Vervalt.Gegevens.Email.Should().Be(accounts[i].Gegevens.Email);
            new[] { merged.Blijft.Gegevens.EckId, merged.Vervalt.Gegevens.EckId }.Should().BeEquivalentTo(
                [accounts[i - 1].Gegevens.EckId, accounts[i].Gegevens.EckId]);
        }
    }

    private static (int? Leerjaar, string? Code, Doelgroep? Doelgroep) Onderwijs(
        Accountsamenvoeging<LeerlingGegevens> merged) => Show(merged.Blijft.Gegevens);

    private static (int? Leerjaar, string? Code, Doelgroep? Doelgroep) Show(LeerlingGegevens gegevens) =>
        (gegevens.Leerjaar, gegevens.Opleidingscode, gegevens.Doelgroep);

    private static LeerlingGegevens Onderwijs(int? leerjaar, string? code, Doelgroep? doelgroep) =>
        Gegevens(1) with { Leerjaar = leerjaar, Opleidingscode = code, Doelgroep = doelgroep };

    private static Accountsamenvoeging<LeerlingGegevens> Merge(
        Account<LeerlingGegevens> blijft, Account<LeerlingGegevens> vervalt) =>
        Accountsamenvoeging<LeerlingGegevens>.Merge(blijft, vervalt, ondanksVerschil: true, "test", Nu).Value;

    private static Error? Refuse(Account<LeerlingGegevens> blijft, Account<LeerlingGegevens> vervalt) =>
        Accountsamenvoeging<LeerlingGegevens>.Merge(blijft, vervalt, ondanksVerschil: false, "test", Nu).Error;
}
