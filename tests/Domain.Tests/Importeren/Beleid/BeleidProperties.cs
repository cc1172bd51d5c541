using FsCheck.Xunit;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;
using static Kurve.Numo.Domain.Tests.Importeren.Uitvoering;

namespace Kurve.Numo.Domain.Tests.Importeren.Beleid;

/// <summary>Holds over any school, whatever its rules and whenever its school year begins.</summary>
[Properties(Arbitrary = [typeof(Scholen)], MaxTest = 300)]
public sealed class BeleidProperties
{
    private const Veld Lidmaatschap = Veld.Stamgroep | Veld.Groepen;

    private static readonly Plankader AlleenToevoegen = Kader with
    {
        Beleid = Kader.Beleid with { Modus = Importmodus.AlleenToevoegen },
    };

    private static readonly Plankader Juni = Kader with { Vandaag = new DateOnly(2026, 6, 1) };

    [Property]
    public void With_additions_only_nobody_changes_but_who_comes_back(Geval geval)
    {
        var after = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering, AlleenToevoegen));

        ShouldBeTheSameOrBack(geval.Stand.Leerlingen, after.Leerlingen);
        ShouldBeTheSameOrBack(geval.Stand.Docenten, after.Docenten);
        geval.Stand.Groepen.Where(g => g.Status == Accountstatus.Actief).Should().BeSubsetOf(after.Groepen);
    }

    [Property]
    public void With_additions_only_everybody_new_comes_and_everybody_archived_returns(Geval geval)
    {
        var normal = Plan(geval.Stand, geval.Aanlevering);
        var additions = Plan(geval.Stand, geval.Aanlevering, AlleenToevoegen);

        Rows(additions, RegelSoort.Nieuw, RegelSoort.Heractiveren)
            .Should().Equal(Rows(normal, RegelSoort.Nieuw, RegelSoort.Heractiveren));
        Rows(additions, RegelSoort.Bijwerken, RegelSoort.Archiveren).Should().BeEmpty();
        Tellingen.Of(additions.Leerlingen).Aangehouden.Should().Be(
            normal.Leerlingen.Count(r => r.Soort is RegelSoort.Bijwerken or RegelSoort.Archiveren));
    }

    [Property]
    public void Before_a_school_year_begins_nobody_changes_but_in_groepen(Geval geval)
    {
        var after = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering, Juni));

        ShouldChangeInGroepenAlone(geval.Stand.Leerlingen, after.Leerlingen);
        ShouldChangeInGroepenAlone(geval.Stand.Docenten, after.Docenten);
    }

    [Property]
    public void Before_a_school_year_begins_who_comes_is_in_a_groep(Geval geval)
    {
        var plan = Plan(geval.Stand, geval.Aanlevering, Juni);

        plan.Leerlingen.Where(r => r.Soort == RegelSoort.Nieuw)
            .Should().NotContain(r => r.Gegevens.Stamgroep == null && r.Gegevens.Groepen.IsEmpty);
        plan.Docenten.Where(r => r.Soort == RegelSoort.Nieuw).Should().NotContain(r => r.Gegevens.Groepen.IsEmpty);
    }

    [Property]
    public void When_the_school_year_begins_everything_is_as_if_nothing_had_waited(Geval geval)
    {
        var waited = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering, Juni));

        var after = Apply(waited, Plan(waited, geval.Aanlevering));

        var atOnce = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering));
        Outline(after).Should().Equal(Outline(atOnce));
    }

    [Property]
    public void Who_is_in_a_class_of_a_later_school_year_never_leaves(Geval geval, int mask)
    {
        var later = geval.Stand.Leerlingen.Where((_, i) => (mask >> (i % 31) & 1) == 1).Select(a => a.Id).ToHashSet();
        var kader = Kader with { Buurjaren = Buurjaren.Geen with { Later = later } };

        var after = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering, kader)).Leerlingen.ToDictionary(a => a.Id);

        geval.Stand.Leerlingen.Where(a => a.Status == Accountstatus.Actief && later.Contains(a.Id))
            .Should().NotContain(a => after[a.Id].Status != Accountstatus.Actief);
    }

    [Property]
    public void Every_held_row_says_why_and_what_would_happen(Geval geval, bool vooruit)
    {
        var plan = Plan(geval.Stand, geval.Aanlevering, vooruit ? Juni : AlleenToevoegen);

        plan.Leerlingen.Should().NotContain(r => (r.Soort == RegelSoort.Aangehouden) != (r.Aangehouden != null));
        plan.Leerlingen.Where(r => r.Soort == RegelSoort.Aangehouden).Should().NotContain(
            r => !r.Meldingen[0].Tekst.EndsWith('.') || !r.IsMeldenswaardig);
    }

    [Property]
    public void No_limit_takes_away_what_always_stops(Geval geval, ushort aantal, byte aandeel, byte toen)
    {
        var vorige = Kader with { Vorige = [new Vestigingsomvang(Vestigingsnummer.Hoofd, toen, toen)] };
        var ruim = vorige with
        {
            Beleid = vorige.Beleid with
            {
                Afspraak = new(new(aantal, aandeel / 255.0), "reden", "eigenaar", vorige.Vandaag),
            },
        };

        Always(Plan(geval.Stand, geval.Aanlevering, ruim)).Should().Equal(
            Always(Plan(geval.Stand, geval.Aanlevering, vorige)));
    }

    [Property]
    public void No_key_ever_names_two_accounts_whatever_waits(Geval geval)
    {
        var juni = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering, Juni));
        var toegevoegd = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering, AlleenToevoegen));

        juni.Leerlingen.SelectMany(l => l.Gegevens.Sleutels).Should().OnlyHaveUniqueItems();
        toegevoegd.Leerlingen.SelectMany(l => l.Gegevens.Sleutels).Should().OnlyHaveUniqueItems();
    }

    private static void ShouldBeTheSameOrBack<T>(IReadOnlyList<Account<T>> before, IReadOnlyList<Account<T>> after)
        where T : Persoonsgegevens<T>
    {
        var known = after.ToDictionary(a => a.Id);
        before.Should().NotContain(a => known[a.Id] != a
            && (a.Status == Accountstatus.Actief || known[a.Id].Status != Accountstatus.Actief));
    }

    private static void ShouldChangeInGroepenAlone<T>(IReadOnlyList<Account<T>> before, IReadOnlyList<Account<T>> after)
        where T : Persoonsgegevens<T>
    {
        var known = after.ToDictionary(a => a.Id);
        before.Should().NotContain(a => known[a.Id].Status != a.Status
            || (a.Gegevens.DifferenceTo(known[a.Id].Gegevens) & ~Lidmaatschap) != Veld.Geen);
    }

    private static IEnumerable<string> Rows(ImportPlan plan, params RegelSoort[] soorten) => plan.Leerlingen
        .Where(r => soorten.Contains(r.Soort))
        .Select(r => $"{r.Soort} {r.Account?.Id} {Outline(r.Gegevens)}");

    private static IEnumerable<Melding> Always(ImportPlan plan) =>
        plan.Remmen.Where(r => r.Code != "TE_VEEL_ARCHIVERINGEN");

    private static IEnumerable<string> Outline(Schoolstand stand) => stand.Leerlingen
        .Select(Outline)
        .Concat(stand.Docenten.Select(Outline))
        .Order(StringComparer.Ordinal);

    // Who leaves was taken out of the class of the new year before it began; of who left already, no class counts.
    private static string Outline<T>(Account<T> account)
        where T : Persoonsgegevens<T> => account.Status == Accountstatus.Actief
            ? $"{account.Status} {Outline(account.Gegevens)}"
            : $"{account.Status} {Outline(account.Gegevens.Without(Veld.Stamgroep | Veld.Groepen))}";

    private static string Outline<T>(T gegevens)
        where T : Persoonsgegevens<T> => string.Join('|', Enum.GetValues<Veld>().Select(gegevens.Show));
}
