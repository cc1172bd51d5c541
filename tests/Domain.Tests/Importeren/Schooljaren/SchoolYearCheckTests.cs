using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Schooljaren;

/// <summary>People of another school year than the one that is imported.</summary>
public sealed class SchoolYearCheckTests
{
    private static readonly Plankader EersteVanHetJaar = Kader with
    {
        Buurjaren = Buurjaren.Geen with { Achter = new HashSet<Vestigingsnummer> { Vestigingsnummer.Hoofd } },
    };

    [Theory]
    [InlineData(1, "20 van de 20 bekende leerlingen zijn een leerjaar verder")]
    [InlineData(-1, "20 van de 20 bekende leerlingen zijn een leerjaar of meer terug")]
    [InlineData(-2, "20 van de 20 bekende leerlingen zijn een leerjaar of meer terug")]
    public void In_a_running_year_leerjaren_that_shift_put_the_brake_on(int shift, string waaraan)
    {
        var plan = Plan(Stand(20, leerjaar: 3), Delivered(20, leerjaar: 3 + shift));

        var rem = plan.Remmen.Single(r => r.Code == "VERKEERD_SCHOOLJAAR");
        rem.Tekst.Should().Contain(waaraan).And.StartWith("Zijn dit de leerlingen van 2026-2027?");
        plan.Klassentabel!.Overgangen.Should().Equal([new Klasovergang("1A", "1A", 20)], "the table shows the classes of now");
        plan.Klassentabel.Van.Should().Be(plan.Klassentabel.Naar);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    public void In_the_first_import_of_a_year_leerjaren_should_rise(int shift, bool brake) =>
        Plan(WithoutClass(Stand(20, leerjaar: 3)), Delivered(20, leerjaar: 3 + shift), EersteVanHetJaar)
            .Remmen.Any(r => r.Code == "VERKEERD_SCHOOLJAAR").Should().Be(brake);

    [Fact]
    public void Who_was_applied_already_is_no_sign_of_last_year() =>
        Plan(Stand(20, leerjaar: 3), Delivered(20, leerjaar: 3), EersteVanHetJaar).Remmen.Should().BeEmpty();

    [Fact]
    public void Each_vestiging_is_in_its_own_school_year()
    {
        var tweede = Vestigingsnummer.Hydrate("01");
        var kader = Kader with { Buurjaren = Buurjaren.Geen with { Achter = new HashSet<Vestigingsnummer> { tweede } } };
        LeerlingGegevens Van(int nummer, int leerjaar) => Gegevens(nummer) with
        {
            Leerjaar = leerjaar,
            Vestiging = nummer > 20 ? tweede : Vestigingsnummer.Hoofd,
            Stamgroep = null,
        };
        var stand = LeerlingBuilder.Stand(
            [.. Enumerable.Range(1, 40).Select(n => Account(n) with { Gegevens = Van(n, 2) })]);
        var aanlevering = Aanlevering([.. Enumerable.Range(1, 40).Select(n => Aangeleverd(Van(n, n > 20 ? 3 : 2)))]) with
        {
            Bereik = Bereik(Vestigingsnummer.Hoofd, tweede),
        };

        Plan(stand, aanlevering, kader).Remmen.Should().NotContain(r => r.Code == "VERKEERD_SCHOOLJAAR");
        Plan(stand, aanlevering).Remmen.Should().ContainSingle(r => r.Code == "VERKEERD_SCHOOLJAAR")
            .Which.Tekst.Should().Contain("Vestiging 01: 20 van de 20");
    }

    [Theory]
    [InlineData(10, 20, false)]
    [InlineData(11, 20, true)]
    [InlineData(10, 10, false)]
    public void Only_more_than_half_of_more_than_ten_count(int shifted, int total, bool brake)
    {
        var delivered = Delivered(total, leerjaar: 3) with
        {
            Leerlingen =
            [
                .. Enumerable.Range(1, total).Select(
                    n => Aangeleverd(Gegevens(n) with { Leerjaar = n <= shifted ? 4 : 3 })),
            ],
        };

        Plan(Stand(total, leerjaar: 3), delivered).Remmen.Any(r => r.Code == "VERKEERD_SCHOOLJAAR").Should().Be(brake);
    }

    [Fact]
    public void Without_leerjaren_classes_that_keep_their_names_with_other_pupils_put_the_brake_on()
    {
        var stand = new Schoolstand(
            1,
            [.. Enumerable.Range(1, 30).Select(n => Account(n) with { Gegevens = InClass(n, (n - 1) / 10) })],
            [],
            [.. Enumerable.Range(0, 3).Select(Groep)]);
        var delivered = Delivered(30, leerjaar: null) with
        {
            Leerlingen = [.. Enumerable.Range(1, 30).Select(n => Aangeleverd(InClass(n, (((n - 1) / 10) + 1) % 3)))],
            Groepen = [.. Enumerable.Range(0, 3).Select(i => Groep(i).Gegevens)],
        };

        Plan(stand, delivered).Remmen.Single(r => r.Code == "VERKEERD_SCHOOLJAAR")
            .Tekst.Should().Contain("In 3 van de 3 klassen");
    }

    [Fact]
    public void Nobody_is_stopped_on_an_ordinary_day() =>
        Plan(Stand(20, leerjaar: 3), Delivered(20, leerjaar: 3)).Remmen.Should().BeEmpty();

    [Theory]
    [InlineData(11, true)]
    [InlineData(10, false)]
    public void A_warning_says_that_more_than_half_change_class(int changed, bool warned)
    {
        var ander = new Groepsleutel(Vestigingsnummer.Hoofd, "1B");
        var delivered = Delivered(20, leerjaar: 1) with
        {
            Leerlingen =
            [
                .. Enumerable.Range(1, 20).Select(
                    n => Aangeleverd(n <= changed ? Gegevens(n) with { Stamgroep = ander } : Gegevens(n))),
            ],
        };

        var plan = Plan(Stand(20, leerjaar: 1), delivered);

        plan.Waarschuwingen.Any(w => w.Code == "VEEL_TEGELIJK" && w.Tekst.Contains("klas")).Should().Be(warned);
    }

    [Fact]
    public void A_school_year_that_is_over_can_be_looked_at_and_changes_nobody()
    {
        var voorbij = Kader with { Vandaag = new DateOnly(2027, 8, 1) };

        var plan = Plan(Stand(3, leerjaar: 2), Delivered(2, leerjaar: 1), voorbij);

        plan.Leerlingen.Should().OnlyContain(r => r.Soort == RegelSoort.Aangehouden);
        plan.Leerlingen.Select(r => r.Bedoeling).Should().Contain([RegelSoort.Bijwerken, RegelSoort.Archiveren]);
        plan.Groepen.Should().BeEmpty();
        plan.Waarschuwingen.Should().ContainSingle(w => w.Code == "SCHOOLJAAR_VOORBIJ");
        plan.Remmen.Should().BeEmpty();
    }

    [Fact]
    public void A_pupil_who_would_lose_the_class_of_last_year_counts_as_a_loss()
    {
        var stand = WithoutClass(Stand(20, leerjaar: 1));
        var kader = EersteVanHetJaar with
        {
            Buurjaren = EersteVanHetJaar.Buurjaren with
            {
                Stamgroepen = stand.Leerlingen.ToDictionary(l => l.Id, _ => Groep(0).Gegevens),
            },
        };
        var delivered = Delivered(20, leerjaar: 2) with
        {
            Leerlingen =
            [
                .. Enumerable.Range(1, 20).Select(n => Aangeleverd(Gegevens(n) with { Leerjaar = 2, Stamgroep = null })),
            ],
        };

        Plan(stand, delivered, kader).Remmen.Should().ContainSingle(r => r.Code == "TE_VEEL_VERLIES")
            .Which.Tekst.Should().Contain("20 van de 20 leerlingen met stamgroep");
    }

    [Theory]
    [InlineData(20, 0, false)]
    [InlineData(20, 10, false)]
    [InlineData(20, 11, true)]
    public void Docenten_who_would_lose_the_groepen_of_last_year_put_the_brake_on(int aantal, int verliezers, bool rem)
    {
        var docenten = Enumerable.Range(1, aantal).Select(Docent).ToArray();
        var (stand, kader) = (Stand(20, leerjaar: 1) with { Docenten = docenten }, WithGroepen(docenten.Select(d => d.Id)));
        var delivered = Delivered(20, leerjaar: 2) with
        {
            Docenten =
            [
                .. docenten.Select((d, i) => new Aangeleverd<DocentGegevens>(
                    i < verliezers ? d.Gegevens : d.Gegevens with { Groepen = [Klas1A] },
                    Veld.UwlrKey | Veld.Achternaam | Veld.Groepen,
                    [])),
            ],
        };

        var remmen = Plan(stand, delivered, kader).Remmen.Where(r => r.Code == "TE_VEEL_VERLIES").ToArray();

        remmen.Select(r => r.Tekst).Should().Equal(rem
            ? [BeleidMeldingen.GroepenVanVorigJaarVervallen("docenten", "groepen", 11, 20, 11, delivered.Schooljaar).Tekst]
            : Array.Empty<string>());
    }

    [Fact]
    public void Docenten_of_whom_the_first_import_of_a_year_says_nothing_lose_the_groepen_of_last_year_too()
    {
        var docenten = Enumerable.Range(1, 20).Select(Docent).ToArray();
        var stand = Stand(20, leerjaar: 1) with { Docenten = docenten };
        var delivered = Delivered(20, leerjaar: 2) with
        {
            Bereik = Bereik(Vestigingsnummer.Hoofd) with { Docenten = new HashSet<Vestigingsnummer>() },
        };

        Plan(stand, delivered, WithGroepen(docenten.Select(d => d.Id))).Remmen
            .Should().ContainSingle(r => r.Code == "TE_VEEL_VERLIES")
            .Which.Tekst.Should().Contain("20 van de 20 docenten met groepen").And.Contain("vorig schooljaar");
    }

    [Fact]
    public void A_pupil_with_a_new_class_and_no_samengestelde_groepen_loses_those_of_last_year()
    {
        var stand = WithoutClass(Stand(20, leerjaar: 1));

        Plan(stand, Delivered(20, leerjaar: 2), WithGroepen(stand.Leerlingen.Select(l => l.Id))).Remmen
            .Should().ContainSingle(r => r.Code == "TE_VEEL_VERLIES")
            .Which.Tekst.Should().Contain("20 van de 20 leerlingen met groepen");
    }

    [Fact]
    public void Who_is_shown_in_the_new_year_already_loses_nothing_of_the_year_before()
    {
        var stand = Stand(20, leerjaar: 1);

        Plan(stand, Delivered(20, leerjaar: 2), WithGroepen(stand.Leerlingen.Select(l => l.Id))).Remmen.Should().BeEmpty();
    }

    [Fact]
    public void With_additions_only_nobody_loses_the_groepen_of_last_year()
    {
        var docenten = Enumerable.Range(1, 20).Select(Docent).ToArray();
        var stand = WithoutClass(Stand(20, leerjaar: 1)) with { Docenten = docenten };
        var ids = stand.Leerlingen.Select(l => l.Id).Concat(docenten.Select(d => d.Id));
        var kader = WithGroepen(ids) with { Beleid = Kader.Beleid with { Modus = Importmodus.AlleenToevoegen } };

        var delivered = Delivered(20, leerjaar: 1) with
        {
            Bereik = Bereik(Vestigingsnummer.Hoofd) with { Docenten = new HashSet<Vestigingsnummer>() },
        };

        Plan(stand, delivered, kader).Remmen.Should().BeEmpty();
    }

    [Fact]
    public void Of_whom_the_source_only_knows_another_year_the_school_year_is_not_whole_and_nothing_is_lost()
    {
        var stand = WithoutClass(Stand(20, leerjaar: 1));
        var kept = CsvMeldingen.AlleenAnderSchooljaar(2, "2025-2026");
        var delivered = Aanlevering(
        [
            .. stand.Leerlingen.Select(l => new Aangeleverd<LeerlingGegevens>(l.Gegevens, Veld.Geen, [kept])),
        ]);

        var plan = Plan(stand, delivered, WithGroepen(stand.Leerlingen.Select(l => l.Id)));

        plan.Vestigingen.Should().BeEmpty();
        plan.Remmen.Should().NotContain(r => r.Code == "TE_VEEL_VERLIES");
        Plan(Stand(20, leerjaar: 1), delivered).Vestigingen.Should().Equal([Vestigingsnummer.Hoofd], "they are in a class of this year");
    }

    private static Plankader WithGroepen(IEnumerable<AccountId> ids) => EersteVanHetJaar with
    {
        Buurjaren = EersteVanHetJaar.Buurjaren with { InGroepen = ids.ToHashSet() },
    };

    private static Account<DocentGegevens> Docent(int nummer) => new(
        new AccountId(new Guid(nummer, 9, 0, new byte[8])),
        Accountstatus.Actief,
        new DocentGegevens
        {
            Vestiging = Vestigingsnummer.Hoofd,
            UwlrKey = $"docent-{nummer}",
            Achternaam = $"Docent{nummer}",
            Groepen = [],
        });

    private static Schoolstand Stand(int aantal, int leerjaar) =>
        LeerlingBuilder.Stand([.. Enumerable.Range(1, aantal).Select(n => Known(n, leerjaar))]);

    [Fact]
    public void A_lock_of_last_year_is_told_in_the_first_import_of_a_year_and_not_later()
    {
        var stand = WithoutClass(LeerlingBuilder.Stand(
            Account(1) with { Gegevens = Gegevens(1) with { Leerjaar = 2 }, Vergrendeld = Veld.Leerjaar }));
        var delivered = Aanlevering(Aangeleverd(Gegevens(1) with { Leerjaar = 3 }));

        Codes(Plan(stand, delivered, EersteVanHetJaar)).Should().Contain("SLOT_VAN_VORIG_JAAR");
        Codes(Plan(stand, delivered)).Should().NotContain("SLOT_VAN_VORIG_JAAR");
    }

    [Fact]
    public void In_a_prepared_year_codes_of_now_are_no_remark_and_later_they_are()
    {
        var delivered = Aanlevering(Aangeleverd(Gegevens(1)) with { Meldingen = [Meldingen.LeerjaarWijktAf("H1", 2)] });
        var juni = EersteVanHetJaar with { Vandaag = new DateOnly(2026, 6, 10) };

        Codes(Plan(Stand(1, leerjaar: 1), delivered, juni)).Should().NotContain("LEERJAAR_WIJKT_AF");
        Codes(Plan(Stand(1, leerjaar: 1), delivered)).Should().Contain("LEERJAAR_WIJKT_AF");
    }

    [Fact]
    public void Codes_that_nobody_knows_and_that_take_doelgroepen_away_are_named_on_the_run()
    {
        var havo = new Doelgroep(Tests.Opleidingen.Catalogus.Default.Find("HAVO")!, 1);
        var stand = LeerlingBuilder.Stand(
            Account(1) with { Gegevens = Gegevens(1) with { Opleidingscode = "H1", Doelgroep = havo } },
            Account(2));
        var delivered = Aanlevering(Aangeleverd(Gegevens(1) with { Opleidingscode = "QQ1" }), Aangeleverd(2));

        Plan(stand, delivered).Waarschuwingen.Should().ContainSingle(w => w.Code == "DOELGROEP_VERVALT")
            .Which.Tekst.Should().Contain("Van 1 leerling").And.Contain("QQ1");
        Plan(stand, Aanlevering(Aangeleverd(Gegevens(1) with { Opleidingscode = "H1", Doelgroep = havo }), Aangeleverd(2)))
            .Waarschuwingen.Should().NotContain(w => w.Code == "DOELGROEP_VERVALT");
    }

    private static IEnumerable<string> Codes(ImportPlan plan) =>
        plan.Leerlingen.SelectMany(r => r.Meldingen).Select(m => m.Code);

    private static Schoolstand WithoutClass(Schoolstand stand) => stand with
    {
        Leerlingen = [.. stand.Leerlingen.Select(l => l with { Gegevens = l.Gegevens with { Stamgroep = null } })],
        Groepen = [],
    };

    private static Account<LeerlingGegevens> Known(int nummer, int leerjaar) =>
        Account(nummer) with { Gegevens = Gegevens(nummer) with { Leerjaar = leerjaar } };

    private static Aanlevering Delivered(int aantal, int? leerjaar) => Aanlevering(
        [.. Enumerable.Range(1, aantal).Select(n => Aangeleverd(Gegevens(n) with { Leerjaar = leerjaar }))]);

    private static LeerlingGegevens InClass(int nummer, int klas) =>
        Gegevens(nummer) with { Leerjaar = null, Stamgroep = Groep(klas).Gegevens.Sleutel };

    private static Groep Groep(int nummer) => new(
        new GroepId(new Guid(nummer, 1, 1, new byte[8])),
        new(new Groepsleutel(Vestigingsnummer.Hoofd, $"K{nummer}"), Groepsoort.Stamgroep, $"K{nummer}", null),
        Accountstatus.Actief);
}
