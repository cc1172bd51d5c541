using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Importeren.Conflicten;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Personen;

public sealed class HerkenningTests
{
    private static readonly LeerlingGegevens Noor = Person("Noor", "Fictief", "001001");
    private static readonly LeerlingGegevens Karim = Person("Karim", "Verzonnen", "001001") with { Voorvoegsel = "el" };

    [Theory]
    [InlineData(Accountstatus.Gearchiveerd)]
    [InlineData(Accountstatus.Actief)]
    public void A_number_that_was_given_to_somebody_else_does_not_give_away_the_account(Accountstatus status)
    {
        var account = Account(1, status) with { Gegevens = Noor };

        var regel = Plan(Stand(account), Aanlevering(Aangeleverd(Karim))).Leerlingen.Should().ContainSingle().Subject;

        regel.Soort.Should().Be(RegelSoort.Conflict);
        regel.Meldingen[0].Should().Be(Meldingen.AndereNaam);
        regel.Betrokken.Should().ContainSingle().Which.Should().Be(
            new Betrokkene(account.Id, "Noor Fictief", status, Veld.Stamnummer));
    }

    [Theory]
    [InlineData("UwlrKey")]
    [InlineData("IdGebr")]
    public void The_same_holds_for_every_weak_key(string key)
    {
        var known = key == "UwlrKey" ? Noor with { Stamnummer = null, UwlrKey = "k" } : Noor with { Stamnummer = null, IdGebr = "k" };
        var other = key == "UwlrKey" ? Karim with { Stamnummer = null, UwlrKey = "k" } : Karim with { Stamnummer = null, IdGebr = "k" };

        Only(Plan(Stand(Account(1) with { Gegevens = known }), Aanlevering(Aangeleverd(other)))).Meldingen[0]
            .Should().Be(Meldingen.AndereNaam);
    }

    [Fact]
    public void An_eck_id_outweighs_other_names()
    {
        var eckId = Gegevens(1).EckId;

        Only(Plan(
                Stand(Account(1) with { Gegevens = Noor with { EckId = eckId } }),
                Aanlevering(Aangeleverd(Karim with { EckId = eckId }))))
            .Soort.Should().Be(RegelSoort.Bijwerken);
    }

    [Theory]
    [InlineData("Noor", null, "Verzonnen")]
    [InlineData("N.", null, "Fictief")]
    [InlineData("NOOR", "van", "Fictief")]
    [InlineData("Eleonora", null, "Fictief")]
    [InlineData("Fictief", null, "Noor")]
    public void A_person_who_keeps_one_of_the_names_is_the_same(string roepnaam, string? voorvoegsel, string achternaam)
    {
        var later = Noor with { Roepnaam = roepnaam, Voorvoegsel = voorvoegsel, Achternaam = achternaam };

        Only(Plan(Stand(Account(1) with { Gegevens = Noor }), Aanlevering(Aangeleverd(later))))
            .Soort.Should().Be(RegelSoort.Bijwerken);
    }

    [Fact]
    public void Kept_apart_somebody_with_a_number_of_another_gets_a_new_account_that_has_it()
    {
        var account = Account(1, Accountstatus.Gearchiveerd) with { Gegevens = Noor };
        var stand = Stand(account);
        var beslissing = Only(Plan(stand, Aanlevering(Aangeleverd(Karim)))).Decide(Beslissingsoort.ApartHouden).Value;

        var plan = Plan(stand, Aanlevering(Aangeleverd(Karim)), beslissing);
        var after = Uitvoering.Apply(stand, plan);

        Only(plan).Soort.Should().Be(RegelSoort.Nieuw);
        after.Leerlingen.Should().HaveCount(2);
        after.Leerlingen.Single(l => l.Id == account.Id).Gegevens.Should().Be(Noor with { Stamnummer = null });
        after.Leerlingen.Single(l => l.Id != account.Id).Gegevens.Stamnummer.Should().Be(Karim.Stamnummer);
        Only(Plan(after, Aanlevering(Aangeleverd(Karim)), beslissing)).Soort.Should().Be(RegelSoort.Ongewijzigd);
    }

    [Fact]
    public void Swapped_numbers_change_nobody_and_can_be_decided()
    {
        var sem = Person("Sem", "Verzonnen", "001002");
        var stand = Stand(Account(1) with { Gegevens = Noor }, Account(2) with { Gegevens = sem });
        var swapped = Aanlevering(
            Aangeleverd(Noor with { Stamnummer = sem.Stamnummer }), Aangeleverd(sem with { Stamnummer = Noor.Stamnummer }));

        var plan = Plan(stand, swapped);
        var beslissingen = plan.Leerlingen.Select(r => r.Decide(
            Beslissingsoort.Samenvoegen, Id(r.Gegevens.Roepnaam == "Noor" ? 1 : 2)).Value).ToArray();
        var after = Uitvoering.Apply(stand, Plan(stand, swapped, beslissingen));

        plan.Leerlingen.Should().HaveCount(2).And.OnlyContain(r => r.Soort == RegelSoort.Conflict);
        after.Leerlingen.Single(l => l.Id == Id(1)).Gegevens.Should().Be(Noor with { Stamnummer = sem.Stamnummer });
        after.Leerlingen.Single(l => l.Id == Id(2)).Gegevens.Should().Be(sem with { Stamnummer = Noor.Stamnummer });
    }

