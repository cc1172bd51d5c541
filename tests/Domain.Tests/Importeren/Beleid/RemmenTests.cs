using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Beleid;

public sealed class RemmenTests
{
    private static readonly Vestigingsnummer Een = Vestigingsnummer.Hydrate("01");

    /// <summary>Everybody may leave, so that what brakes is none of the limit.</summary>
    private static readonly Plankader Ruim = Kader with
    {
        Beleid = Kader.Beleid with { Afspraak = Afspraak(100_000, 1, "2027-01-01") },
    };

    [Fact]
    public void Nobody_usable_stops_whatever_the_limit()
    {
        var plan = Plan(Stand(Account(1)), Aanlevering(Aangeleverd(new LeerlingGegevens { Roepnaam = "Zonder" })), Ruim);

        Codes(plan).Should().Equal("GEEN_BRUIKBARE_REGELS");
    }

    [Fact]
    public void Nobody_known_stops_whatever_the_limit()
    {
        var plan = Plan(Stand(Accounts(1, 5)), Aanlevering(Delivered(101, 5)), Ruim);

        Codes(plan).Should().Equal("SLEUTELS_ONBEKEND");
    }

    [Fact]
    public void A_first_import_knows_nobody_and_goes_on() =>
        Plan(Stand(), Aanlevering(Delivered(1, 50)), Ruim).Remmen.Should().BeEmpty();

    [Fact]
    public void One_who_is_known_shows_that_the_keys_are_right() =>
        Plan(Stand(Accounts(1, 5)), Aanlevering([.. Delivered(101, 5), Aangeleverd(1)]), Ruim).Remmen.Should().BeEmpty();

