using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Inschrijvingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Tests.Opleidingen;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren;

/// <summary>Which enrolment of several counts, up to the row of the plan.</summary>
public sealed class InschrijvingkeuzeTests
{
    private static readonly string[] Codes =
        ["M3", "H4", "H3", "HV2", "V3", "M", "HAVO", "vmbo-tl 3", "0371", "0300", "XYZ9", "_DETA", "B3", "", "TH3", "AT3"];

    [Theory]
    [InlineData(3, "M3 H4", "M3", "it names the leerjaar")]
    [InlineData(4, "M3 H4", "H4", "it names the leerjaar")]
    [InlineData(3, "M3 HV2", "M3", "the other is of last year")]
    [InlineData(3, "HV2 _DETA M3", "M3", "the others are of last year, or none")]
    [InlineData(3, "M3 vmbo-tl3", "M3", "both say the same")]
    [InlineData(3, "M3 H3", null, "both name the leerjaar")]
    [InlineData(3, "MAVO HAVO", null, "none names a leerjaar")]
    [InlineData(null, "M3 H4", null, "the pupil's leerjaar is not known")]
    [InlineData(3, "XYZ9 ABC8", null, "nothing is known of either")]
    [InlineData(3, "B3 HAVO", null, "a code that names the leerjaar but is not sure decides nothing")]
    public void Without_an_account_the_leerjaar_decides(int? leerjaar, string codes, string? keuze, string reason) =>
        Choose(codes, leerjaar, null).Should().Be(keuze, reason);

    [Theory]
    [InlineData("M3 H3", "H2", "HAVO", 2, "H3", "the opleiding is the same")]
    [InlineData("M3 H3", "M 3", "VMBO_TL", 3, "M3", "the code is the same, however it is written")]
    [InlineData("MAVO HAVO", "HAVO", "HAVO", 3, "HAVO", "the code is the same")]
    [InlineData("M3 H3", "V3", "VWO", 3, null, "Numo has another")]
    [InlineData("M3 H3", null, null, 3, null, "Numo has nothing")]
    [InlineData("XYZ9 HAVO", "XYZ9", "VWO", 3, null, "a code that says nothing would take the doelgroep away")]
    [InlineData("M3 HV2", "HV2", "HAVO_VWO", 2, "M3", "the leerjaar goes before what Numo has")]
    public void Then_what_Numo_has_decides(
        string codes, string? code, string? opleiding, int leerjaar, string? keuze, string reason)
    {
        var numo = Gegevens(1) with
        {
            Opleidingscode = code,
            Doelgroep = opleiding is null ? null : new Doelgroep(Catalogus.Default.Find(opleiding)!, leerjaar),
        };

        Choose(codes, 3, numo).Should().Be(keuze, reason);
    }

    [Fact]
    public void Otherwise_the_row_waits_and_the_doelgroep_stays()
    {
        var account = AccountWith("V3", "VWO");

        var regel = Plan(account, "M3", "H3");

        (regel.Soort, regel.Aangehouden).Should().Be((RegelSoort.Aangehouden, RegelSoort.Bijwerken));
        regel.Gegevens.Doelgroep.Should().Be(account.Gegevens.Doelgroep);
        regel.Gegevens.Opleidingscode.Should().Be("V3");
        regel.Meldingen.Single(m => m.Code == "MEERDERE_INSCHRIJVINGEN").Tekst.Should().Contain("H3, M3").And.Contain("De school");
    }

    [Fact]
    public void What_else_changed_is_taken_over_while_the_doelgroep_waits()
    {
        var account = AccountWith("V3", "VWO");
        account = account with { Gegevens = account.Gegevens with { Roepnaam = "Anders1" } };

        var regel = Plan(account, "M3", "H3");

        regel.Soort.Should().Be(RegelSoort.Bijwerken);
        regel.Gewijzigd.Should().Be(Veld.Roepnaam);
        Tellingen.Of([regel]).Wachtend.Should().Be(1, "the doelgroep waits for somebody");
        Tellingen.Of([regel with { Account = account with { Vergrendeld = Veld.Doelgroep } }]).Wachtend.Should().Be(0);
        regel.Meldingen.Should().Contain(m => m.Code == "MEERDERE_INSCHRIJVINGEN");
    }

