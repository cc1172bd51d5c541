using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Schooljaren;

/// <summary>What nights may do by an agreement, from 1 August on: 40 leerlingen go up, some leave and some come.</summary>
public sealed class WisselwachtTests
{
    private const int Leerlingen = 40;
    private static readonly Schooljaar Jaar = Schooljaar.Hydrate(2026);
    private static readonly Vestigingsnummer Tweede = Vestigingsnummer.Hydrate("01");

    [Fact]
    public void What_lies_within_the_bounds_is_applied_without_a_brake()
    {
        var plan = Night(leavers: 15, newcomers: 10, Grens(15, 10));

        plan.Remmen.Should().BeEmpty("the school agreed on more than the usual limit");
        Tellingen.Of(plan.Leerlingen).Should().Match<Tellingen>(
            t => t.Archiveren == 15 && t.Nieuw == 10 && t.Bijwerken == 25 && t.Aangehouden == 0);
        plan.BuitenAfspraak.Should().BeEmpty();
    }

    [Theory]
    [InlineData(16, 10, RegelSoort.Archiveren, "vertrekken 16 leerlingen, hoogstens 15")]
    [InlineData(15, 11, RegelSoort.Nieuw, "komen 11 leerlingen, hoogstens 10")]
    public void What_exceeds_a_bound_is_held_by_kind_and_the_rest_goes_on(
        int leavers, int newcomers, RegelSoort held, string reason)
    {
        var plan = Night(leavers, newcomers, Grens(15, 10));

        plan.Leerlingen.Should().NotContain(r => r.Soort == held);
        plan.Leerlingen.Where(r => r.Aangehouden == held).Should().NotBeEmpty()
            .And.OnlyContain(r => r.Meldingen.Any(m => m.Code == "BUITEN_AFSPRAAK"));
        plan.Leerlingen.Should().Contain(r => r.Soort == RegelSoort.Bijwerken);
        plan.BuitenAfspraak.Single().Tekst.Should().Contain(reason);
        plan.Vestigingen.Should().BeEmpty("what waits is not a year as a whole");
    }

    [Fact]
    public void Who_left_by_it_before_counts() =>
        Night(leavers: 10, newcomers: 0, Grens(15, 10) with { Vertrokken = 6 })
            .BuitenAfspraak.Single().Tekst.Should().Contain("vertrekken 16 leerlingen");

    [Fact]
    public void Newcomers_who_were_prepared_count()
    {
        var stand = Stand([.. Known(), .. Enumerable.Range(100, 8).Select(n => Account(n) with { Instroom = Jaar })]);
        var delivered = Delivered(leavers: 0, newcomers: 8).Concat(Enumerable.Range(200, 3).Select(n => Aangeleverd(n)));

        Night(stand, Aanlevering([.. delivered]), Grens(15, 10)).BuitenAfspraak.Single()
            .Tekst.Should().Contain("komen 11 leerlingen");
    }

    [Fact]
    public void Leavers_stay_without_a_word_until_the_day_that_the_school_chose()
    {
        var kader = Kader(Grens(15, 10));
        var later = kader with { Wisselafspraak = kader.Wisselafspraak! with { VertrekOp = new DateOnly(2026, 8, 20) } };
        ImportPlan On(int day) => Plan(
            Stand(Known()), Aanlevering([.. Delivered(5, 0)]), later with { Vandaag = new DateOnly(2026, 8, day) });

        On(19).Leerlingen.Where(r => r.Aangeleverd is null).Should().OnlyContain(
            r => r.Soort == RegelSoort.Ongewijzigd && r.Meldingen.Any(m => m.Code == "VERTREKT_LATER"));
        On(20).Leerlingen.Count(r => r.Soort == RegelSoort.Archiveren).Should().Be(5);
    }

    [Fact]
    public void Who_has_no_class_yet_keeps_the_year_open_and_nobody_is_said_to_lose_anything()
    {
        var delivered = Delivered(0, 0).Select(l => l with { Gegevens = l.Gegevens with { Stamgroep = null } });

        var plan = Night(Stand(Known()), Aanlevering([.. delivered]), Grens(15, 10));

        plan.Remmen.Should().BeEmpty();
        plan.Vestigingen.Should().BeEmpty();
        plan.Waarschuwingen.Should().Contain(m => m.Code == "KLASSEN_ONTBREKEN" && m.Tekst.Contains("40 leerlingen"));
        plan.Leerlingen.Should().OnlyContain(r => r.Soort == RegelSoort.Bijwerken, "leerjaren rise all the same");
    }

