using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>
/// The groepen that somebody keeps: of who is rejected or stays as he is, and of whom the file does not tell in
/// which groepen they are, as when a spreadsheet made dates of all their names.
/// </summary>
internal static class Groepsbehoud
{
    /// <summary>The groepen that stay because somebody stays in them.</summary>
    public static HashSet<Groepsleutel> Find(
        IReadOnlyList<Aangeleverd<LeerlingGegevens>> leerlingen,
        IReadOnlyList<Aangeleverd<DocentGegevens>> docenten,
        Schoolstand stand)
    {
        var kept = new HashSet<Groepsleutel>();
        foreach (var (account, geleverd) in FindKeepers(leerlingen, stand.Leerlingen))
        {
            if (!geleverd.HasFlag(Veld.Stamgroep) && account.Gegevens.Stamgroep is { } stamgroep)
            {
                kept.Add(stamgroep);
            }

            kept.UnionWith(geleverd.HasFlag(Veld.Groepen) ? [] : account.Gegevens.Groepen);
        }

        foreach (var (account, _) in FindKeepers(docenten, stand.Docenten).Where(k => !k.Geleverd.HasFlag(Veld.Groepen)))
        {
            kept.UnionWith(account.Gegevens.Groepen);
        }

        return kept;
    }

    /// <summary>Active accounts that keep some of their groepen, with what was delivered of them.</summary>
    private static IEnumerable<(Account<T> Account, Veld Geleverd)> FindKeepers<T>(
        IReadOnlyList<Aangeleverd<T>> personen, IReadOnlyList<Account<T>> accounts)
        where T : Persoonsgegevens<T>
    {
        const Veld Alles = Veld.Stamgroep | Veld.Groepen;
        var keepers = personen
            .Select(p => (p.Gegevens, Geleverd: p.Afkeuring is null ? p.Geleverd : Veld.Geen))
            .Where(p => (p.Geleverd & Alles) != (p.Gegevens is LeerlingGegevens ? Alles : Veld.Groepen))
            .ToArray();
        if (keepers.Length == 0)
        {
            yield break;
        }

        var bySleutel = new Dictionary<Persoonssleutel, Account<T>>();
        var targets = new MergeTargets<T>(accounts, Rekengang.Ongestoord);
        foreach (var i in targets.InOrder.Where(i => accounts[targets.Of(i)].Status == Accountstatus.Actief))
        {
            foreach (var sleutel in accounts[i].Gegevens.Sleutels)
            {
                bySleutel.TryAdd(sleutel, accounts[targets.Of(i)]);
            }
        }

        foreach (var (gegevens, geleverd) in keepers)
        {
            foreach (var sleutel in gegevens.Sleutels)
            {
                if (bySleutel.TryGetValue(sleutel, out var account))
                {
                    yield return (account, geleverd);
                }
            }
        }
    }
}
