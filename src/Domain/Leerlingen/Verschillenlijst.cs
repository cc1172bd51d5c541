using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>All pairs of accounts of which people said that they are two persons.</summary>
/// <param name="paren">The pairs, in whatever order.</param>
public sealed class Verschillenlijst(IEnumerable<(AccountId Ene, AccountId Andere)> paren)
{
    private readonly HashSet<(AccountId Ene, AccountId Andere)> _paren =
        [.. paren.Select(paar => Accountverschil.Order(paar.Ene, paar.Andere))];

    private HashSet<AccountId>? _accounts;

    /// <summary>Whether the two are told apart.</summary>
    public bool Contains(AccountId ene, AccountId andere) => _paren.Contains(Accountverschil.Order(ene, andere));

    /// <summary>Whether any of them is told apart from somebody.</summary>
    public bool HasAny(IEnumerable<AccountId> accounts)
    {
        _accounts ??= [.. _paren.SelectMany(paar => new[] { paar.Ene, paar.Andere })];
        return accounts.Any(_accounts.Contains);
    }

    /// <summary>The pairs among these accounts, in their order.</summary>
    public IReadOnlyList<(AccountId Ene, AccountId Andere)> Among(IReadOnlyList<AccountId> accounts) =>
        _paren.Count == 0 || !HasAny(accounts)
            ? []
            :
            [
                .. from i in Enumerable.Range(0, accounts.Count)
                   from j in Enumerable.Range(i + 1, accounts.Count - i - 1)
                   where Contains(accounts[i], accounts[j])
                   select (accounts[i], accounts[j]),
            ];
}