    [Fact]
    public void The_night_after_one_without_classes_does_not_take_its_people_for_those_of_last_year()
    {
        var risen = Enumerable.Range(1, Leerlingen)
            .Select(n => Account(n) with { Gegevens = Gegevens(n) with { Leerjaar = 2, Stamgroep = null } });
        var delivered = Delivered(0, 0).Select(l => l with { Gegevens = l.Gegevens with { Stamgroep = null } });
        var grens = Grens(15, 10) with { Begonnen = DateTimeOffset.UnixEpoch };

        Night(Stand([.. risen]), Aanlevering([.. delivered]), grens).Remmen.Should().BeEmpty();
        Night(Stand([.. risen]), Aanlevering([.. delivered]), Grens(15, 10)).Remmen
            .Should().ContainSingle(r => r.Code == "VERKEERD_SCHOOLJAAR");
    }

    [Fact]
    public void A_vestiging_that_did_not_agree_waits_and_the_other_goes_over()
    {
        var stand = Stand([.. Known(), .. Enumerable.Range(1001, 20).Select(n => OfTweede(n, leerjaar: 1))]);
        var delivered = Delivered(0, 0).Concat(
            Enumerable.Range(1001, 20).Select(n => Aangeleverd(OfTweede(n, leerjaar: 2).Gegevens)));
        var kader = Kader(Grens(15, 10));
        var plan = Plan(
            stand,
            Aanlevering([.. delivered]) with { Bereik = Bereik(Vestigingsnummer.Hoofd, Tweede) },
            kader with
            {
                Buurjaren = kader.Buurjaren with { Achter = new HashSet<Vestigingsnummer> { Vestigingsnummer.Hoofd, Tweede } },
            });

        plan.Remmen.Should().BeEmpty();
        plan.Leerlingen.Where(r => r.Gegevens.Vestiging == Tweede).Should().OnlyContain(r => r.Soort == RegelSoort.Aangehouden);
        plan.Leerlingen.Where(r => r.Gegevens.Vestiging != Tweede).Should().OnlyContain(r => r.Soort == RegelSoort.Bijwerken);
        plan.Vestigingen.Should().Equal(Vestigingsnummer.Hoofd);
    }

    [Fact]
    public void Who_loses_a_class_of_the_new_year_puts_the_brake_on_however_much_was_agreed()
    {
        var risen = Enumerable.Range(1, Leerlingen).Select(n => Account(n) with { Gegevens = Gegevens(n) with { Leerjaar = 2 } });
        var delivered = Delivered(0, 0).Select(l => l with { Gegevens = l.Gegevens with { Stamgroep = null } });
        var grens = Grens(40, 40) with { Begonnen = DateTimeOffset.UnixEpoch };

        Night(Stand([.. risen]), Aanlevering([.. delivered]), grens).Remmen.Should().ContainSingle(r => r.Code == "TE_VEEL_VERLIES");
    }

    [Fact]
    public void A_newcomer_who_is_withdrawn_in_August_does_not_stay_until_the_day_of_leavers()
    {
        var stand = Stand([.. Known(), Account(100) with { Instroom = Jaar }]);
        var kader = Kader(Grens(15, 10));
        var later = kader with { Wisselafspraak = kader.Wisselafspraak! with { VertrekOp = new DateOnly(2026, 8, 20) } };

        var plan = Plan(stand, Aanlevering([.. Delivered(5, 0)]), later);

        plan.Leerlingen.Single(r => r.Soort == RegelSoort.Archiveren).Account!.Id.Should().Be(Id(100));
        plan.Vestigingen.Should().BeEmpty("who leaves later keeps the class of last year until then");
    }

