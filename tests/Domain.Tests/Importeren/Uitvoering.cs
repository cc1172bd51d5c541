using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren;

/// <summary>Applies all of a plan, as the store does.</summary>
internal static class Uitvoering
{
    public static Schoolstand Apply(Schoolstand stand, ImportPlan plan) => new(
        stand.Versie + 1,
        Apply(stand.Leerlingen, plan.Leerlingen, Nieuw(1_000_000, stand)),
        Apply(stand.Docenten, plan.Docenten, Nieuw(2_000_000, stand)),
        Apply(stand.Groepen, plan.Groepen));

    // A plan that is applied later makes other accounts.
    private static int Nieuw(int from, Schoolstand stand) => from + (1_000 * (int)stand.Versie);

    private static List<Account<T>> Apply<T>(
        IReadOnlyList<Account<T>> accounts, IReadOnlyList<Planregel<T>> regels, int nieuw)
        where T : Persoonsgegevens<T>
    {
        var after = accounts.ToDictionary(a => a.Id);
        foreach (var regel in regels)
        {
            var account = regel.Soort switch
            {
                RegelSoort.Nieuw => new Account<T>(Id(nieuw++), Accountstatus.Actief, regel.Gegevens),
                RegelSoort.Bijwerken or RegelSoort.Heractiveren =>
                    regel.Account! with { Status = Accountstatus.Actief, Gegevens = regel.Gegevens },
                RegelSoort.Archiveren => regel.Account! with { Status = Accountstatus.Gearchiveerd },
                _ => null,
            };
            if (account is not null)
            {
                after[account.Id] = account;
            }
        }

        foreach (var afstand in regels.SelectMany(r => r.Afstanden))
        {
            var account = after[afstand.Account.Id];
            var velden = afstand.Sleutels.Intersect(account.Gegevens.Sleutels).Aggregate(Veld.Geen, (v, s) => v | s.Veld);
            after[account.Id] = account with { Gegevens = account.Gegevens.Without(velden) };
        }

        return [.. after.Values];
    }

    private static List<Groep> Apply(IReadOnlyList<Groep> groepen, IReadOnlyList<Groepsregel> regels)
    {
        var after = groepen.ToDictionary(g => g.Id);
        foreach (var regel in regels)
        {
            var id = regel.Id ?? new GroepId(Guid.CreateVersion7());
            after[id] = new Groep(
                id,
                regel.Gegevens,
                regel.Soort == RegelSoort.Archiveren ? Accountstatus.Gearchiveerd : Accountstatus.Actief);
        }

        return [.. after.Values];
    }
}
