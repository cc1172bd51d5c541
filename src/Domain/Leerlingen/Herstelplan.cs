using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>Why undoing a run leaves an account or groep as it is.</summary>
public enum Herstelbeletsel
{
    /// <summary>It was changed after the run.</summary>
    Gewijzigd = 1,

    /// <summary>The run made it, and it is in use by now.</summary>
    InGebruik,

    /// <summary>Another account has a key of it by now.</summary>
    SleutelBezet,

    /// <summary>Another active docent logs in with its e-mail address by now.</summary>
    EmailBezet,
}

/// <summary>An account that a run touched.</summary>
/// <param name="Id">The account.</param>
/// <param name="Nieuw">Whether the run made it.</param>
/// <param name="Gewijzigd">Whether it was changed after the run.</param>
/// <param name="InGebruik">Whether another module keeps something of it.</param>
/// <param name="Sleutels">The keys that it had before the run; of a docent who was active, the e-mail address.</param>
public sealed record Herstelkandidaat(
    AccountId Id, bool Nieuw, bool Gewijzigd, bool InGebruik, IReadOnlyList<Persoonssleutel> Sleutels);

/// <summary>Decides which accounts can be given back what they were before a run. A pure function.</summary>
public static class Herstelplan
{
    /// <summary>The accounts that stay as they are, each with the reason; all others can be restored together.</summary>
    /// <param name="kandidaten">The accounts that the run touched.</param>
    /// <param name="houders">
    /// Which accounts of the school have each key now; e-mail addresses, of active docenten, may be those of several.
    /// </param>
    public static IReadOnlyDictionary<AccountId, Herstelbeletsel> FindLeft(
        IReadOnlyCollection<Herstelkandidaat> kandidaten, ILookup<Persoonssleutel, AccountId> houders)
    {
        var left = kandidaten
            .Where(k => k.Gewijzigd || (k.Nieuw && k.InGebruik))
            .ToDictionary(k => k.Id, k => k.Gewijzigd ? Herstelbeletsel.Gewijzigd : Herstelbeletsel.InGebruik);
        var restored = kandidaten.Where(k => !left.ContainsKey(k.Id)).ToDictionary(k => k.Id);

        // Who is left keeps its keys, and so may stand in the way of the next one.
        while (FindBlocked(restored, houders) is { Count: > 0 } blocked)
        {
            foreach (var (id, beletsel) in blocked)
            {
                restored.Remove(id);
                left.Add(id, beletsel);
            }
        }

        return left;
    }

    private static List<(AccountId Id, Herstelbeletsel Beletsel)> FindBlocked(
        Dictionary<AccountId, Herstelkandidaat> restored, ILookup<Persoonssleutel, AccountId> houders)
    {
        // Addresses that two docenten had before the run already are not given to both.
        var dubbel = restored.Values
            .SelectMany(k => k.Sleutels)
            .Where(s => s.Veld == Veld.Email)
            .CountBy(s => s)
            .Where(s => s.Value > 1)
            .Select(s => s.Key)
            .ToHashSet();
        return
        [
            .. restored.Values
                .Select(k => (k.Id, Taken: k.Sleutels.Where(s => IsTaken(s, k.Id)).Select(s => s.Veld).ToList()))
                .Where(k => k.Taken.Count > 0)
                .Select(k => (k.Id, k.Taken.TrueForAll(veld => veld == Veld.Email)
                    ? Herstelbeletsel.EmailBezet
                    : Herstelbeletsel.SleutelBezet)),
        ];

        bool IsTaken(Persoonssleutel sleutel, AccountId id) => dubbel.Contains(sleutel)
            || houders[sleutel].Any(houder => houder != id && !restored.ContainsKey(houder));
    }
}
