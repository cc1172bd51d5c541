using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Schooljaren;

public sealed class KlassentabelTests
{
    private static readonly GroepGegevens Klas1A = Klas("1A", 1);
    private static readonly GroepGegevens Klas2A = Klas("2A", 2);

    /// <summary>Leerlingen 1 to 3 are in 1A this year.</summary>
    private static readonly Plankader Juni = Kader with
    {
        Vandaag = new DateOnly(2026, 6, 1),
        Buurjaren = new Buurjaren(
            Enumerable.Range(1, 3).ToDictionary(Id, _ => Klas1A), new HashSet<AccountId>())
        {
            Achter = new HashSet<Vestigingsnummer> { Vestigingsnummer.Hoofd },
        },
    };

    private static readonly Plankader Augustus = Juni with { Vandaag = new DateOnly(2026, 8, 1) };

    [Fact]
    public void Before_the_year_begins_a_pupil_is_put_in_next_years_class_and_all_else_waits()
    {
        var regel = Plan(Volgend(1), Juni).Leerlingen.Single(r => r.Account?.Id == Id(1));

        regel.Soort.Should().Be(RegelSoort.Bijwerken);
        regel.Gewijzigd.Should().Be(Veld.Stamgroep);
        regel.Gegevens.Should().Be(Gegevens(1) with { Stamgroep = Klas2A.Sleutel });
        regel.VorigeStamgroep.Should().Be("1A");
        regel.Wijzigingen.Should().ContainSingle(w => w.Veld == Veld.Leerjaar && w.Aangehouden);
        regel.Meldingen.Should().ContainSingle().Which.Tekst.Should().Contain("1-8-2026");
    }

    [Fact]
    public void Before_the_year_begins_nobody_leaves_or_comes_back()
    {
        var plan = ImportPlanner.Plan(
            new Schoolstand(7, [Known(1), Known(2), Known(3) with { Status = Accountstatus.Gearchiveerd }], [], []),
            Volgend(3),
            Juni);

        plan.Leerlingen.Should().HaveCount(3).And.OnlyContain(r => r.Soort == RegelSoort.Aangehouden);
        plan.Leerlingen.Select(r => r.Bedoeling).Should().BeEquivalentTo(
            [RegelSoort.Archiveren, RegelSoort.Archiveren, RegelSoort.Heractiveren]);
        plan.Waarschuwingen.Should().Contain(BeleidMeldingen.Vooruit(Schooljaar.Hydrate(2026)));
    }

    [Fact]
    public void Before_the_year_begins_a_new_pupil_comes_once_there_is_a_class()
    {
        var metKlas = Aangeleverd(Gegevens(8) with { Stamgroep = Klas1A.Sleutel });
        var zonderKlas = Aangeleverd(Gegevens(9) with { Stamgroep = null });
        var aanlevering = Volgend() with { Leerlingen = [metKlas, zonderKlas] };

        var plan = Plan(aanlevering, Juni);

        plan.Leerlingen.Single(r => r.Gegevens.UwlrKey == "key-8").Soort.Should().Be(RegelSoort.Nieuw);
        var held = plan.Leerlingen.Single(r => r.Gegevens.UwlrKey == "key-9");
        held.Should().Match<Planregel<LeerlingGegevens>>(
            r => r.Soort == RegelSoort.Aangehouden && r.Bedoeling == RegelSoort.Nieuw);
        held.Meldingen.Single().Code.Should().Be("NOG_ZONDER_KLAS");
    }

    [Fact]
    public void The_promotion_of_classes_is_shown_with_counts()
    {
        var nieuw = Aangeleverd(Gegevens(8) with { Stamgroep = Klas1A.Sleutel });
        var aanlevering = Volgend(1, 2);
        var plan = Plan(aanlevering with { Leerlingen = [.. aanlevering.Leerlingen, nieuw] }, Juni);

        plan.Klassentabel.Should().BeEquivalentTo(new Klassentabel(
            Schooljaar.Hydrate(2025),
            Schooljaar.Hydrate(2026),
            Begonnen: false,
            [new("1A", "2A", 2), new("1A", null, 1), new(null, "1A", 1)]));
    }

    [Fact]
    public void On_the_first_day_the_same_delivery_does_the_rest()
    {
        var plan = Plan(Volgend(1, 2), Augustus);

        plan.Klassentabel!.Begonnen.Should().BeTrue();
        Tellingen.Of(plan.Leerlingen).Should().Be(Tellingen.Nul with { Bijwerken = 2, Archiveren = 1 });
        plan.Leerlingen.First(r => r.Soort == RegelSoort.Bijwerken).Gegevens.Leerjaar.Should().Be(2);
    }

    [Fact]
    public void Once_the_year_was_imported_as_a_whole_nothing_is_said_of_the_year_before()
    {
        var daarna = Augustus with
        {
            Buurjaren = Augustus.Buurjaren with { Achter = new HashSet<Vestigingsnummer>() },
        };

        var plan = ImportPlanner.Plan(Stand(Account(1)), Aanlevering(Aangeleverd(1)), daarna);

        plan.Klassentabel.Should().BeNull();
        plan.Leerlingen.Should().OnlyContain(r => r.VorigeStamgroep == null);
    }

    [Fact]
    public void Classes_of_the_same_name_at_two_vestigingen_are_told_apart()
    {
        var elders = Klas1A with { Sleutel = new Groepsleutel(Vestigingsnummer.Hydrate("01"), "1A") };
        var kader = Juni with
        {
            Buurjaren = Juni.Buurjaren with
            {
                Stamgroepen = new Dictionary<AccountId, GroepGegevens> { [Id(1)] = Klas1A, [Id(2)] = elders },
            },
        };

        Plan(Volgend(1, 2), kader).Klassentabel!.Overgangen.Select(o => o.Van)
            .Should().BeEquivalentTo("1A (00)", "1A (01)");
    }

    private static GroepGegevens Klas(string naam, int leerjaar) => new(
        new Groepsleutel(Vestigingsnummer.Hoofd, naam), Groepsoort.Stamgroep, naam, leerjaar);

    /// <summary>Without a class in the school year that is imported.</summary>
    private static Account<LeerlingGegevens> Known(int nummer) =>
        Account(nummer) with { Gegevens = Gegevens(nummer) with { Stamgroep = null } };

    /// <summary>Next year these are in 2A.</summary>
    private static Aanlevering Volgend(params int[] nummers) => Aanlevering(
        [.. nummers.Select(n => Aangeleverd(Gegevens(n) with { Stamgroep = Klas2A.Sleutel, Leerjaar = 2 }))]) with
    {
        Groepen = [Klas1A, Klas2A],
    };

    private static ImportPlan Plan(Aanlevering aanlevering, Plankader kader) =>
        ImportPlanner.Plan(new Schoolstand(7, [Known(1), Known(2), Known(3)], [], []), aanlevering, kader);
}