    [Fact]
    public void Brothers_and_sisters_with_each_others_numbers_change_nobody()
    {
        var sem = Person("Sem", "Fictief", "001002");
        var stand = Stand(Account(1) with { Gegevens = Noor }, Account(2) with { Gegevens = sem });

        var plan = Plan(stand, Aanlevering(
            Aangeleverd(Noor with { Stamnummer = sem.Stamnummer }), Aangeleverd(sem with { Stamnummer = Noor.Stamnummer })));

        plan.Leerlingen.Should().HaveCount(2).And.OnlyContain(
            r => r.Soort == RegelSoort.Conflict && r.Meldingen[0] == Meldingen.NaamVanAnder && r.Betrokken.Count == 2);
    }

    [Fact]
    public void Whom_rows_may_be_about_that_are_refused_is_not_archived()
    {
        var accounts = Namen.Take(8).Select((n, i) => Account(i + 1) with { Gegevens = Person(n.Roepnaam, n.Achternaam, $"{1000 + i}") });
        var delivered = Namen.Take(8).Select(n => Aangeleverd(Person(n.Roepnaam, n.Achternaam, "99999")));

        var plan = Plan(Stand([.. accounts]), Aanlevering([.. delivered]));

        plan.Leerlingen.Should().HaveCount(8).And.OnlyContain(r => r.Soort == RegelSoort.Afgekeurd);
    }

