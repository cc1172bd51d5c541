using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Leerplannen;
using static Kurve.Numo.Domain.Tests.Leerplannen.Gegevens;

namespace Kurve.Numo.Domain.Tests.Leerplannen;

public sealed class EffectiefLeerplanTests
{
    [Fact]
    public void Provenance_names_every_level_that_spoke_and_the_last_one_decides()
    {
        var leerplan = EffectiefLeerplan.Resolve(
            Keten,
            [
                Laag(Laagsoort.Leerling, ("A", true)),
                Laag(Laagsoort.Kurve, "havo 3", ("A", true), ("B", false)),
                Laag(Laagsoort.Stamgroep, "3H2", ("A", false)),
            ]);

        var a = leerplan.Vaardigheden.Single(v => v.Vaardigheid.Code == "A");
        a.Uitspraken.Select(u => (u.Herkomst.Soort, u.Herkomst.Naam, u.Waarde)).Should().Equal(
            (Laagsoort.Kurve, "havo 3", true), (Laagsoort.Stamgroep, "3H2", false), (Laagsoort.Leerling, "", true));
        a.Actief.Should().BeTrue();
        leerplan.Vaardigheden.Single(v => v.Vaardigheid.Code == "C").Actief.Should().BeFalse("nobody spoke of it");
    }

    [Fact]
    public void Of_two_samengestelde_groepen_that_disagree_active_wins_and_both_are_named()
    {
        var leerplan = EffectiefLeerplan.Resolve(
            Keten,
            [
                Laag(Laagsoort.SamengesteldeGroep, "en1", ("A", true)),
                Laag(Laagsoort.SamengesteldeGroep, "wi2", ("A", false)),
                Laag(Laagsoort.Stamgroep, "3H2", ("A", false)),
            ]);

        var a = leerplan.Vaardigheden.Single(v => v.Vaardigheid.Code == "A");
        a.Actief.Should().BeTrue();
        a.Uitspraken.Select(u => u.Herkomst.Naam).Should().Equal("3H2", "wi2", "en1");
    }

    [Fact]
    public void A_samengestelde_groep_outweighs_the_stamgroep() => EffectiefLeerplan
        .Resolve(
            Keten,
            [
                Laag(Laagsoort.SamengesteldeGroep, "wi2", ("A", false)),
                Laag(Laagsoort.Stamgroep, "3H2", ("A", true)),
            ])
        .Vaardigheden.Should().OnlyContain(v => !v.Actief);

    [Fact]
    public void The_level_to_reach_follows_the_same_order_and_of_two_groepen_the_higher_counts()
    {
        Laag Streef(Laagsoort soort, string naam, Niveau niveau) =>
            Laag(soort, naam) with { Streefniveaus = new Dictionary<Vak, Niveau> { [Vak.Rekenen] = niveau } };

        var leerplan = EffectiefLeerplan.Resolve(
            Keten,
            [
                Streef(Laagsoort.SamengesteldeGroep, "a", Niveau.F3),
                Streef(Laagsoort.SamengesteldeGroep, "b", Niveau.F2),
                Streef(Laagsoort.Kurve, "vwo 5", Niveau.F4),
            ]);

        var streefniveau = leerplan.Streefniveaus.Should().ContainSingle().Which;
        (streefniveau.Vak, streefniveau.Niveau).Should().Be((Vak.Rekenen, Niveau.F3));
        streefniveau.Uitspraken.Select(u => u.Herkomst.Naam).Should().Equal("vwo 5", "b", "a");
    }

    [Fact]
    public void What_is_active_without_its_voorwaarden_says_so()
    {
        var leerplan = EffectiefLeerplan.Resolve(
            Keten,
            [
                Laag(Laagsoort.Kurve, ("A", true), ("B", true), ("C", true)),
                Laag(Laagsoort.Leerling, ("A", false)),
            ]);

        leerplan.Vaardigheden.ToDictionary(v => v.Vaardigheid.Code, v => v.InactieveVoorwaarden.Count)
            .Should().Equal(new Dictionary<string, int> { ["A"] = 0, ["B"] = 1, ["C"] = 0 });
    }

    [Fact]
    public void A_retired_vaardigheid_stays_with_who_chose_it_and_is_not_shown_to_others()
    {
        var catalogus = Vaardighedencatalogus.Create([Rij("A"), Rij("OUD") with { Vervallen = true }]).Value;

        EffectiefLeerplan.Resolve(catalogus, [Laag(Laagsoort.Leerling, ("OUD", true))]).Vaardigheden
            .Should().Contain(v => v.Vaardigheid.Code == "OUD" && v.Actief);
        EffectiefLeerplan.Resolve(catalogus, []).Vaardigheden.Should().NotContain(v => v.Vaardigheid.Code == "OUD");
        new Leerplancatalogus(1, catalogus, Standaardleerplannen.Create(Standaardrijen).Value)
            .LaagOf(Doelgroep("VWO", 6)).Keuzes.Keys.Should().Equal("A");
    }

    [Theory]
    [InlineData(Accountstatus.Actief, true, true)]
    [InlineData(Accountstatus.Actief, false, true)]
    [InlineData(Accountstatus.Actief, true, false, "GEEN_VAARDIGHEDEN")]
    [InlineData(Accountstatus.Actief, false, false, "GEEN_DOELGROEP")]
    [InlineData(Accountstatus.Gearchiveerd, true, true, "ACCOUNT_GEARCHIVEERD")]
    [InlineData(Accountstatus.Gearchiveerd, true, false, "ACCOUNT_GEARCHIVEERD", "GEEN_VAARDIGHEDEN")]
    public void A_pupil_can_start_with_an_active_account_and_an_active_vaardigheid(
        Accountstatus status, bool heeftDoelgroep, bool heeftVaardigheden, params string[] codes)
    {
        var belemmeringen = Startbelemmering.Of(status, komtLater: false, heeftDoelgroep, heeftVaardigheden);

        belemmeringen.Select(b => b.Code).Should().Equal(codes);
        belemmeringen.Should().NotContain(b => b.Tekst.Length == 0);
    }

    [Fact]
    public void Another_doelgroep_is_told_in_what_becomes_active_and_inactive_and_in_levels_to_reach()
    {
        var havo2 = Catalogus2026.Resolve([Catalogus2026.LaagOf(Doelgroep("HAVO", 2))]);
        var vwo3 = Catalogus2026.Resolve([Catalogus2026.LaagOf(Doelgroep("VWO", 3))]);

        var heen = Leerplanverschil.Between(havo2, vwo3);
        var terug = Leerplanverschil.Between(vwo3, havo2);

        heen.WordtActief.Should().Contain("NL.LEZEN.3F.01").And.NotContain("NL.LEZEN.2F.01");
        heen.WordtInactief.Should().BeEmpty();
        heen.Streefniveaus.Should().BeEquivalentTo(
        [
            new Streefniveauwijziging(Vak.Nederlands, Niveau.F3, Niveau.F4),
            new Streefniveauwijziging(Vak.Engels, Niveau.B2, Niveau.C1),
        ]);
        terug.WordtInactief.Should().Equal(heen.WordtActief);
        Leerplanverschil.Between(havo2, havo2).IsLeeg.Should().BeTrue();
    }
}
