using FsCheck.Xunit;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;
using static Kurve.Numo.Domain.Tests.Importeren.Uitvoering;

namespace Kurve.Numo.Domain.Tests.Importeren.Conflicten;

/// <summary>Holds over any school in which a person decided some of the conflicts, in any way.</summary>
[Properties(Arbitrary = [typeof(Scholen)], MaxTest = 300)]
public sealed class BeslissingProperties
{
    /// <summary>More rounds than a chain of twelve people can take to settle.</summary>
    private const int Rounds = 15;

    private static readonly Plankader AlleenToevoegen = Kader with
    {
        Beleid = Kader.Beleid with { Modus = Importmodus.AlleenToevoegen },
    };

    [Property]
    public void Nobody_is_ever_lost(Geval geval, int seed)
    {
        var after = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering, Decide(geval, seed)));

        geval.Stand.Leerlingen.Select(l => l.Id).Should().BeSubsetOf(after.Leerlingen.Select(l => l.Id));
        geval.Stand.Docenten.Select(d => d.Id).Should().BeSubsetOf(after.Docenten.Select(d => d.Id));
    }

    [Property]
    public void No_key_ever_names_two_accounts(Geval geval, int seed)
    {
        var after = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering, Decide(geval, seed)));

        after.Leerlingen.SelectMany(l => l.Gegevens.Sleutels).Should().OnlyHaveUniqueItems();
        after.Docenten.SelectMany(d => d.Gegevens.Sleutels).Should().OnlyHaveUniqueItems();
    }

    [Property]
    public void A_locked_field_never_changes(Geval geval, int seed)
    {
        var after = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering, Decide(geval, seed)));

        ShouldKeepLocked(geval.Stand.Leerlingen, after.Leerlingen);
        ShouldKeepLocked(geval.Stand.Docenten, after.Docenten);
    }

    [Property]
    public void Everybody_delivered_has_one_row(Geval geval, int seed)
    {
        var plan = Plan(geval.Stand, geval.Aanlevering, Decide(geval, seed));

        plan.Leerlingen.Count(r => r.Soort != RegelSoort.Archiveren).Should().Be(geval.Aanlevering.Leerlingen.Count);
        plan.Docenten.Count(r => r.Soort != RegelSoort.Archiveren).Should().Be(geval.Aanlevering.Docenten.Count);
    }

    [Property]
    public void A_merge_that_is_followed_makes_the_person_the_account_that_was_chosen(Geval geval, int seed)
    {
        var plan = Plan(geval.Stand, geval.Aanlevering, Decide(geval, seed));

        plan.Leerlingen.Should().NotContain(r => r.Beslissing != null && !IsFollowed(r));
        plan.Docenten.Should().NotContain(r => r.Beslissing != null && !IsFollowed(r));
    }

    [Property]
    public void The_same_decisions_come_to_rest_and_then_change_nothing_more(Geval geval, int seed)
    {
        var (stand, beslissingen) = (geval.Stand, Decide(geval, seed));
        for (var i = 0; i < Rounds; i++)
        {
            stand = Apply(stand, Plan(stand, geval.Aanlevering, beslissingen));
        }

        var again = Plan(stand, geval.Aanlevering, beslissingen);

        Tellingen.Of(again.Leerlingen).Wijzigingen.Should().Be(0);
        Tellingen.Of(again.Docenten).Wijzigingen.Should().Be(0);
    }

    [Property]
    public void The_order_of_decisions_and_of_delivery_does_not_matter(Geval geval, int seed)
    {
        var beslissingen = Decide(geval, seed);
        var reversed = geval.Aanlevering with
        {
            Leerlingen = [.. geval.Aanlevering.Leerlingen.Reverse()],
            Docenten = [.. geval.Aanlevering.Docenten.Reverse()],
        };

        var plan = Plan(geval.Stand, geval.Aanlevering, beslissingen);

        Plan(geval.Stand, reversed, [.. beslissingen.Reverse()]).Hash.Should().Be(plan.Hash);
    }

    [Property]
    public void No_two_active_docenten_come_to_log_in_with_one_email(Geval geval, int seed)
    {
        var after = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering, Decide(geval, seed))).Docenten;

        after.Where(d => d.Status == Accountstatus.Actief && d.Gegevens.Email is not null)
            .Select(d => d.Gegevens.Email!.ToUpperInvariant()).Should().OnlyHaveUniqueItems();
    }

    [Property]
    public void What_is_held_gives_and_takes_nothing_and_the_next_night_nobody_is_new_or_gone_by_it(
        Geval geval, int seed, bool vooruit)
    {
        var kader = (vooruit ? Kader with { Vandaag = new DateOnly(2026, 6, 1) } : AlleenToevoegen) with
        {
            Beslissingen = Decide(geval, seed),
        };

        var first = Plan(geval.Stand, geval.Aanlevering, kader);
        var after = Apply(geval.Stand, first);

        ShouldKeepKeysUntilBack(geval.Stand.Leerlingen, after.Leerlingen);
        ShouldKeepKeysUntilBack(geval.Stand.Docenten, after.Docenten);
        var again = Plan(after, geval.Aanlevering, kader);
        ShouldBringOrTakeNobody(first.Leerlingen, again.Leerlingen);
        ShouldBringOrTakeNobody(first.Docenten, again.Docenten);
    }

    // Who comes back may have given up a key, and so settle what the keys of a refused person disagreed about; and who was
    // left out is so only as long as a key names an account that was weighed.
    private static void ShouldBringOrTakeNobody<T>(IReadOnlyList<Planregel<T>> first, IReadOnlyList<Planregel<T>> again)
        where T : Persoonsgegevens<T>
    {
        var refused = first
            .Where(r => r.Soort is RegelSoort.Conflict or RegelSoort.Afgekeurd
                || r.Beslissing?.Soort == Beslissingsoort.Overslaan)
            .Select(r => r.Aangeleverd)
            .ToHashSet();
        again.Where(r => r.Soort == RegelSoort.Archiveren
                || (r.Soort == RegelSoort.Nieuw && !refused.Contains(r.Aangeleverd)))
            .Should().BeEmpty();
    }

    private static void ShouldKeepKeysUntilBack<T>(IReadOnlyList<Account<T>> before, IReadOnlyList<Account<T>> after)
        where T : Persoonsgegevens<T>
    {
        var known = after.ToDictionary(a => a.Id);
        before.Should().NotContain(a =>
            known[a.Id].Status == a.Status && !a.Gegevens.Sleutels.SequenceEqual(known[a.Id].Gegevens.Sleutels));
    }

    private static bool IsFollowed<T>(Planregel<T> regel)
        where T : Persoonsgegevens<T> => regel.Beslissing!.Soort switch
        {
            Beslissingsoort.Samenvoegen => regel.Account!.Id == regel.Beslissing.Account,
            Beslissingsoort.ApartHouden => regel.Account is null || !regel.Beslissing.Niet.Contains(regel.Account.Id),
            _ => regel.Account is null && regel.Soort == RegelSoort.Ongewijzigd,
        };

    private static void ShouldKeepLocked<T>(IReadOnlyList<Account<T>> before, IReadOnlyList<Account<T>> after)
        where T : Persoonsgegevens<T>
    {
        var known = after.ToDictionary(a => a.Id);
        before.Should().NotContain(a =>
            (a.Gegevens.DifferenceTo(known[a.Id].Gegevens) & a.Vergrendeld) != Veld.Geen
            || known[a.Id].Vergrendeld != a.Vergrendeld);
    }

    /// <summary>Decides some of the conflicts, each at random; those that cannot be decided so are left.</summary>
    private static Beslissing[] Decide(Geval geval, int seed)
    {
        var random = new Random(seed);
        var plan = Plan(geval.Stand, geval.Aanlevering);
        return
        [
            .. plan.Leerlingen.Where(r => r.Soort == RegelSoort.Conflict).Select(r => Decide(r, random)).OfType<Beslissing>(),
            .. plan.Docenten.Where(r => r.Soort == RegelSoort.Conflict).Select(r => Decide(r, random)).OfType<Beslissing>(),
        ];
    }

    private static Beslissing? Decide<T>(Planregel<T> regel, Random random)
        where T : Persoonsgegevens<T>
    {
        var soort = (Beslissingsoort)random.Next(1, 4);
        if (random.Next(4) == 0)
        {
            return null;
        }

        var beslissing = soort == Beslissingsoort.Samenvoegen && regel.Betrokken.Count > 0
            ? regel.Decide(soort, regel.Betrokken[random.Next(regel.Betrokken.Count)].Id)
            : regel.Decide(soort == Beslissingsoort.ApartHouden ? soort : Beslissingsoort.Overslaan);
        return beslissing.IsOk ? beslissing.Value : null;
    }
}