    [Fact]
    public void Rows_that_moved_by_one_put_the_brake_on_and_change_nobody()
    {
        var namen = Namen.Take(20).ToArray();
        var accounts = namen.Select((n, i) => Account(i + 1) with { Gegevens = Person(n.Roepnaam, n.Achternaam, $"{1000 + i}") });
        var delivered = namen.Select((_, i) =>
            Aangeleverd(Person(namen[(i + 1) % 20].Roepnaam, namen[(i + 1) % 20].Achternaam, $"{1000 + i}")));

        var plan = Plan(Stand([.. accounts]), Aanlevering([.. delivered]));

        plan.Leerlingen.Should().HaveCount(20).And.OnlyContain(r => r.Soort == RegelSoort.Conflict);
        plan.Remmen.Should().Contain(BeleidMeldingen.NamenWisselen("leerlingen", 20, 20));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void The_brake_on_names_begins_above_five_and_above_five_percent(int wissels, bool rem)
    {
        var accounts = Enumerable.Range(1, 100).Select(n => Account(n)).ToArray();
        var delivered = Enumerable.Range(1, 100).Select(n => Aangeleverd(
            n > wissels ? Gegevens(n) : Gegevens(n) with { Roepnaam = $"Iemand{n}", Achternaam = $"Anders{n}" })).ToArray();

        Plan(Stand(accounts), Aanlevering(delivered)).Remmen.Any(m => m.Code == "NAMEN_WISSELEN").Should().Be(rem);
    }

    [Fact]
    public void A_weak_key_that_many_have_is_left_out_and_all_come_in_by_their_others()
    {
        var delivered = Enumerable.Range(1, 4).Select(n => Aangeleverd(Gegevens(n) with { Stamnummer = Stamnummer.Hydrate("0") }));

        var plan = Plan(Stand(Account(1)), Aanlevering([.. delivered]));

        Tellingen.Of(plan.Leerlingen).Should().Be(Tellingen.Nul with { Nieuw = 3, Ongewijzigd = 1 });
        plan.Leerlingen.Should().OnlyContain(r => r.Meldingen.Any(m => m.Code == "SLEUTEL_GEDEELD"));
        plan.Leerlingen.Where(r => r.Soort == RegelSoort.Nieuw).Should().OnlyContain(r => r.Gegevens.Stamnummer == null);
        plan.Leerlingen.Single(r => r.Account != null).Gegevens.Stamnummer.Should().Be(Gegevens(1).Stamnummer);
    }

    [Fact]
    public void Who_has_no_other_key_than_one_that_many_have_is_rejected()
    {
        var plan = Plan(Stand(), Aanlevering(Aangeleverd(Noor), Aangeleverd(Karim), Aangeleverd(3)));

        Tellingen.Of(plan.Leerlingen).Should().Be(Tellingen.Nul with { Nieuw = 1, Afgekeurd = 2 });
    }

    [Fact]
    public void A_shared_key_of_an_account_that_may_be_one_of_them_leaves_that_account_alone()
    {
        var plan = Plan(
            Stand(Account(1) with { Gegevens = Noor }),
            Aanlevering(
                Aangeleverd(Noor with { UwlrKey = "nieuw-1" }), Aangeleverd(Karim with { UwlrKey = "nieuw-2" })));

        plan.Leerlingen.Select(r => r.Soort).Should().Equal(RegelSoort.Nieuw, RegelSoort.Conflict);
        plan.Leerlingen[1].Betrokken.Should().Contain(b => b.Id == Id(1));
    }

    [Fact]
    public void Who_has_a_shared_key_can_be_merged_with_its_account_or_kept_apart()
    {
        var stand = Stand(Account(1) with { Gegevens = Noor });
        var aanlevering = Aanlevering(
            Aangeleverd(Noor with { UwlrKey = "nieuw-1" }), Aangeleverd(Karim with { UwlrKey = "nieuw-2" }));
        var conflict = Plan(stand, aanlevering).Leerlingen.Single(r => r.Soort == RegelSoort.Conflict);

        var samen = Plan(stand, aanlevering, conflict.Decide(Beslissingsoort.Samenvoegen, Id(1)).Value).Leerlingen;
        var apart = Plan(stand, aanlevering, conflict.Decide(Beslissingsoort.ApartHouden).Value).Leerlingen;
        var over = Plan(stand, aanlevering, conflict.Decide(Beslissingsoort.Overslaan).Value).Leerlingen;

        samen.Single(r => r.Account != null).Gewijzigd.Should().Be(Veld.UwlrKey);
        apart.Select(r => r.Soort).Should().Equal(RegelSoort.Nieuw, RegelSoort.Nieuw, RegelSoort.Archiveren);
        over.Select(r => r.Soort).Should().Equal(RegelSoort.Nieuw, RegelSoort.Ongewijzigd);
    }

    [Theory]
    [InlineData("Yi?it", "G\u00FCne?")]
    [InlineData("Yi\uFFFDit", "G\uFFFDne\uFFFD")]
    public void A_name_that_lost_letters_does_not_replace_the_whole_one(string roepnaam, string achternaam)
    {
        var account = Account(1) with { Gegevens = Person("Yiğit", "Güneş", "1") };
        var damaged = Person(roepnaam, achternaam, "1") with { Leerjaar = 2 };

        var regel = Only(Plan(Stand(account), Aanlevering(Aangeleverd(damaged))));

        (regel.Soort, regel.Gewijzigd).Should().Be((RegelSoort.Bijwerken, Veld.Leerjaar));
        regel.Gegevens.Naam.Should().Be("Yiğit Güneş");
        regel.Meldingen.Should().ContainSingle(m => m.Code == "TEKENS_VERLOREN");
    }

    [Theory]
    [InlineData("000001", "1", "000001")]
    [InlineData("1", "000001", "000001")]
    [InlineData("000001", "0000001", "0000001")]
    public void Of_a_number_with_and_without_zeros_the_one_with_zeros_stays(string known, string delivered, string kept)
    {
        var account = Account(1) with { Gegevens = Person("Noor", "Fictief", known) };

        Only(Plan(Stand(account), Aanlevering(Aangeleverd(Person("Noor", "Fictief", delivered))))).Gegevens.Stamnummer!.Value.Value
            .Should().Be(kept);
    }

    [Fact]
    public void Another_name_with_letters_lost_is_a_change()
    {
        var account = Account(1) with { Gegevens = Person("Yiğit", "Jansen", "1") };

        Only(Plan(Stand(account), Aanlevering(Aangeleverd(Person("Yiğit", "Güne?", "1"))))).Gegevens.Achternaam
            .Should().Be("Güne?");
    }

    internal static LeerlingGegevens Person(string roepnaam, string achternaam, string stamnummer) => new()
    {
        Vestiging = Vestigingsnummer.Hoofd,
        Roepnaam = roepnaam,
        Achternaam = achternaam,
        Stamnummer = Stamnummer.Hydrate(stamnummer),
        Leerjaar = 1,
    };

    private static IEnumerable<(string Roepnaam, string Achternaam)> Namen =>
        "Noor,Sem,Daan,Lotte,Fleur,Karim,Yusuf,Bram,Tess,Milan,Jip,Vera,Hugo,Lieke,Ravi,Zara,Otto,Wout,Gijs,Puck".Split(',').Zip(
            "Fictief,Verzonnen,Bakker,Jansen,Dijkstra,Smit,Visser,Meijer,Mulder,Peters,Hendriks,Koster,Prins,Blom,Vermeer,Roos,Kuiper,Timmer,Gerrits,Olthof"
                .Split(','));

    private static Planregel<LeerlingGegevens> Only(ImportPlan plan) => plan.Leerlingen.Should().ContainSingle().Subject;
}
