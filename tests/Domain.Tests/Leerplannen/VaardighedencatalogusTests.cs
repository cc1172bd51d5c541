using Kurve.Numo.Domain.Leerplannen;
using static Kurve.Numo.Domain.Tests.Leerplannen.Gegevens;

namespace Kurve.Numo.Domain.Tests.Leerplannen;

public sealed class VaardighedencatalogusTests
{
    [Fact]
    public void The_first_catalogue_has_at_least_120_vaardigheden_in_every_domein_of_every_vak()
    {
        var vaardigheden = Catalogus2026.Vaardigheden.All;

        vaardigheden.Should().HaveCountGreaterThanOrEqualTo(120).And.OnlyHaveUniqueItems(v => v.Code);
        vaardigheden.Select(v => (v.Vak, v.Naam)).Should().OnlyHaveUniqueItems();
        foreach (var vak in Enum.GetValues<Vak>())
        {
            vaardigheden.Where(v => v.Vak == vak).Select(v => v.Domein).Distinct()
                .Should().Equal(Vakindeling.Domeinen(vak), "they are listed in the order in which they are shown");
        }

        vaardigheden.Select(v => v.Niveau).Distinct().Should().BeEquivalentTo(Enum.GetValues<Niveau>());
        vaardigheden.Count(v => v.Voorwaarden.Count > 0).Should().BeGreaterThan(80);
    }

    [Fact]
    public void Vaardigheden_are_listed_by_vak_domein_and_volgorde() =>
        Catalogus2026.Vaardigheden.All.Where(v => v.Domein == Domein.Getallen).Select(v => v.Volgorde)
            .Should().BeInAscendingOrder();

    public static TheoryData<Vaardigheidrij, string> Wrong() => new()
    {
        { Rij("rk.1", regel: 7), "CODE_ONGELDIG" },
        { Rij("", regel: 7), "CODE_ONGELDIG" },
        { Rij("A", regel: 7) with { Naam = " " }, "NAAM_ONGELDIG" },
        { Rij("A", regel: 7) with { Vak = "Frans" }, "VAK_ONBEKEND" },
        { Rij("A", regel: 7) with { Domein = "lezen" }, "DOMEIN_ONBEKEND" },
        { Rij("A", regel: 7) with { Niveau = "B1" }, "NIVEAU_ONBEKEND" },
        { Rij("A", regel: 7) with { Niveau = "5F" }, "NIVEAU_ONBEKEND" },
        { Rij("A", regel: 7) with { Volgorde = "-1" }, "VOLGORDE_ONGELDIG" },
        { Rij("A", regel: 7) with { Volgorde = "eerste" }, "VOLGORDE_ONGELDIG" },
        { Rij("OK", regel: 7), "CODE_DUBBEL" },
        { Rij("A", "ER.IS.GEEN", regel: 7), "VOORWAARDE_ONBEKEND" },
        { Rij("A", "EN.1", regel: 7), "VOORWAARDE_ANDER_VAK" },
        { Rij("A", "OK", regel: 7) with { Niveau = "1F" }, "VOORWAARDE_HOGER" },
        { Rij("A", "A", regel: 7), "VOORWAARDEN_IN_KRING" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_row_that_is_wrong_is_named_by_its_line(Vaardigheidrij rij, string code)
    {
        var engels = Rij("EN.1", regel: 2) with { Vak = "Engels", Domein = "luisteren", Niveau = "A1" };

        var catalogus = Vaardighedencatalogus.Create([Rij("OK"), engels, rij]);

        var fout = catalogus.Error.Should().BeOfType<VaardighedenOngeldig>().Which.Errors.Should().ContainSingle()
            .Which.Should().BeOfType<CatalogusregelOngeldig>().Which;
        (fout.Code, fout.Regel, fout.Field).Should().Be((code, 7, "csv"));
        fout.Tekst.Should().StartWith("Regel 7: ");
    }

    [Fact]
    public void All_rows_that_are_wrong_are_named_at_once()
    {
        var catalogus = Vaardighedencatalogus.Create(
            [Rij("a", regel: 2), Rij("B", regel: 3) with { Vak = "?", Volgorde = "x" }, Rij("C", "D", regel: 4)]);

        catalogus.Error.Should().BeOfType<VaardighedenOngeldig>().Which.Errors
            .Select(e => (((CatalogusregelOngeldig)e).Regel, e.Code)).Should().Equal(
                (2, "CODE_ONGELDIG"), (3, "VAK_ONBEKEND"), (3, "VOLGORDE_ONGELDIG"), (4, "VOORWAARDE_ONBEKEND"));
    }

    [Fact]
    public void Of_a_circle_only_what_is_in_it_is_named()
    {
        var catalogus = Vaardighedencatalogus.Create(
        [
            Rij("VOOR", regel: 1), Rij("A", "C VOOR", regel: 2), Rij("B", "A", regel: 3), Rij("C", "B", regel: 4),
            Rij("NA", "C", regel: 5),
        ]);

        catalogus.Error.Should().BeOfType<VaardighedenOngeldig>().Which.Errors
            .Select(e => ((CatalogusregelOngeldig)e).Regel).Should().Equal(2, 3, 4);
    }

    [Fact]
    public void A_long_chain_of_voorwaarden_is_no_circle_and_is_seen_at_once()
    {
        Vaardigheidrij[] rijen =
        [
            .. Enumerable.Range(1, 10_000).Select(n =>
                new Vaardigheidrij(n, $"C{n}", "rekenen", "getallen", "1F", "1", "Iets", n == 1 ? null : $"C{n - 1}")),
        ];

        Action check = () => Vaardighedencatalogus.Create(rijen).IsOk.Should().BeTrue();

        check.ExecutionTime().Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Replacing_the_catalogue_retires_what_is_in_use_and_removes_the_rest()
    {
        var oud = Vaardighedencatalogus.Create(
            [Rij("BLIJFT"), Rij("ANDERS"), Rij("GEBRUIKT", "BLIJFT"), Rij("WEG"), Rij("TERUG") with { Vervallen = true }])
            .Value;
        var nieuw = Vaardighedencatalogus.Create(
            [Rij("BLIJFT"), Rij("ANDERS") with { Naam = "Anders" }, Rij("TERUG"), Rij("NIEUW")]).Value;

        var wijziging = Cataloguswijziging.Compare(oud, nieuw, new HashSet<string> { "GEBRUIKT", "BLIJFT" });

        wijziging.Nieuw.Select(v => v.Code).Should().Equal("NIEUW");
        wijziging.Gewijzigd.Select(v => v.Code).Should().Equal("ANDERS", "TERUG");
        wijziging.Vervallen.Should().ContainSingle().Which.Should().Be(
            oud.Find("GEBRUIKT")! with { Vervallen = true, Voorwaarden = [] });
        wijziging.Verwijderd.Select(v => v.Code).Should().Equal("WEG");
        wijziging.Ongewijzigd.Should().Be(1);
    }

    [Fact]
    public void Replacing_the_catalogue_by_itself_changes_nothing()
    {
        var catalogus = Vaardighedencatalogus.Create([Rij("A"), Rij("OUD") with { Vervallen = true }]).Value;
        var zelfde = Vaardighedencatalogus.Create([Rij("A")]).Value;

        var wijziging = Cataloguswijziging.Compare(catalogus, zelfde, new HashSet<string> { "OUD" });

        wijziging.IsLeeg.Should().BeTrue();
        wijziging.Ongewijzigd.Should().Be(2);
    }
}
