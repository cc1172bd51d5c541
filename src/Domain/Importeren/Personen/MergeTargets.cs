using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>
/// Which account stays for each account of a list: itself, or the one that it was merged with, and so on. Accounts are
/// named by their place.
/// </summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
internal sealed class MergeTargets<T>
    where T : Persoonsgegevens<T>
{
    private readonly int _count;
    private readonly Dictionary<int, int> _targets = [];
    private readonly ILookup<int, int> _merged;

    /// <summary>Finds them.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="gang">Stops the search.</param>
    public MergeTargets(IReadOnlyList<Account<T>> accounts, Rekengang gang)
    {
        _count = accounts.Count;
        var merged = FindMerged(accounts, gang);
        if (merged.Count > 0)
        {
            var places = new Dictionary<AccountId, int>(_count);
            for (var i = 0; i < _count; i++)
            {
                places[accounts[i].Id] = i;
            }

            foreach (var i in merged)
            {
                _targets[i] = Follow(accounts, places, i);
            }
        }

        _merged = _targets.ToLookup(b => b.Value, b => b.Key);
    }

    /// <summary>All places, those that were merged last.</summary>
    public IEnumerable<int> InOrder => _targets.Count == 0
        ? Enumerable.Range(0, _count)
        : Enumerable.Range(0, _count).Where(i => !_targets.ContainsKey(i)).Concat(_targets.Keys.Order());

    /// <summary>The one that stays.</summary>
    public int Of(int account) => _targets.GetValueOrDefault(account, account);

    /// <summary>Whether others were merged with it.</summary>
    public bool HasMerged(int account) => _targets.Count > 0 && _merged.Contains(account);

    /// <summary>Those that were merged with it.</summary>
    public IEnumerable<int> MergedWith(int account) => _merged[account];

    private static List<int> FindMerged(IReadOnlyList<Account<T>> accounts, Rekengang gang)
    {
        var merged = new List<int>();
        for (var i = 0; i < accounts.Count; i++)
        {
            gang.Check();
            if (accounts[i].SamengevoegdMet is not null)
            {
                merged.Add(i);
            }
        }

        return merged;
    }

    // An account that points at one that is not there stands for itself; and no chain is longer than the list.
    private static int Follow(IReadOnlyList<Account<T>> accounts, Dictionary<AccountId, int> places, int account)
    {
        for (var steps = 0; steps < accounts.Count; steps++)
        {
            if (accounts[account].SamengevoegdMet is not { } next || !places.TryGetValue(next, out var place))
            {
                break;
            }

            account = place;
        }

        return account;
    }
}
