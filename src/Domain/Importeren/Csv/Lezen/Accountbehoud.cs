using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>
/// Leaves the accounts alone that a file speaks of without its being sure or of now. Who has a damaged number and
/// would come in as somebody new is rejected when an account answers to that number or that name; and an account that
/// no usable row names is delivered as it is, so that it is not taken to have left. Names are compared as
/// <see cref="NameComparison"/> does, since what damages numbers damages letters too.
/// </summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
internal sealed class Accountbehoud<T>
    where T : Persoonsgegevens<T>
{
    /// <summary>Beyond so many doubts, any account that no row names may be meant.</summary>
    private const int MostCompared = 500;

    private readonly IReadOnlyList<Account<T>> _actief;
    private readonly Dictionary<Csvtwijfel, IReadOnlyList<Naamgenoot>> _naamgenoten = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<Persoonssleutel, Account<T>> _bySleutel;
    private readonly Lazy<ILookup<string, Account<T>>> _byEmail;

    private Accountbehoud(IReadOnlyList<Account<T>> accounts)
    {
        // What is of an account that was merged is of the one that stays.
        var targets = new MergeTargets<T>(accounts, Rekengang.Ongestoord);
        var houders = accounts.Select((houder, i) => (Houder: houder, Account: accounts[targets.Of(i)])).ToArray();
        _bySleutel = houders
            .SelectMany(h => h.Houder.Gegevens.Sleutels, (h, sleutel) => (Sleutel: sleutel, h.Account))
            .ToLookup(h => h.Sleutel, h => h.Account);
        _actief = [.. accounts.Where(a => a.Status == Accountstatus.Actief)];
        _byEmail = new(() => houders.ToLookup(
            h => EmailOf(h.Houder.Gegevens) ?? "", h => h.Account, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The people who were delivered, with the accounts that stay as they are.</summary>
    /// <param name="personen">Who was delivered.</param>
    /// <param name="accounts">Who Numo has.</param>
    /// <param name="twijfels">Of whom rows may be.</param>
    public static IReadOnlyList<Aangeleverd<T>> Keep(
        IReadOnlyList<Aangeleverd<T>> personen, IReadOnlyList<Account<T>> accounts, IReadOnlyList<Csvtwijfel> twijfels) =>
        twijfels.Count == 0 || accounts.Count == 0 ? personen : new Accountbehoud<T>(accounts).Keep(personen, twijfels);

    private List<Aangeleverd<T>> Keep(
        IReadOnlyList<Aangeleverd<T>> personen, IReadOnlyList<Csvtwijfel> twijfels)
    {
        var kept = personen.ToList();
        var genoemd = FindNamed(kept);
        foreach (var twijfel in twijfels.Where(t => t is { Plaats: not null, Afkeuring: not null }))
        {
            var plaats = twijfel.Plaats!.Value;
            if (!kept[plaats].Gegevens.Sleutels.Any(_bySleutel.Contains) && Find(twijfel, genoemd).Length > 0)
            {
                kept[plaats] = kept[plaats] with { Afkeuring = twijfel.Afkeuring };
            }
        }

        foreach (var twijfel in twijfels)
        {
            kept.AddRange(Find(twijfel, genoemd)
                .Where(account => account.Status == Accountstatus.Actief && genoemd.Add(account.Id))
                .Select(account => new Aangeleverd<T>(account.Gegevens, Veld.Geen, [twijfel.Melding])));
        }

        return kept;
    }

    /// <summary>
    /// The accounts that may be meant: by key or address, by both names, and of those that no row names by one of them.
    /// </summary>
    private Account<T>[] Find(Csvtwijfel twijfel, HashSet<AccountId> genoemd) =>
    [
        .. twijfel.Sleutels
            .SelectMany(sleutel => _bySleutel[sleutel])
            .Concat(twijfel.Email is { } email ? _byEmail.Value[email] : [])
            .Concat(FindNaamgenoten(twijfel).Where(n => n.IsGelijk || !genoemd.Contains(n.Account.Id)).Select(n => n.Account))
            .Distinct(),
    ];

    private IReadOnlyList<Naamgenoot> FindNaamgenoten(Csvtwijfel twijfel)
    {
        if (twijfel.Persoon is not { Naam.Length: > 0 } persoon)
        {
            return [];
        }

        if (!_naamgenoten.TryGetValue(twijfel, out var found))
        {
            _naamgenoten[twijfel] = found = _naamgenoten.Count >= MostCompared
                ? [.. _actief.Select(account => new Naamgenoot(account, IsGelijk: false))]
                : Compare(persoon);
        }

        return found;
    }

    private Naamgenoot[] Compare(Persoonsgegevens persoon) =>
    [
        .. _actief
            .Select(account => (Account: account, Verschil: NameComparison.Compare(account.Gegevens, persoon)))
            .Where(a => a.Verschil != NameDifference.Both && a.Account.Gegevens.Naam.Length > 0)
            .Select(a => new Naamgenoot(a.Account, a.Verschil == NameDifference.None)),
    ];

    /// <summary>The accounts that delivered people name themselves, usable or not.</summary>
    private HashSet<AccountId> FindNamed(IReadOnlyList<Aangeleverd<T>> personen) =>
    [
        .. personen.SelectMany(p => p.Gegevens.Sleutels).SelectMany(sleutel => _bySleutel[sleutel]).Select(a => a.Id),
        .. personen.Select(p => EmailOf(p.Gegevens)).OfType<string>().SelectMany(email => _byEmail.Value[email]).Select(a => a.Id),
    ];

    private static string? EmailOf(T gegevens) => (gegevens as DocentGegevens)?.Email;

    /// <summary>An account of which the name may be the delivered one, and whether neither part of it differs.</summary>
    private readonly record struct Naamgenoot(Account<T> Account, bool IsGelijk);
}
