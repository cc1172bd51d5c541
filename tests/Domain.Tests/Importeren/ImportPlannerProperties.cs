using FsCheck.Xunit;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;
using static Kurve.Numo.Domain.Tests.Importeren.Uitvoering;

namespace Kurve.Numo.Domain.Tests.Importeren;

/// <summary>
/// Holds over any school: who is known, archived, delivered, changed or delivered with somebody else's key.
/// </summary>
[Properties(Arbitrary = [typeof(Scholen)], MaxTest = 300)]
public sealed class ImportPlannerProperties
{
    [Property]
    public void Applying_a_plan_gives_what_was_delivered_and_leaves_the_rest_of_a_person_alone(Geval geval)
    {
        var plan = Plan(geval.Stand, geval.Aanlevering);
        var after = Apply(geval.Stand, plan);

        ShouldBeAsDelivered(
            geval.Aanlevering.Leerlingen, plan.Leerlingen, geval.Stand.Leerlingen, after.Leerlingen);
        ShouldBeAsDelivered(geval.Aanlevering.Docenten, plan.Docenten, geval.Stand.Docenten, after.Docenten);
    }

    [Property]
    public void Who_is_not_delivered_leaves_and_who_is_refused_stays_as_it_was(Geval geval)
    {
        var (stand, aanlevering) = geval;
        var plan = Plan(stand, aanlevering);
        var after = Apply(stand, plan);

        ShouldHaveLeftOrStayed(
            aanlevering.Leerlingen, plan.Leerlingen, stand.Leerlingen, after.Leerlingen, aanlevering.Bereik.Leerlingen);
        ShouldHaveLeftOrStayed(
            aanlevering.Docenten, plan.Docenten, stand.Docenten, after.Docenten, aanlevering.Bereik.Docenten);
    }

    [Property]
    public void Everybody_delivered_has_one_row_and_it_names_the_fields_that_change(Geval geval)
    {
        var plan = Plan(geval.Stand, geval.Aanlevering);

        ShouldHaveOneRowEach(geval.Aanlevering.Leerlingen, plan.Leerlingen);
        ShouldHaveOneRowEach(geval.Aanlevering.Docenten, plan.Docenten);
    }

    [Property]
    public void Applying_a_plan_gives_the_groepen_that_were_delivered(Geval geval)
    {
        var (stand, aanlevering) = geval;
        var after = Apply(stand, Plan(stand, aanlevering)).Groepen.ToDictionary(g => g.Gegevens.Sleutel);

        foreach (var groep in aanlevering.Groepen.GroupBy(g => g.Sleutel))
        {
            after[groep.Key].Status.Should().Be(Accountstatus.Actief);
            groep.Should().Contain(after[groep.Key].Gegevens);
        }

        var absent = stand.Groepen.ExceptBy(aanlevering.Groepen.Select(g => g.Sleutel), g => g.Gegevens.Sleutel);
        foreach (var groep in absent)
        {
            var gone = aanlevering.Bereik.Groepen.Contains(groep.Gegevens.Sleutel.Vestiging);
            after[groep.Gegevens.Sleutel].Should().Be(
                gone ? groep with { Status = Accountstatus.Gearchiveerd } : groep);
        }
    }

