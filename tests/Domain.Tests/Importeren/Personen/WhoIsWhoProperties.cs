using FsCheck;
using FsCheck.Xunit;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Importeren.Conflicten;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Personen;

/// <summary>
/// A model that knows who is who beside the planner, which does not: over 200 days of a source that makes every mistake that
/// it can, no account ever goes to another person than whose it was.
/// </summary>
public sealed class WhoIsWhoProperties
{
    private const int Days = 200;

    [Property(MaxTest = 12)]
    public void No_account_ever_goes_to_another_person(NonNegativeInt seed) => Live(seed.Get);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_model_sees_every_kind_of_row(int seed)
    {
        var seen = Live(seed);

        seen.Should().Contain(
        [
            RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren, RegelSoort.Archiveren, RegelSoort.Conflict,
            RegelSoort.Afgekeurd,
        ]);
    }

    private static HashSet<RegelSoort> Live(int seed)
    {
        var (random, seen) = (new Random(seed), new HashSet<RegelSoort>());
        var source = new CarelessSource(random);
        var owners = new Dictionary<AccountId, int>();
        var beslissingen = new Dictionary<Persoonssleutel, Beslissing>();
        var stand = Stand();
        for (var day = 0; day < Days; day++)
        {
            var delivered = source.NextDay();
            var plan = Plan(
                stand,
                Aanlevering([.. delivered.Select(d => d.Persoon)]),
                Kader with { Vandaag = Kader.Vandaag.AddDays(day), Beslissingen = [.. beslissingen.Values] });
            seen.UnionWith(plan.Leerlingen.Select(r => r.Soort));
            var whose = delivered.ToDictionary(
                d => d.Persoon.Gegevens, d => d.Who, (IEqualityComparer<LeerlingGegevens>)ReferenceEqualityComparer.Instance);
            foreach (var regel in plan.Leerlingen.Where(r => r.Account is not null && r.Soort != RegelSoort.Archiveren))
            {
                owners[regel.Account!.Id].Should().Be(
                    whose[regel.Aangeleverd!], $"on day {day} of seed {seed}: {regel.Account.Gegevens} was delivered as {regel.Aangeleverd}");
            }

            if (random.Next(3) == 0)
            {
                Decide(plan, whose, owners, beslissingen, random);
            }

            // By night, with a brake on or in part, as people choose.
            if (plan.Remmen.Count == 0 || random.Next(4) == 0)
            {
                stand = Apply(stand, plan, whose, owners, random);
            }
        }

        return seen;
    }

    private static Schoolstand Apply(
        Schoolstand stand,
        ImportPlan plan,
        Dictionary<LeerlingGegevens, int> whose,
        Dictionary<AccountId, int> owners,
        Random random)
    {
        var chosen = random.Next(5) == 0 ? plan.Leerlingen.Where(_ => random.Next(2) == 0).ToList() : plan.Leerlingen;
        var after = Uitvoering.Apply(stand, plan with { Leerlingen = chosen });
        var nieuw = chosen.Where(r => r.Soort == RegelSoort.Nieuw).ToList();
        var accounts = after.Leerlingen.Skip(stand.Leerlingen.Count).ToList();
        for (var i = 0; i < nieuw.Count; i++)
        {
            owners.Add(accounts[i].Id, whose[nieuw[i].Aangeleverd!]);
        }

        after.Leerlingen.SelectMany(l => l.Gegevens.Sleutels).Should().OnlyHaveUniqueItems("a key names one account");
        return after;
    }

    /// <summary>Decides conflicts as somebody does who knows the pupils.</summary>
    private static void Decide(
        ImportPlan plan,
        Dictionary<LeerlingGegevens, int> whose,
        Dictionary<AccountId, int> owners,
        Dictionary<Persoonssleutel, Beslissing> beslissingen,
        Random random)
    {
        foreach (var regel in plan.Leerlingen.Where(r => r.Soort == RegelSoort.Conflict && random.Next(2) == 0))
        {
            var own = regel.Betrokken.Where(b => owners[b.Id] == whose[regel.Aangeleverd!]).ToArray();
            var decided = own.Length > 0
                ? regel.Decide(Beslissingsoort.Samenvoegen, own[0].Id)
                : regel.Decide(random.Next(4) == 0 ? Beslissingsoort.Overslaan : Beslissingsoort.ApartHouden);
            if (decided.IsOk)
            {
                beslissingen[decided.Value.Sleutel] = decided.Value;
            }
        }
    }
}
