using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren;

/// <summary>
/// Holds over any school: who is known, archived, delivered, changed or delivered with somebody else's key.
/// </summary>
public sealed class ImportPlannerProperties
{
    [Property(Arbitrary = [typeof(Scholen)], MaxTest = 300)]
    public void Applying_a_plan_gives_what_was_delivered(Geval geval)
    {
        var (stand, aanlevering) = geval;

        var after = Apply(stand, Plan(stand, aanlevering));

        var known = after.Leerlingen.ToDictionary(l => l.Id);
        foreach (var regel in Plan(stand, aanlevering).Leerlingen)
        {
            switch (regel.Soort)
            {
                case RegelSoort.Archiveren:
                    known[regel.Account!.Id].Status.Should().Be(Accountstatus.Gearchiveerd);
                    break;
                case RegelSoort.Nieuw:
                    after.Leerlingen.Should().ContainSingle(
                        l => l.Gegevens.EckId == regel.Gegevens.EckId && l.Gegevens.UwlrKey == regel.Gegevens.UwlrKey);
                    break;
                case RegelSoort.Bijwerken or RegelSoort.Heractiveren or RegelSoort.Ongewijzigd:
                    known[regel.Account!.Id].Status.Should().Be(Accountstatus.Actief);
                    known[regel.Account!.Id].Gegevens.DifferenceTo(regel.Gegevens).Should().Be(Veld.Geen);
                    break;
                default:
                    break;
            }
        }
    }

    [Property(Arbitrary = [typeof(Scholen)], MaxTest = 300)]
    public void Nobody_is_ever_lost(Geval geval)
    {
        var after = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering));

        geval.Stand.Leerlingen.Select(l => l.Id).Should().BeSubsetOf(after.Leerlingen.Select(l => l.Id));
    }

    [Property(Arbitrary = [typeof(Scholen)], MaxTest = 300)]
    public void Planning_again_after_applying_changes_nobody_but_those_who_were_in_conflict(Geval geval)
    {
        var first = Plan(geval.Stand, geval.Aanlevering);
        var conflicts = first.Leerlingen.Count(r => r.Soort == RegelSoort.Conflict);

        var again = Tellingen.Of(Plan(Apply(geval.Stand, first), geval.Aanlevering).Leerlingen);

        again.Wijzigingen.Should().BeLessThanOrEqualTo(conflicts);
    }

    [Property(Arbitrary = [typeof(Scholen)], MaxTest = 300)]
    public void No_key_ever_names_two_accounts(Geval geval)
    {
        var after = Apply(geval.Stand, Plan(geval.Stand, geval.Aanlevering));

        after.Leerlingen.SelectMany(l => l.Gegevens.Sleutels).Should().OnlyHaveUniqueItems();
    }

    [Property(Arbitrary = [typeof(Scholen)], MaxTest = 300)]
    public void The_order_of_delivery_does_not_matter(Geval geval, int seed)
    {
        var leerlingen = geval.Aanlevering.Leerlingen.ToArray();
        new Random(seed).Shuffle(leerlingen);

        var shuffled = Plan(geval.Stand, geval.Aanlevering with { Leerlingen = leerlingen });

        shuffled.Hash.Should().Be(Plan(geval.Stand, geval.Aanlevering).Hash);
    }

    private static Schoolstand Apply(Schoolstand stand, ImportPlan plan)
    {
        var leerlingen = stand.Leerlingen.ToDictionary(l => l.Id);
        var nieuw = 1_000_000;
        foreach (var regel in plan.Leerlingen)
        {
            var account = regel.Soort switch
            {
                RegelSoort.Nieuw => new Account<LeerlingGegevens>(Id(nieuw++), Accountstatus.Actief, regel.Gegevens),
                RegelSoort.Bijwerken or RegelSoort.Heractiveren =>
                    regel.Account! with { Status = Accountstatus.Actief, Gegevens = regel.Gegevens },
                RegelSoort.Archiveren => regel.Account! with { Status = Accountstatus.Gearchiveerd },
                _ => null,
            };
            if (account is not null)
            {
                leerlingen[account.Id] = account;
            }
        }

        return stand with { Versie = stand.Versie + 1, Leerlingen = [.. leerlingen.Values] };
    }
}

/// <summary>A school as Numo knows it, and what was delivered of it.</summary>
public sealed record Geval(Schoolstand Stand, Aanlevering Aanlevering);

/// <summary>Makes cases in which about half of the people overlap and a few have keys of others, or none.</summary>
public static class Scholen
{
    private const int Mensen = 12;

    public static Arbitrary<Geval> Geval() => (
        from accounts in Gen.SubListOf(Enumerable.Range(1, Mensen))
        from statuses in Gen.ListOf(
            Gen.Elements(Accountstatus.Actief, Accountstatus.Actief, Accountstatus.Gearchiveerd), Mensen + 1)
        from locks in Gen.ListOf(Gen.Elements(Veld.Geen, Veld.Geen, Veld.Achternaam, Veld.UwlrKey), Mensen + 1)
        from delivered in Gen.SubListOf(Enumerable.Range(1, Mensen))
        from changes in Gen.ListOf(Wijziging(), Mensen + 1)
        select new Geval(
            Stand([.. accounts.Select(n => Account(n, statuses[n]) with { Vergrendeld = locks[n] })]),
            Aanlevering([.. delivered.Select(n => changes[n](Aangeleverd(n)))]))).ToArbitrary();

    private static Gen<Func<Aangeleverd<LeerlingGegevens>, Aangeleverd<LeerlingGegevens>>> Wijziging() =>
        from kind in Gen.Choose(0, 9)
        from other in Gen.Choose(1, Mensen)
        select (Func<Aangeleverd<LeerlingGegevens>, Aangeleverd<LeerlingGegevens>>)(persoon => kind switch
        {
            0 => persoon with { Gegevens = persoon.Gegevens with { Achternaam = "Nieuw" } },
            1 => persoon with { Gegevens = persoon.Gegevens with { UwlrKey = $"key-{other}" } },
            2 => persoon with { Gegevens = persoon.Gegevens with { EckId = null }, Geleverd = persoon.Geleverd & ~Veld.EckId },
            3 => persoon with { Gegevens = persoon.Gegevens with { UwlrKey = null }, Geleverd = persoon.Geleverd & ~Veld.UwlrKey },
            4 => persoon with { Gegevens = new LeerlingGegevens { Roepnaam = "Zonder sleutel" } },
            5 => persoon with { Gegevens = persoon.Gegevens with { Stamgroep = null } },
            _ => persoon,
        });
}