    [Fact]
    public void Nothing_waits_for_a_doelgroep_that_a_person_settled()
    {
        var account = AccountWith("V3", "VWO") with { Vergrendeld = Veld.Doelgroep };

        Plan(account, "M3", "H3").Soort.Should().Be(RegelSoort.Ongewijzigd);
    }

    [Fact]
    public void A_choice_by_what_Numo_has_is_told_and_waits_for_nothing()
    {
        var regel = Plan(AccountWith("H2", "HAVO"), "M3", "H3");

        regel.Gegevens.Opleidingscode.Should().Be("H3");
        regel.Meldingen.Select(m => m.Code).Should().Equal("INSCHRIJVING_GEKOZEN");
    }

    [Fact]
    public void A_new_pupil_in_doubt_comes_in_without_a_doelgroep()
    {
        var incoming = Aanlevering(Join(["M3", "H3"]));

        var regel = LeerlingBuilder.Plan(Stand(), incoming).Leerlingen.Single();

        (regel.Soort, regel.Gegevens.Doelgroep).Should().Be((RegelSoort.Nieuw, null));
        Tellingen.Of([regel]).Wachtend.Should().Be(1, "the doelgroep waits for somebody");
        regel.Meldingen.Should().Contain(m => m.Code == "MEERDERE_INSCHRIJVINGEN");
    }

    [Property(MaxTest = 500)]
    public Property The_order_and_number_of_rows_never_matter()
    {
        var sets = Gen.Elements(Codes).ArrayOf(4);
        return Prop.ForAll(
            sets.Zip(Gen.Shuffle(Enumerable.Range(0, 8).ToArray())).ToArbitrary(),
            Gen.Elements<int?>(null, 1, 2, 3, 4).ToArbitrary(),
            (input, leerjaar) =>
            {
                var (codes, order) = input;
                string[] twice = [.. codes, .. codes];
                string[] shuffled = [.. order.Select(i => twice[i])];
                var account = AccountWith("H3", "HAVO");

                var one = Plan(account, leerjaar, codes);
                var other = Plan(account, leerjaar, shuffled);

                (other.Soort, other.Gegevens.Opleidingscode, other.Gegevens.Doelgroep)
                    .Should().Be((one.Soort, one.Gegevens.Opleidingscode, one.Gegevens.Doelgroep));
                other.Meldingen.Should().Equal(one.Meldingen);
            });
    }

    [Property(MaxTest = 500)]
    public Property Of_several_enrolments_none_takes_a_doelgroep_away() => Prop.ForAll(
        Gen.Elements(Codes).ArrayOf(3).Where(c => c.Where(x => x.Length > 0).Distinct().Count() > 1).ToArbitrary(),
        codes => Plan(AccountWith("V3", "VWO"), 3, codes).Gegevens.Doelgroep.Should().NotBeNull());

    private static string? Choose(string codes, int? leerjaar, LeerlingGegevens? numo) => Inschrijvingkeuze.Choose(
        Inschrijvingkeuze.Read(codes.Split(' '), leerjaar, Catalogus.Vertaler.Translate), leerjaar, numo)?.Code;

    private static Account<LeerlingGegevens> AccountWith(string code, string opleiding)
    {
        var account = Account(1);
        return account with
        {
            Gegevens = account.Gegevens with
            {
                Leerjaar = 3,
                Opleidingscode = code,
                Doelgroep = new Doelgroep(Catalogus.Default.Find(opleiding)!, 3),
            },
        };
    }

    private static Planregel<LeerlingGegevens> Plan(Account<LeerlingGegevens> account, params string[] codes) =>
        Plan(account, 3, codes);

    private static Planregel<LeerlingGegevens> Plan(Account<LeerlingGegevens> account, int? leerjaar, string[] codes) =>
        LeerlingBuilder.Plan(Stand(account), Aanlevering(Join(codes, leerjaar))).Leerlingen.Single();

    private static Aangeleverd<LeerlingGegevens> Join(string[] codes, int? leerjaar = 3)
    {
        var gegevens = Gegevens(1) with { Leerjaar = leerjaar };
        var delivered = Alles & ~(Veld.Opleidingscode | Veld.Doelgroep | (leerjaar is null ? Veld.Leerjaar : Veld.Geen));
        var regels = codes.Select(code => new Opleidingsregel("g1", "key-1", code, "100001")).ToArray();
        return Koppelaar.Join([Aangeleverd(gegevens, delivered)], regels, Catalogus.Vertaler.Translate).Value.Leerlingen[0];
    }
}
