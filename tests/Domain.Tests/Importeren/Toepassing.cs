using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren;

/// <summary>Applies plans in memory, in the plainest way.</summary>
internal static class Toepassing
{
    public static Schoolstand Apply(Schoolstand stand, ImportPlan plan) => new(
        stand.Versie + 1,
        Apply(stand.Leerlingen, plan.Leerlingen, 1_000_000 + stand.Leerlingen.Count),
        Apply(stand.Docenten, plan.Docenten, 2_000_000 + stand.Docenten.Count),
        Apply(stand.Groepen, plan.Groepen));

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
