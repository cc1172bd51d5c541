using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Application.Importeren;

/// <summary>
/// Takes from accounts what they give up to others, together with the rows of those others: whichever rows are chosen,
/// no key is ever that of two accounts, and none is given up for nothing.
/// </summary>
public static class Afstandregeling
{
    /// <summary>The changes with what is given up.</summary>
    /// <param name="wijzigingen">The changes of the chosen rows.</param>
    /// <param name="afstanden">What the chosen rows make others give up.</param>
    public static IReadOnlyList<Persoonswijziging<T>> Settle<T>(
        IReadOnlyList<Persoonswijziging<T>> wijzigingen, IReadOnlyCollection<Afstand<T>> afstanden)
        where T : Persoonsgegevens<T>
    {
        if (afstanden.Count == 0)
        {
            return wijzigingen;
        }

        var afgestaan = afstanden.ToLookup(a => a.Account.Id);
        var changed = wijzigingen.Where(w => w.AccountId is not null).Select(w => w.AccountId!.Value).ToHashSet();
        var others = afgestaan
            .Where(a => !changed.Contains(a.Key))
            .Select(a => GiveUp(Keep(a.First().Account), a));
        return
        [
            .. wijzigingen.Select(w => w.AccountId is { } id ? GiveUp(w, afgestaan[id]) : w),
            .. others,
        ];
    }

    private static Persoonswijziging<T> Keep<T>(Account<T> account)
        where T : Persoonsgegevens<T> => new(
            account.Status == Accountstatus.Gearchiveerd ? RegelSoort.Archiveren : RegelSoort.Bijwerken,
            account.Id,
            account.Gegevens,
            Veld.Geen);

    // A key that the account gets anew from its own row is not the one that it gives up.
    private static Persoonswijziging<T> GiveUp<T>(Persoonswijziging<T> wijziging, IEnumerable<Afstand<T>> afstanden)
        where T : Persoonsgegevens<T>
    {
        var velden = afstanden
            .SelectMany(a => a.Sleutels)
            .Intersect(wijziging.Gegevens.Sleutels)
            .Aggregate(Veld.Geen, (all, sleutel) => all | sleutel.Veld);
        return velden == Veld.Geen
            ? wijziging
            : wijziging with { Gegevens = wijziging.Gegevens.Without(velden), Gewijzigd = wijziging.Gewijzigd | velden };
    }
}
