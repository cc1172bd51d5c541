using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>Whose each key is: of the accounts, and of more than one delivered person.</summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
internal sealed class Sleutelregister<T>
    where T : Persoonsgegevens<T>
{
    private readonly Dictionary<Persoonssleutel, int> _owners;
    private readonly HashSet<Persoonssleutel> _shared = [];
    private readonly Lazy<Dictionary<AccountId, int>> _byId;

    public Sleutelregister(
        IReadOnlyList<Account<T>> current, IReadOnlyList<Aangeleverd<T>> incoming, Rekengang gang)
    {
        Accounts = current;
        _owners = IndexByKey(current, gang);
        _byId = new(() => current.Select((account, index) => (account.Id, index)).ToDictionary(a => a.Id, a => a.index));
        var seen = new HashSet<Persoonssleutel>(incoming.Count * 3);
        foreach (var persoon in incoming.Where(p => p.Afkeuring is null))
        {
            foreach (var sleutel in persoon.Gegevens.Sleutels)
            {
                if (!seen.Add(sleutel))
                {
                    _shared.Add(sleutel);
                }
            }
        }
    }

    /// <summary>The accounts; others are named by their place in this list.</summary>
    public IReadOnlyList<Account<T>> Accounts { get; }

    /// <summary>The account that has a key.</summary>
    public bool TryFindOwner(Persoonssleutel sleutel, out int account) => _owners.TryGetValue(sleutel, out account);

    /// <summary>The account with an id; null when the school has none.</summary>
    public int? Find(AccountId? id) => id is { } known && _byId.Value.TryGetValue(known, out var index) ? index : null;

    /// <summary>Whether more than one delivered person has the key.</summary>
    public bool IsShared(Persoonssleutel sleutel) => _shared.Contains(sleutel);

    private static Dictionary<Persoonssleutel, int> IndexByKey(IReadOnlyList<Account<T>> current, Rekengang gang)
    {
        var owners = new Dictionary<Persoonssleutel, int>(current.Count * 3);
        for (var i = 0; i < current.Count; i++)
        {
            gang.Check();
            foreach (var sleutel in current[i].Gegevens.Sleutels)
            {
                owners[sleutel] = i;
            }
        }

        return owners;
    }
}