    [Fact]
    public void A_vestiging_that_nobody_knew_waits_as_well()
    {
        var plan = Plan(
            Stand(Known()),
            Aanlevering([.. Delivered(0, 0), .. Enumerable.Range(1001, 3).Select(n => Aangeleverd(OfTweede(n, 1).Gegevens))]) with
            {
                Bereik = Bereik(Vestigingsnummer.Hoofd, Tweede),
            },
            Kader(Grens(15, 10)));

        plan.Leerlingen.Where(r => r.Gegevens.Vestiging == Tweede).Should().OnlyContain(r => r.Aangehouden == RegelSoort.Nieuw);
    }

    [Fact]
    public void A_source_that_looks_broken_still_stops()
    {
        var plan = Night(Stand(Known()), Aanlevering([.. Enumerable.Range(500, 40).Select(n => Aangeleverd(n))]), Grens(40, 40));

        plan.Remmen.Should().Contain(r => r.Code == "SLEUTELS_ONBEKEND");
    }

    [Fact]
    public void A_person_who_looks_is_not_held_and_sees_no_brake_within_the_bounds()
    {
        var kader = Kader(Grens(15, 10)) with { Nachtsoorten = null };
        ImportPlan By(int leavers) => Plan(Stand(Known()), Aanlevering([.. Delivered(leavers, 0)]), kader);

        By(15).Remmen.Should().BeEmpty();
        By(16).Remmen.Should().ContainSingle(r => r.Code == "TE_VEEL_ARCHIVERINGEN");
        By(16).Leerlingen.Should().NotContain(r => r.Soort == RegelSoort.Aangehouden);
    }

    [Fact]
    public void After_the_last_day_the_usual_rules_hold()
    {
        var kader = Kader(Grens(15, 10)) with { Vandaag = new DateOnly(2026, 11, 1) };

        Plan(Stand(Known()), Aanlevering([.. Delivered(15, 0)]), kader).Remmen
            .Should().ContainSingle(r => r.Code == "TE_VEEL_ARCHIVERINGEN");
    }

    private static ImportPlan Night(int leavers, int newcomers, Wisselgrens grens) =>
        Night(Stand(Known()), Aanlevering([.. Delivered(leavers, newcomers)]), grens);

    private static ImportPlan Night(Schoolstand stand, Aanlevering aanlevering, Wisselgrens grens) =>
        Plan(stand, aanlevering, Kader(grens));

    // All leerlingen were in class 1Z of leerjaar 1 last year; none of them has a class in the new year yet.
    private static Account<LeerlingGegevens>[] Known() =>
    [
        .. Enumerable.Range(1, Leerlingen).Select(n => Account(n) with { Gegevens = Gegevens(n) with { Stamgroep = null } }),
    ];

    private static IEnumerable<Aangeleverd<LeerlingGegevens>> Delivered(int leavers, int newcomers) => Enumerable
        .Range(leavers + 1, Leerlingen - leavers)
        .Select(n => Aangeleverd(Gegevens(n) with { Leerjaar = 2 }))
        .Concat(Enumerable.Range(100, newcomers).Select(n => Aangeleverd(n)));

    private static Account<LeerlingGegevens> OfTweede(int nummer, int leerjaar) => Account(nummer) with
    {
        Gegevens = Gegevens(nummer) with { Vestiging = Tweede, Leerjaar = leerjaar, Stamgroep = null },
    };

    private static Wisselgrens Grens(int vertrek, int nieuw) => new(Vestigingsnummer.Hoofd, vertrek, nieuw, 0);

    private static Plankader Kader(Wisselgrens grens) => LeerlingBuilder.Kader with
    {
        Vandaag = new DateOnly(2026, 8, 1),
        Nachtsoorten = [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren],
        Wisselafspraak = new Wisselafspraak(Jaar, Jaar.EersteDag, [grens]),
        Buurjaren = new Buurjaren(
            Enumerable.Range(1, Leerlingen).ToDictionary(
                Id, _ => new GroepGegevens(new Groepsleutel(Vestigingsnummer.Hoofd, "1Z"), Groepsoort.Stamgroep, "1Z", 1)),
            new HashSet<AccountId>())
        {
            Achter = new HashSet<Vestigingsnummer> { Vestigingsnummer.Hoofd },
        },
    };
}
