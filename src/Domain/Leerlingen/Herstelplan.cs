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
}

/// <summary>An account that a run touched.</summary>
/// <param name="Id">The account.</param>
/// <param name="Nieuw">Whether the run made it.</param>
/// <param name="Gewijzigd">Whether it was changed after the run.</param>
/// <param name="InGebruik">Whether another module keeps something of it.</param>
/// <param name="Sleutels">The keys that it had before the run.</param>
public sealed record Herstelkandidaat(
    AccountId Id, bool Nieuw, bool Gewijzigd, bool InGebruik, IReadOnlyList<Persoonssleutel> Sleutels);

/// <summary>Decides which accounts can be given back what they were before a run. A pure function.</summary>
public static class Herstelplan
{
    /// <summary>The accounts that stay as they are, each with the reason; all others can be restored together.</summary>
    /// <param name="kandidaten">The accounts that the run touched.</param>
    /// <param name="houders">Which account of the school has each key now.</param>
    public static IReadOnlyDictionary<AccountId, Herstelbeletsel> FindLeft(
        IReadOnlyCollection<Herstelkandidaat> kandidaten, IReadOnlyDictionary<Persoonssleutel, AccountId> houders)
    {
        var left = kandidaten
            .Where(k => k.Gewijzigd || (k.Nieuw && k.InGebruik))
            .ToDictionary(k => k.Id, k => k.Gewijzigd ? Herstelbeletsel.Gewijzigd : Herstelbeletsel.InGebruik);
        var restored = kandidaten.Where(k => !left.ContainsKey(k.Id)).ToDictionary(k => k.Id);

        // Who is left keeps its keys, and so may stand in the way of the next one.
        while (restored.Values.Where(k => k.Sleutels.Any(s => IsTaken(s, k.Id))).ToList() is { Count: > 0 } blocked)
        {
            foreach (var kandidaat in blocked)
            {
                restored.Remove(kandidaat.Id);
                left.Add(kandidaat.Id, Herstelbeletsel.SleutelBezet);
            }
        }

        return left;

        bool IsTaken(Persoonssleutel sleutel, AccountId id) =>
            houders.TryGetValue(sleutel, out var houder) && houder != id && !restored.ContainsKey(houder);
    }
}