    [Property]
    public void Nobody_is_ever_lost(Geval geval)
    {
        var after = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering));

        geval.Stand.Leerlingen.Select(l => l.Id).Should().BeSubsetOf(after.Leerlingen.Select(l => l.Id));
        geval.Stand.Docenten.Select(d => d.Id).Should().BeSubsetOf(after.Docenten.Select(d => d.Id));
        geval.Stand.Groepen.Select(g => g.Id).Should().BeSubsetOf(after.Groepen.Select(g => g.Id));
    }

    [Property]
    public void Planning_again_after_applying_changes_nobody_but_those_who_were_refused(Geval geval)
    {
        var first = Plan(geval.Stand, geval.Aanlevering);
        var after = Apply(geval.Stand, first);

        var again = Plan(after, geval.Aanlevering);

        again.Groepen.Should().BeEmpty();
        ShouldChangeNobodyElse(first.Leerlingen, again.Leerlingen, geval.Stand.Leerlingen, after.Leerlingen);
        ShouldChangeNobodyElse(first.Docenten, again.Docenten, geval.Stand.Docenten, after.Docenten);
    }

    [Property]
    public void No_key_ever_names_two_accounts(Geval geval)
    {
        var after = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering));

        after.Leerlingen.SelectMany(l => l.Gegevens.Sleutels).Should().OnlyHaveUniqueItems();
        after.Docenten.SelectMany(d => d.Gegevens.Sleutels).Should().OnlyHaveUniqueItems();
        after.Groepen.Select(g => g.Gegevens.Sleutel).Should().OnlyHaveUniqueItems();
    }

    [Property]
    public void No_two_active_docenten_come_to_log_in_with_one_email(Geval geval)
    {
        var after = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering)).Docenten;

        after.Where(d => d.Status == Accountstatus.Actief && d.Gegevens.Email is not null)
            .Select(d => d.Gegevens.Email!.ToUpperInvariant()).Should().OnlyHaveUniqueItems();
    }

    [Property]
    public void The_order_of_delivery_does_not_matter(Geval geval, int seed)
    {
        var random = new Random(seed);
        var shuffled = Plan(geval.Stand, geval.Aanlevering with
        {
            Leerlingen = Shuffle(geval.Aanlevering.Leerlingen, random),
            Docenten = Shuffle(geval.Aanlevering.Docenten, random),
            Groepen = Shuffle(geval.Aanlevering.Groepen, random),
        });

        var plan = Plan(geval.Stand, geval.Aanlevering);

        shuffled.Hash.Should().Be(plan.Hash);
        shuffled.Groepen.Should().Equal(plan.Groepen);
        shuffled.Waarschuwingen.Should().Equal(plan.Waarschuwingen);
        shuffled.Remmen.Should().Equal(plan.Remmen);
        shuffled.Leerlingen.Select(Outline).Should().Equal(plan.Leerlingen.Select(Outline));
        shuffled.Docenten.Select(Outline).Should().Equal(plan.Docenten.Select(Outline));
    }

    private static void ShouldBeAsDelivered<T>(
        IReadOnlyList<Aangeleverd<T>> delivered,
        IReadOnlyList<Planregel<T>> regels,
        IReadOnlyList<Account<T>> before,
        IReadOnlyList<Account<T>> after)
        where T : Persoonsgegevens<T>
    {
        var refused = Refused(regels);
        var known = before.ToDictionary(a => a.Id);
        foreach (var persoon in delivered.Where(p => !refused.Contains(p.Gegevens)))
        {
            var own = regels.Single(r => ReferenceEquals(r.Aangeleverd, persoon.Gegevens)).Account?.Id;
            var account = after
                .Where(a => own is { } id ? a.Id == id : !known.ContainsKey(a.Id) && IsOf(a, persoon.Gegevens, delivered))
                .Should().ContainSingle().Subject;
            var taken = persoon.Geleverd & ~account.Vergrendeld & ~SharedOf(persoon.Gegevens, delivered);
            account.Status.Should().Be(Accountstatus.Actief);
            (account.Gegevens.DifferenceTo(persoon.Gegevens) & taken).Should().Be(Veld.Geen, "it was delivered");
            if (known.TryGetValue(account.Id, out var earlier))
            {
                account.Vergrendeld.Should().Be(earlier.Vergrendeld);
                (account.Gegevens.DifferenceTo(earlier.Gegevens) & ~taken).Should().Be(
                    Veld.Geen, "it is locked or was not delivered");
            }
        }
    }

    private static void ShouldHaveLeftOrStayed<T>(
        IReadOnlyList<Aangeleverd<T>> delivered,
        IReadOnlyList<Planregel<T>> regels,
        IReadOnlyList<Account<T>> before,
        IReadOnlyList<Account<T>> after,
        IReadOnlySet<Vestigingsnummer> bereik)
        where T : Persoonsgegevens<T>
    {
        var refused = Refused(regels);
        var rejected = regels.Where(r => r.Soort == RegelSoort.Afgekeurd)
            .Select(r => Dubbelzoeker.Fold(r.Gegevens.Naam))
            .ToHashSet(StringComparer.Ordinal);
        var named = regels.SelectMany(r => r.Betrokken).Select(b => b.Id).ToHashSet();
        var taken = regels.Where(r => r.Soort != RegelSoort.Archiveren).Select(r => r.Account?.Id).ToHashSet();
        var known = after.ToDictionary(a => a.Id);
        foreach (var account in before.Where(a => !taken.Contains(a.Id)))
        {
            var leaves = !HasKeyOf(account, refused) && !HasLoginOf(account, refused) && !named.Contains(account.Id)
                && !rejected.Contains(Dubbelzoeker.Fold(account.Gegevens.Naam))
                && bereik.Contains(account.Gegevens.Vestiging);
            known[account.Id].Should().Be(leaves ? account with { Status = Accountstatus.Gearchiveerd } : account);
        }
    }

    private static void ShouldHaveOneRowEach<T>(
        IReadOnlyList<Aangeleverd<T>> delivered, IReadOnlyList<Planregel<T>> regels)
        where T : Persoonsgegevens<T>
    {
        regels.Count(r => r.Soort != RegelSoort.Archiveren).Should().Be(delivered.Count);
        foreach (var regel in regels.Where(r => r.Account is not null))
        {
            regel.Gewijzigd.Should().Be(regel.Account!.Gegevens.DifferenceTo(regel.Gegevens));
        }
    }

    private static void ShouldChangeNobodyElse<T>(
        IReadOnlyList<Planregel<T>> first,
        IReadOnlyList<Planregel<T>> again,
        IReadOnlyList<Account<T>> before,
        IReadOnlyList<Account<T>> after)
        where T : Persoonsgegevens<T>
    {
        // Applying may take a key or login away from an account, and so settle what a refused person's disagreed about.
        var refused = Refused(first);
        var disputed = before.Concat(after)
            .Where(a => HasKeyOf(a, refused) || HasLoginOf(a, refused))
            .Select(a => a.Id)
            .ToHashSet();

        var changed = again.Where(r => r.Soort is RegelSoort.Nieuw or RegelSoort.Bijwerken or RegelSoort.Heractiveren
            or RegelSoort.Archiveren);

        changed.Where(r => r.Account is { } account
            ? !disputed.Contains(account.Id)
            : !refused.Contains(r.Aangeleverd!)).Should().BeEmpty();
    }

    private static HashSet<T> Refused<T>(IReadOnlyList<Planregel<T>> regels)
        where T : Persoonsgegevens<T> => new(
            regels.Where(r => r.Soort is RegelSoort.Conflict or RegelSoort.Afgekeurd).Select(r => r.Gegevens),
            ReferenceEqualityComparer.Instance);

    private static bool IsOf<T>(Account<T> account, T persoon, IReadOnlyList<Aangeleverd<T>> delivered)
        where T : Persoonsgegevens<T> =>
        account.Gegevens.Sleutels.Intersect(persoon.Without(SharedOf(persoon, delivered)).Sleutels).Any();

    // A weak key that others have too says nothing of anybody.
    private static Veld SharedOf<T>(T persoon, IReadOnlyList<Aangeleverd<T>> delivered)
        where T : Persoonsgegevens<T> => delivered
            .Where(p => !ReferenceEquals(p.Gegevens, persoon))
            .SelectMany(p => p.Gegevens.Sleutels)
            .Intersect(persoon.Sleutels)
            .Aggregate(Veld.Geen, (velden, sleutel) => velden | sleutel.Veld);

    private static bool HasLoginOf<T>(Account<T> account, IEnumerable<T> personen)
        where T : Persoonsgegevens<T> =>
        account.Gegevens.Login is { } login && personen.Any(p => string.Equals(p.Login, login, StringComparison.Ordinal));

    private static bool HasKeyOf<T>(Account<T> account, IEnumerable<T> personen)
        where T : Persoonsgegevens<T> =>
        personen.SelectMany(p => p.Sleutels).Intersect(account.Gegevens.Sleutels).Any();

    private static T[] Shuffle<T>(IReadOnlyList<T> items, Random random)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static string Outline<T>(Planregel<T> regel)
        where T : Persoonsgegevens<T> =>
        $"{regel.Soort} {regel.Account?.Id} {regel.Gegevens.Naam} {string.Concat(regel.Meldingen.Select(m => m.Code))}";
}
