using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>
/// Whose each key is: of the accounts, and of more than one delivered person. What is of an account that was merged with
/// another is of the one that stays.
/// </summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
internal sealed class Sleutelregister<T>
    where T : Persoonsgegevens<T>
{
    private const int MostNamesakes = 5;

    private readonly Dictionary<Persoonssleutel, int> _owners;
    private readonly Dictionary<string, int> _logins = new(StringComparer.Ordinal);
    private readonly HashSet<Persoonssleutel> _shared = [];
    private readonly HashSet<string> _sharedLogins = new(StringComparer.Ordinal);
    private readonly MergeTargets<T> _targets;
    private readonly Lazy<Dictionary<AccountId, int>> _byId;
    private readonly Lazy<ILookup<string, int>> _byNaam;

    public Sleutelregister(
        IReadOnlyList<Account<T>> current, IReadOnlyList<Aangeleverd<T>> incoming, Rekengang gang)
    {
        Accounts = current;
        _targets = new MergeTargets<T>(current, gang);
        _owners = new Dictionary<Persoonssleutel, int>(current.Count * 3);
        _byId = new(() => current.Select((account, index) => (account.Id, index)).ToDictionary(a => a.Id, a => a.index));
        _byNaam = new(() => Enumerable.Range(0, current.Count).ToLookup(
            i => Fold(current[i].Gegevens), StringComparer.Ordinal));
        IndexAccounts(gang);
        FindShared(incoming);
    }

    /// <summary>The accounts; others are named by their place in this list.</summary>
    public IReadOnlyList<Account<T>> Accounts { get; }

    /// <summary>The account that has a key.</summary>
    public bool TryFindOwner(Persoonssleutel sleutel, out int account)
    {
        var found = _owners.TryGetValue(sleutel, out account);
        account = found ? _targets.Of(account) : account;
        return found;
    }

    /// <summary>
    /// The account that a key is stored with, which may be merged with the one that has it; the account itself when nobody
    /// has the key.
    /// </summary>
    public int FindHolder(Persoonssleutel sleutel, int account) => _owners.GetValueOrDefault(sleutel, account);

    /// <summary>The delivered keys that are stored with accounts that were merged with this one: there they stay.</summary>
    public Veld FindKeptElsewhere(T persoon, int account) => !_targets.HasMerged(account)
        ? Veld.Geen
        : persoon.Sleutels
            .Where(sleutel => FindHolder(sleutel, account) is var holder && holder != account && _targets.Of(holder) == account)
            .Aggregate(Veld.Geen, (velden, sleutel) => velden | sleutel.Veld);

    /// <summary>Whether other accounts were merged with this one.</summary>
    public bool HasMerged(int account) => _targets.HasMerged(account);

    /// <summary>What the accounts say that were merged with this one.</summary>
    public IEnumerable<T> FindMerged(int account) => _targets.MergedWith(account).Select(i => Accounts[i].Gegevens);

    /// <summary>The account that a delivered person's login is of; null when nobody or more than one has it.</summary>
    public int? FindByLogin(T persoon) =>
        persoon.Login is { } login && !_sharedLogins.Contains(login) && _logins.TryGetValue(login, out var account)
            ? _targets.Of(account)
            : null;

    /// <summary>The account with an id, or the one that it was merged with; null when the school has none.</summary>
    public int? Find(AccountId? id) =>
        id is { } known && _byId.Value.TryGetValue(known, out var index) ? _targets.Of(index) : null;

    /// <summary>Whether more than one delivered person has the key.</summary>
    public bool IsShared(Persoonssleutel sleutel) => _shared.Contains(sleutel);

    /// <summary>Whether another account than this one has the person's name to the letter.</summary>
    public bool HasNamesake(T persoon, int account) =>
        !string.IsNullOrEmpty(persoon.Roepnaam) && _byNaam.Value[Fold(persoon)].Any(namesake => _targets.Of(namesake) != account);

    /// <summary>
    /// The accounts that a conflict or rejection of a delivered person is about, each with the fields that point at it: those
    /// that the keys name, who has the login, and where the name is in doubt, who has the same one.
    /// </summary>
    /// <param name="persoon">The delivered person.</param>
    /// <param name="isNaamInTwijfel">Whether the keys do not tell who it is, so that the name may.</param>
    public IReadOnlyDictionary<int, Veld> FindBetrokken(T persoon, bool isNaamInTwijfel)
    {
        var found = new Dictionary<int, Veld>();
        foreach (var sleutel in persoon.Sleutels)
        {
            if (TryFindOwner(sleutel, out var owner))
            {
                found[owner] = found.GetValueOrDefault(owner) | sleutel.Veld;
            }
        }

        if (persoon.Login is { } login && _logins.TryGetValue(login, out var holder))
        {
            holder = _targets.Of(holder);
            found[holder] = found.GetValueOrDefault(holder) | Veld.Email;
        }

        if (isNaamInTwijfel)
        {
            foreach (var namesake in _byNaam.Value[Fold(persoon)].Take(MostNamesakes))
            {
                found.TryAdd(_targets.Of(namesake), Veld.Roepnaam | Veld.Achternaam);
            }
        }

        return found;
    }

    private static string Fold(T persoon) => Dubbelzoeker.Fold(persoon.Naam);

    // What is stored with merged accounts is of another one already, unless nobody else has it.
    private void IndexAccounts(Rekengang gang)
    {
        foreach (var i in _targets.InOrder)
        {
            gang.Check();
            foreach (var sleutel in Accounts[i].Gegevens.Sleutels)
            {
                Index(_owners, sleutel, i);
            }

            if (Accounts[i].Gegevens.Login is { } login)
            {
                Index(_logins, login, i);
            }
        }
    }

    // Who is active goes before who is archived.
    private void Index<TKey>(Dictionary<TKey, int> index, TKey key, int account)
        where TKey : notnull
    {
        if (!index.TryAdd(key, account)
            && Accounts[index[key]].Status != Accountstatus.Actief && Accounts[account].SamengevoegdMet is null)
        {
            index[key] = account;
        }
    }

    private void FindShared(IReadOnlyList<Aangeleverd<T>> incoming)
    {
        var seen = new HashSet<Persoonssleutel>(incoming.Count * 3);
        var logins = new HashSet<string>(StringComparer.Ordinal);
        foreach (var persoon in incoming.Where(p => p.Afkeuring is null))
        {
            foreach (var sleutel in persoon.Gegevens.Sleutels)
            {
                if (!seen.Add(sleutel))
                {
                    _shared.Add(sleutel);
                }
            }

            if (persoon.Gegevens.Login is { } login && !logins.Add(login))
            {
                _sharedLogins.Add(login);
            }
        }
    }
}