    [Fact]
    public void A_conflict_shows_that_a_key_is_known()
    {
        var tussenTwee = Aangeleverd(Gegevens(1) with { UwlrKey = "key-2" });

        Codes(Plan(Stand(Accounts(1, 2)), Aanlevering(tussenTwee), Ruim)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(50, false, "half is allowed")]
    [InlineData(49, true, "under half is not")]
    public void A_source_under_half_of_the_last_run_stops_whatever_the_limit(int nu, bool remt, string because)
    {
        var plan = Plan(Stand(Accounts(1, 100)), Aanlevering(Delivered(1, nu)), Ruim with { Vorige = Had(100, 0) });

        Codes(plan).Contains("BRON_GEKROMPEN").Should().Be(remt, because);
    }

    [Fact]
    public void Docenten_that_are_no_longer_delivered_stop_the_run()
    {
        var plan = Plan(
            Stand(Account(1)) with { Docenten = [DocentBuilder.Account(1)] },
            Aanlevering(Aangeleverd(1)) with { Bereik = Bereik(Vestigingsnummer.Hoofd) with { Docenten = new HashSet<Vestigingsnummer>() } },
            Ruim with { Vorige = Had(1, 20) });

        plan.Remmen.Should().ContainSingle().Which.Should().Be(BeleidMeldingen.BronGekrompen("docenten", 20, 0));
    }

    [Fact]
    public void Docenten_whom_nobody_knows_stop_the_run()
    {
        var stand = Stand(Account(1)) with { Docenten = [DocentBuilder.Account(1), DocentBuilder.Account(2)] };
        var aanlevering = Aanlevering(Aangeleverd(1)) with { Docenten = [DocentBuilder.Aangeleverd(7)] };

        Plan(stand, aanlevering, Ruim).Remmen.Should().ContainSingle()
            .Which.Should().Be(BeleidMeldingen.SleutelsOnbekend("docenten", 1));
    }

    [Fact]
    public void A_vestiging_whose_keys_are_unknown_stops_the_run_while_the_rest_is_sound()
    {
        var stand = Stand([.. Accounts(1, 100), .. Accounts(201, 10).Select(At)]);
        var aanlevering = Aanlevering([.. Delivered(1, 100), .. Delivered(301, 10).Select(At)]) with
        {
            Bereik = Bereik(Vestigingsnummer.Hoofd, Een),
        };

        Plan(stand, aanlevering, Ruim).Remmen.Should().ContainSingle()
            .Which.Should().Be(BeleidMeldingen.SleutelsOnbekend("leerlingen van vestiging 01", 10));
    }

    [Fact]
    public void A_handful_of_a_vestiging_may_change_at_once()
    {
        var stand = Stand([.. Accounts(1, 100), .. Accounts(201, 3).Select(At)]);
        var aanlevering = Aanlevering([.. Delivered(1, 100), .. Delivered(301, 3).Select(At)]) with
        {
            Bereik = Bereik(Vestigingsnummer.Hoofd, Een),
        };

        Plan(stand, aanlevering, Ruim).Remmen.Should().BeEmpty();
    }

    [Fact]
    public void A_vestiging_under_half_stops_the_run_while_the_rest_grew()
    {
        var stand = Stand([.. Accounts(1, 100), .. Accounts(201, 40).Select(At)]);
        var aanlevering = Aanlevering([.. Delivered(1, 120), .. Delivered(201, 19).Select(At)]) with
        {
            Bereik = Bereik(Vestigingsnummer.Hoofd, Een),
        };
        var kader = Ruim with { Vorige = [.. Had(100, 0), new Vestigingsomvang(Een, 40, 0)] };

        Plan(stand, aanlevering, kader).Remmen.Should().ContainSingle()
            .Which.Should().Be(BeleidMeldingen.BronGekrompen("leerlingen van vestiging 01", 40, 19));
    }

    [Fact]
    public void A_vestiging_that_did_not_speak_is_not_measured_and_keeps_what_it_had()
    {
        var kader = Ruim with { Vorige = [.. Had(1, 0), new Vestigingsomvang(Een, 40, 4)] };

        var plan = Plan(Stand(Account(1)), Aanlevering(Aangeleverd(1)), kader);

        plan.Remmen.Should().BeEmpty();
        plan.Omvang.Should().BeEquivalentTo(
            [new Vestigingsomvang(Vestigingsnummer.Hoofd, 1, 0), new Vestigingsomvang(Een, 40, 4)]);
    }

    [Theory]
    [InlineData("2026-11-25", 30, false, "LIMIET_AFGESPROKEN")]
    [InlineData("2026-11-24", 30, true, "LIMIET_VERLOPEN")]
    [InlineData("2026-11-25", 31, true, "LIMIET_AFGESPROKEN")]
    public void An_agreed_limit_holds_to_its_last_day_and_that_is_said(
        string totEnMet, int weg, bool remt, string waarschuwing)
    {
        var kader = Kader with { Beleid = Kader.Beleid with { Afspraak = Afspraak(30, 0.3, totEnMet) } };

        var plan = Plan(Stand(Accounts(1, 100)), Aanlevering(Delivered(weg + 1, 100 - weg)), kader);

        Codes(plan).Contains("TE_VEEL_ARCHIVERINGEN").Should().Be(remt);
        plan.Waarschuwingen.Should().ContainSingle().Which.Code.Should().Be(waarschuwing);
    }

    private static Limietafspraak Afspraak(int aantal, double aandeel, string totEnMet) => new(
        new Archiveerlimiet(aantal, aandeel), "Wisseling", "Administratie", DateOnly.Parse(totEnMet, null));

    private static Account<LeerlingGegevens>[] Accounts(int eerste, int aantal) =>
        [.. Enumerable.Range(eerste, aantal).Select(n => Account(n))];

    private static Aangeleverd<LeerlingGegevens>[] Delivered(int eerste, int aantal) =>
        [.. Enumerable.Range(eerste, aantal).Select(Aangeleverd)];

    private static Account<LeerlingGegevens> At(Account<LeerlingGegevens> account) =>
        account with { Gegevens = account.Gegevens with { Vestiging = Een } };

    private static Aangeleverd<LeerlingGegevens> At(Aangeleverd<LeerlingGegevens> persoon) =>
        persoon with { Gegevens = persoon.Gegevens with { Vestiging = Een } };

    private static Vestigingsomvang[] Had(int leerlingen, int docenten) =>
        [new(Vestigingsnummer.Hoofd, leerlingen, docenten)];

    private static IEnumerable<string> Codes(ImportPlan plan) => plan.Remmen.Select(r => r.Code);
}
