using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>
/// Plans the persons of one kind. Somebody is recognised by key; keys that name different accounts, an account that two
/// delivered persons claim, and an account that has another ECK iD are conflicts, which touch nobody: one pupil's work
/// is never shown to another. What a person decided of a conflict holds from then on.
/// </summary>
internal static class Persoonsplanner
{
    public static IReadOnlyList<Planregel<T>> Plan<T>(
        IReadOnlyList<Account<T>> current,
        IReadOnlyList<Aangeleverd<T>> incoming,
        IReadOnlySet<Vestigingsnummer> bereik,
        IEnumerable<Beslissing> beslissingen,
        Rekengang gang)
        where T : Persoonsgegevens<T>
    {
        var register = new Sleutelregister<T>(current, incoming, gang);
        var herkenning = new Herkenning<T>(register, new Beslissingenlijst(beslissingen));
        var verdicts = new Verdict[incoming.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            gang.Next();
            verdicts[i] = herkenning.Recognise(incoming[i]);
        }

        Separate(verdicts, current.Count);
        var maker = new Regelmaker<T>(register);
        var regels = new List<Planregel<T>>(incoming.Count);
        for (var i = 0; i < verdicts.Length; i++)
        {
            gang.Check();
            regels.Add(maker.Make(incoming[i], verdicts[i]));
        }

        for (var i = 0; i < current.Count; i++)
        {
            if (!herkenning.IsTouched(i) && current[i].Status == Accountstatus.Actief
                && bereik.Contains(current[i].Gegevens.Vestiging))
            {
                regels.Add(new Planregel<T>(
                    RegelSoort.Archiveren, current[i], current[i].Gegevens, Veld.Geen, [], []));
            }
        }

        regels.Sort(Regelvolgorde<T>.Instance);
        return regels;
    }

    /// <summary>Of several who claim one account nobody gets it, but the one of whom a person decided so.</summary>
    private static void Separate(Verdict[] verdicts, int accounts)
    {
        var claims = new int[accounts];
        var decided = new int[accounts];
        foreach (var verdict in verdicts.Where(v => v.Account >= 0))
        {
            claims[verdict.Account]++;
            decided[verdict.Account] += verdict.IsSamengevoegd ? 1 : 0;
        }

        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is { Account: >= 0 and var account } && claims[account] > 1)
            {
                verdicts[i] = verdicts[i].IsSamengevoegd && decided[account] == 1
                    ? verdicts[i] with { IsDoorslaggevend = true }
                    : Verdict.Conflict(Meldingen.ZelfdeAccount);
            }
        }
    }
}
