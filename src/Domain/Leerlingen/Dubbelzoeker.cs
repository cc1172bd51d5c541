using System.Globalization;
using System.Text;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>What an account may be known by a second time.</summary>
/// <param name="Id">The account.</param>
/// <param name="Status">Active or archived.</param>
/// <param name="Naam">The name as people write it.</param>
/// <param name="Sleutels">Its keys, as they are stored.</param>
public sealed record Herkenning(
    AccountId Id, Accountstatus Status, string Naam, IReadOnlyList<Persoonssleutel> Sleutels);

/// <summary>
/// Finds accounts that may be one person. A pure function: the same accounts give the same groups, whatever their order.
/// Archived accounts count too, for who is delivered with another key leaves one behind; a group has at least one active
/// account, since the others bother nobody. Of whom a person said that they are two persons are in one group only when each
/// may be the same as somebody else in it.
/// </summary>
public static class Dubbelzoeker
{
    /// <summary>
    /// Accounts with the same name, where case, accents and spaces do not count. No two accounts of a school share a key,
    /// so these have different ones.
    /// </summary>
    /// <returns>Groups of two or more, each ordered by id, the groups by their first id.</returns>
    public static IReadOnlyList<IReadOnlyList<Herkenning>> FindNames(
        IEnumerable<Herkenning> accounts, Verschillenlijst? verschillen = null) => Order(
        accounts
            .Select(account => (Account: account, Key: Fold(account.Naam)))
            .Where(item => item.Key.Length > 0)
            .GroupBy(item => item.Key, item => item.Account, StringComparer.Ordinal),
        verschillen);

    /// <summary>
    /// Accounts with a key that differs only in case or leading zeros: a source that writes its keys otherwise than
    /// before gives its people a second account.
    /// </summary>
    /// <returns>Groups of two or more, each ordered by id, the groups by their first id.</returns>
    public static IReadOnlyList<IReadOnlyList<Herkenning>> FindKeys(
        IEnumerable<Herkenning> accounts, Verschillenlijst? verschillen = null)
    {
        var all = accounts.ToArray();
        var groups = new Vereniging(all.Length);
        var seen = new Dictionary<Persoonssleutel, int>();
        for (var i = 0; i < all.Length; i++)
        {
            foreach (var sleutel in all[i].Sleutels)
            {
                var canonical = sleutel with { Waarde = Stamnummer.Canonicalize(sleutel.Waarde) };
                if (!seen.TryAdd(canonical, i))
                {
                    groups.Join(seen[canonical], i);
                }
            }
        }

        return Order(Enumerable.Range(0, all.Length).GroupBy(groups.Find, i => all[i]), verschillen);
    }

    private static IReadOnlyList<IReadOnlyList<Herkenning>> Order<TKey>(
        IEnumerable<IGrouping<TKey, Herkenning>> groups, Verschillenlijst? verschillen) =>
    [
        .. groups
            .SelectMany(group => Split([.. group], verschillen))
            .Select(group => group.OrderBy(account => account.Id.Value).ToArray())
            .Where(group => group.Length > 1 && group.Any(account => account.Status == Accountstatus.Actief))
            .OrderBy(group => group[0].Id.Value),
    ];

    // Accounts stay in one group when pairs that nobody told apart link them, directly or through other accounts.
    private static IEnumerable<IEnumerable<Herkenning>> Split(Herkenning[] group, Verschillenlijst? verschillen)
    {
        if (verschillen is null || !verschillen.HasAny(group.Select(account => account.Id)))
        {
            return [group];
        }

        var parts = new Vereniging(group.Length);
        for (var i = 0; i < group.Length; i++)
        {
            for (var j = i + 1; j < group.Length; j++)
            {
                if (verschillen.Find(group[i].Id, group[j].Id) is null)
                {
                    parts.Join(i, j);
                }
            }
        }

        return Enumerable.Range(0, group.Length).GroupBy(parts.Find, i => group[i]);
    }

    /// <summary>The name in the form to compare by: no accents, upper case, single spaces.</summary>
    internal static string Fold(string naam)
    {
        if (IsPlain(naam))
        {
            return naam.ToUpperInvariant();
        }

        var folded = new StringBuilder(naam.Length);
        foreach (var c in naam.Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(c) && folded is not [.., not ' '])
            {
                continue;
            }

            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.IsWhiteSpace(c) ? ' ' : char.ToUpperInvariant(c));
            }
        }

        return folded.ToString().TrimEnd();
    }

    // Almost every name is of this kind, so this path has to be cheap; the rest take the slower one.
    private static bool IsPlain(string naam)
    {
        var previous = ' ';
        foreach (var c in naam)
        {
            if (c is < ' ' or > '~' || (c == ' ' && previous == ' '))
            {
                return false;
            }

            previous = c;
        }

        return previous != ' ';
    }

    /// <summary>Sets that grow together; each is named by one of its members.</summary>
    private sealed class Vereniging(int count)
    {
        private readonly int[] _parents = [.. Enumerable.Range(0, count)];

        public int Find(int member)
        {
            while (_parents[member] != member)
            {
                member = _parents[member] = _parents[_parents[member]];
            }

            return member;
        }

        public void Join(int one, int other) => _parents[Find(other)] = Find(one);
    }
}
