using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>
/// Decides between several delivered persons who were all recognised as one account. None of them gets it, unless a person
/// saw them all and chose one. Somebody recognised by the login alone gives way to somebody with a key. Of two who are one
/// account since a person merged two, somebody with a key of the other gives way, or else who has the weaker key.
/// </summary>
internal static class Toewijzing
{
    /// <summary>The verdicts, with at most one for each account.</summary>
    /// <param name="verdicts">Who each delivered person is by itself.</param>
    /// <param name="accounts">How many accounts there are.</param>
    public static void Settle(Verdict[] verdicts, int accounts)
    {
        YieldMerged(verdicts, accounts);
        YieldWeaker(verdicts);
        Yield(verdicts, accounts);
        var claims = Count(verdicts, accounts, _ => true);
        var decided = Count(verdicts, accounts, v => v.Beslissing is { OverMeerderen: true } && v.IsSamengevoegd);
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is { Account: >= 0 and var account } && claims[account] > 1)
            {
                verdicts[i] = verdicts[i].Beslissing is { OverMeerderen: true } && verdicts[i].IsSamengevoegd && decided[account] == 1
                    ? verdicts[i] with { IsDoorslaggevend = true }
                    : Verdict.Conflict(Meldingen.ZelfdeAccount) with { Gedeeld = verdicts[i].Gedeeld };
            }
            else if (verdicts[i] is { Account: < 0, Reden: null, Vermoeden: { } vermoeden } && claims[vermoeden] == 0)
            {
                verdicts[i] = Verdict.Conflict(Meldingen.SleutelVanMeerderen) with { Gedeeld = verdicts[i].Gedeeld };
            }
        }
    }

    private static void Yield(Verdict[] verdicts, int accounts)
    {
        var byKey = Count(verdicts, accounts, v => !v.IsByLogin);
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is { IsByLogin: true, Account: >= 0 and var account } && byKey[account] > 0)
            {
                verdicts[i] = verdicts[i] with { Account = -1, IsByLogin = false };
            }
        }
    }

    // The school administration has somebody twice whom a person merged in Numo: one of the two is enough.
    private static void YieldMerged(Verdict[] verdicts, int accounts)
    {
        if (!Array.Exists(verdicts, v => v.IsViaSamengevoegde))
        {
            return;
        }

        var direct = Count(verdicts, accounts, v => !v.IsViaSamengevoegde);
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is { IsViaSamengevoegde: true, Account: >= 0 and var account } && direct[account] == 1)
            {
                verdicts[i] = SecondOfMerged(verdicts[i]);
            }
        }
    }

    // Neither knows a key that stayed with the other, for the keys were united: then who has the strongest key counts.
    private static void YieldWeaker(Verdict[] verdicts)
    {
        var rivals = Enumerable.Range(0, verdicts.Length)
            .Where(i => verdicts[i] is { Account: >= 0, IsViaSamengevoegde: false } && verdicts[i].SterksteSleutel != Veld.Geen)
            .GroupBy(i => verdicts[i].Account)
            .Where(group => group.Skip(1).Any());
        foreach (var group in rivals.Select(group => group.OrderBy(i => verdicts[i].SterksteSleutel).ToArray()).ToArray())
        {
            if (verdicts[group[0]].SterksteSleutel != verdicts[group[1]].SterksteSleutel)
            {
                foreach (var i in group[1..])
                {
                    verdicts[i] = SecondOfMerged(verdicts[i]);
                }
            }
        }
    }

    private static Verdict SecondOfMerged(Verdict verdict) => new(-1, default, null)
    {
        IsTweedeVanSamengevoegde = true,
        Toelichting = SamenvoegingMeldingen.TweedeVanSamengevoegde,
        Gedeeld = verdict.Gedeeld,
    };

    private static int[] Count(Verdict[] verdicts, int accounts, Func<Verdict, bool> counts)
    {
        var claims = new int[accounts];
        foreach (var verdict in verdicts)
        {
            if (verdict.Account >= 0 && counts(verdict))
            {
                claims[verdict.Account]++;
            }
        }

        return claims;
    }
}
