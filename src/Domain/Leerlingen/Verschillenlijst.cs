using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>
/// All pairs of accounts of which people said that they are two persons. What was said of an account that was merged since
/// holds for the one that stays.
/// </summary>
public sealed class Verschillenlijst
{
    private readonly IReadOnlyDictionary<AccountId, AccountId> _samengevoegd;
    private readonly Dictionary<(AccountId Ene, AccountId Andere), (AccountId Ene, AccountId Andere)> _paren = [];
    private readonly HashSet<AccountId> _accounts = [];

    /// <summary>Takes the pairs as they were said.</summary>
    /// <param name="paren">The pairs, in whatever order.</param>
    /// <param name="samengevoegd">Accounts that were merged, each with the one that it points at.</param>
    public Verschillenlijst(
        IEnumerable<(AccountId Ene, AccountId Andere)> paren, IReadOnlyDictionary<AccountId, AccountId> samengevoegd)
    {
        _samengevoegd = samengevoegd;
        foreach (var paar in paren)
        {
            var (ene, andere) = (Follow(paar.Ene), Follow(paar.Andere));
            _paren[Accountverschil.Order(ene, andere)] = paar;
            _accounts.UnionWith([ene, andere]);
        }
    }

    /// <summary>What was said of two accounts, as it was said; null when nobody told them apart.</summary>
    public (AccountId Ene, AccountId Andere)? Find(AccountId ene, AccountId andere) =>
        _paren.TryGetValue(Accountverschil.Order(Follow(ene), Follow(andere)), out var paar) ? paar : null;

    /// <summary>Whether any of these accounts is told apart from somebody.</summary>
    public bool HasAny(IEnumerable<AccountId> accounts) => accounts.Any(account => _accounts.Contains(Follow(account)));

    /// <summary>The pairs among these accounts, in their order.</summary>
    public IReadOnlyList<(AccountId Ene, AccountId Andere)> Among(IReadOnlyList<AccountId> accounts) =>
        _paren.Count == 0 || !HasAny(accounts)
            ? []
            :
            [
                .. from i in Enumerable.Range(0, accounts.Count)
                   from j in Enumerable.Range(i + 1, accounts.Count - i - 1)
                   where Find(accounts[i], accounts[j]) is not null
                   select (accounts[i], accounts[j]),
            ];

    // No chain is longer than the accounts that were merged.
    private AccountId Follow(AccountId account)
    {
        for (var steps = 0; steps <= _samengevoegd.Count && _samengevoegd.TryGetValue(account, out var blijft); steps++)
        {
            account = blijft;
        }

        return account;
    }
}
