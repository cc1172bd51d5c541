using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>
/// Plans the persons of one kind. Somebody is recognised by key; whatever leaves a doubt about who somebody is becomes a
/// conflict, which touches nobody: one pupil's work is never shown to another. What a person decided of a conflict holds
/// from then on.
/// </summary>
internal static class Persoonsplanner
{
    public static IReadOnlyList<Planregel<T>> Plan<T>(
        IReadOnlyList<Account<T>> current,
        IReadOnlyList<Aangeleverd<T>> incoming,
        IReadOnlySet<Vestigingsnummer> bereik,
        Beslissingenlijst beslissingen,
        Rekengang gang)
        where T : Persoonsgegevens<T>
    {
        var register = new Sleutelregister<T>(current, incoming, gang);
        var herkenning = new Herkenning<T>(register, beslissingen);
        var stays = new bool[current.Count];
        var verdicts = new Verdict[incoming.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            gang.Next();
            verdicts[i] = herkenning.Recognise(incoming[i]);
            if (verdicts[i].Account >= 0)
            {
                stays[verdicts[i].Account] = true;
            }
        }

        Toewijzing.Settle(verdicts, current.Count);
        var maker = new Regelmaker<T>(register);
        var regels = new List<Planregel<T>>(incoming.Count);
        for (var i = 0; i < verdicts.Length; i++)
        {
            gang.Check();
            regels.Add(maker.Make(incoming[i], verdicts[i]));
            KeepNamed(stays, incoming[i], verdicts[i], register);
        }

        for (var i = 0; i < current.Count; i++)
        {
            if (!stays[i] && current[i].Status == Accountstatus.Actief && bereik.Contains(current[i].Gegevens.Vestiging))
            {
                regels.Add(new Planregel<T>(
                    RegelSoort.Archiveren, current[i], current[i].Gegevens, Veld.Geen, [], []));
            }
        }

        regels.Sort(Regelvolgorde<T>.Instance);
        return regels;
    }

    /// <summary>The rows without the archiving of accounts that a conflict names.</summary>
    public static IReadOnlyList<Planregel<T>> Spare<T>(IReadOnlyList<Planregel<T>> regels)
        where T : Persoonsgegevens<T>
    {
        var named = regels
            .Where(r => r.Soort == RegelSoort.Conflict)
            .SelectMany(r => r.Betrokken, (_, betrokkene) => betrokkene.Id)
            .ToHashSet();
        return named.Count == 0
            ? regels
            : [.. regels.Where(r => r.Soort != RegelSoort.Archiveren || !named.Contains(r.Account!.Id))];
    }

    /// <summary>
    /// Marks every account that somebody names who is refused or left out, so that none of them is taken to have left.
    /// </summary>
    private static void KeepNamed<T>(bool[] stays, Aangeleverd<T> persoon, Verdict verdict, Sleutelregister<T> register)
        where T : Persoonsgegevens<T>
    {
        if (verdict.Reden is null && !verdict.IsOvergeslagen)
        {
            return;
        }

        // A row that is refused has no good key, so somebody of that name may be who it is about.
        var isNaamInTwijfel = verdict.Soort == RegelSoort.Afgekeurd || verdict.IsNaamInTwijfel;
        foreach (var named in register.FindBetrokken(persoon.Gegevens, isNaamInTwijfel).Keys)
        {
            stays[named] = true;
        }
    }
}
