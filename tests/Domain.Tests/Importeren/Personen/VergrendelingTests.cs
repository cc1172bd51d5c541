using FsCheck.Xunit;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Tests.Opleidingen;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Personen;

public sealed class VergrendelingTests
{
    private static readonly Opleiding Havo = Catalogus.Default.Find("HAVO")!;
    private static readonly Opleiding Vwo = Catalogus.Default.Find("VWO")!;

    [Fact]
    public void A_locked_doelgroep_does_not_follow_another_leerjaar()
    {
        var account = Met(leerjaar: 3, new Doelgroep(Havo, 3)) with { Vergrendeld = Veld.Doelgroep };

        var regel = Receive(account, Gegevens(1) with { Leerjaar = 4 }, Alles & ~Veld.Doelgroep);

        (regel.Gegevens.Leerjaar, regel.Gegevens.Doelgroep).Should().Be((4, new Doelgroep(Havo, 3)));
        regel.Gewijzigd.Should().Be(Veld.Leerjaar);
    }

    [Fact]
    public void A_doelgroep_that_is_delivered_follows_a_locked_leerjaar()
    {
        var account = Met(leerjaar: 3, new Doelgroep(Havo, 3)) with { Vergrendeld = Veld.Leerjaar };

        var regel = Receive(account, Gegevens(1) with { Leerjaar = 4, Doelgroep = new Doelgroep(Vwo, 4) }, Alles);

        (regel.Gegevens.Leerjaar, regel.Gegevens.Doelgroep).Should().Be((3, new Doelgroep(Vwo, 3)));
    }

    [Fact]
    public void Locked_fields_are_in_every_preview_also_when_nothing_changes()
    {
        var account = Account(1) with { Vergrendeld = Veld.Roepnaam };

        var regel = Plan(Stand(account), Aanlevering(Aangeleverd(1))).Leerlingen.Single();

        (regel.Soort, regel.IsMeldenswaardig).Should().Be((RegelSoort.Ongewijzigd, true));
        Tellingen.Of([regel]).MetVergrendeling.Should().Be(1);
    }

    [Theory]
    [InlineData("2026-09-03T10:00:00Z")]
    [InlineData("2026-09-02T22:30:00Z")]
    public void Who_was_archived_by_hand_comes_back_as_a_row_that_says_so_with_the_Dutch_day(string moment)
    {
        var hand = new Handarchief(
            "beheerder", DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        var account = Account(1, Accountstatus.Gearchiveerd) with { MetDeHandGearchiveerd = hand };

        var regel = Plan(Stand(account), Aanlevering(Aangeleverd(1))).Leerlingen.Single();

        regel.Soort.Should().Be(RegelSoort.Heractiveren);
        regel.Meldingen.Should().ContainSingle().Which.Should().Match<Melding>(
            m => m.Code == "MET_DE_HAND_GEARCHIVEERD" && m.Tekst.Contains("beheerder") && m.Tekst.Contains("03-09-2026"));
    }

    [Property]
    public void Whatever_is_locked_and_delivered_a_locked_field_keeps_its_value(
        int locks, int geleverd, byte leerjaar, bool vwo, bool zonder)
    {
        var account = Met(leerjaar: 3, new Doelgroep(Havo, 3)) with { Vergrendeld = (Veld)locks & Alles };
        var persoon = Gegevens(2) with
        {
            EckId = Gegevens(1).EckId,
            Leerjaar = (leerjaar % 6) + 1,
            Doelgroep = zonder ? null : new Doelgroep(vwo ? Vwo : Havo, (leerjaar % 5) + 1),
            Stamgroep = null,
        };

        var regel = Receive(account, persoon, ((Veld)geleverd & Alles) | Veld.EckId);

        (account.Gegevens.DifferenceTo(regel.Gegevens) & account.Vergrendeld).Should().Be(Veld.Geen);
        regel.Gewijzigd.Should().Be(account.Gegevens.DifferenceTo(regel.Gegevens));
        regel.Wijzigingen.Where(w => !w.Vergrendeld).Aggregate(Veld.Geen, (all, w) => all | w.Veld)
            .Should().Be(regel.Gewijzigd, "each change is shown, and nothing is shown as one that is none");
    }

    private static Account<LeerlingGegevens> Met(int leerjaar, Doelgroep doelgroep) =>
        Account(1) with { Gegevens = Gegevens(1) with { Leerjaar = leerjaar, Doelgroep = doelgroep } };

    private static Planregel<LeerlingGegevens> Receive(
        Account<LeerlingGegevens> account, LeerlingGegevens persoon, Veld geleverd) =>
        Plan(Stand(account), Aanlevering(Aangeleverd(persoon, geleverd))).Leerlingen
            .Single(r => r.Soort != RegelSoort.Archiveren);
}
