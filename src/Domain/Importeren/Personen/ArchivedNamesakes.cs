using System.Collections.Immutable;
using System.Text;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>
/// Tells of newcomers who have the name of an archived account: it may be somebody who comes back with other keys. Nothing
/// is decided by it: the row stays what it is. An account that somebody else in the plan is recognised as, or that a person
/// kept apart from the newcomer, is not meant; of one that was merged, the one that stays is meant. Names are the same as
/// <see cref="Dubbelzoeker.FindNames"/> has it.
/// </summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
internal sealed class ArchivedNamesakes<T>
    where T : Persoonsgegevens<T>
{
    private const int MostShown = 3;

    private readonly IReadOnlyList<Groep> _groepen;
    private readonly Dictionary<string, Namesake[]> _byNaam;
    private readonly Dictionary<string, Melding> _told = new(StringComparer.Ordinal);

    private ArchivedNamesakes(IEnumerable<Namesake> gearchiveerd, HashSet<string> wanted, IReadOnlyList<Groep> groepen)
    {
        _groepen = groepen;
        var endings = wanted
            .Select(naam => naam[(naam.LastIndexOf(' ') + 1)..])
            .ToHashSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _byNaam = gearchiveerd
            .Where(namesake => MayEndIn(endings, namesake.Named.Achternaam))
            .Select(namesake => (Namesake: namesake, Naam: Fold(namesake.Named)))
            .Where(item => wanted.Contains(item.Naam))
            .GroupBy(item => item.Naam, item => item.Namesake, StringComparer.Ordinal)
            .ToDictionary(
                namesakes => namesakes.Key,
                namesakes => namesakes
                    .DistinctBy(namesake => namesake.Account.Id)
                    .OrderBy(namesake => namesake.Account.Id.Value)
                    .ToArray(),
                StringComparer.Ordinal);
    }

    /// <summary>The rows, those of newcomers with what is to be told of them.</summary>
    /// <param name="regels">The rows of the plan.</param>
    /// <param name="accounts">All accounts of this kind.</param>
    /// <param name="groepen">The groepen of the school year, which may tell in which class somebody was.</param>
    public static IReadOnlyList<Planregel<T>> Mention(
        IReadOnlyList<Planregel<T>> regels, IReadOnlyList<Account<T>> accounts, IReadOnlyList<Groep> groepen)
    {
        if (!regels.Any(IsNewcomer) || accounts.All(account => account.Status == Accountstatus.Actief))
        {
            return regels;
        }

        var back = regels
            .Where(r => r.Account is { Status: Accountstatus.Gearchiveerd })
            .Select(r => r.Account!.Id)
            .ToHashSet();
        var gone = FindGone(accounts, back);
        var wanted = regels.Where(IsNewcomer).Select(r => Fold(r.Gegevens)).ToHashSet(StringComparer.Ordinal);
        var namesakes = new ArchivedNamesakes<T>(gone, wanted, groepen);
        return namesakes._byNaam.Count == 0 ? regels : [.. regels.Select(namesakes.Mention)];
    }

    // An account that was merged away counts as the account it was merged into, provided that one is archived too.
    private static IEnumerable<Namesake> FindGone(IReadOnlyList<Account<T>> accounts, HashSet<AccountId> back)
    {
        var targets = new MergeTargets<T>(accounts, Rekengang.Ongestoord);
        for (var i = 0; i < accounts.Count; i++)
        {
            var target = targets.Of(i);
            if (accounts[target].Status == Accountstatus.Gearchiveerd && !back.Contains(accounts[target].Id))
            {
                yield return new Namesake(
                    accounts[target],
                    accounts[i].Gegevens,
                    [accounts[target].Id, .. targets.MergedWith(target).Select(merged => accounts[merged].Id)]);
            }
        }
    }

    // Too many people share half a name.
    private static bool IsNewcomer(Planregel<T> regel) => regel.Bedoeling == RegelSoort.Nieuw
        && !string.IsNullOrEmpty(regel.Gegevens.Roepnaam) && !string.IsNullOrEmpty(regel.Gegevens.Achternaam);

    // Compares without making a string, since most names differ.
    private static bool MayEndIn(
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> endings, ReadOnlySpan<char> achternaam)
    {
        var trimmed = achternaam.TrimEnd();
        return trimmed.IsEmpty || !Ascii.IsValid(trimmed) || endings.Contains(trimmed[(trimmed.LastIndexOf(' ') + 1)..]);
    }

    private static string Fold(T persoon) => Dubbelzoeker.Fold(persoon.Naam);

    private Planregel<T> Mention(Planregel<T> regel)
    {
        if (!IsNewcomer(regel) || !_byNaam.TryGetValue(Fold(regel.Gegevens), out var namesakes))
        {
            return regel;
        }

        var meant = regel.Beslissing is { Niet.Count: > 0 } apart
            ? [.. namesakes.Where(namesake => !namesake.Ids.Any(id => apart.Niet.Contains(id)))]
            : namesakes;
        return meant.Length == 0 ? regel : regel with
        {
            Meldingen = [.. regel.Meldingen, Tell(meant)],
            Betrokken = [.. meant.Take(MostShown).Select(namesake => ToBetrokkene(namesake.Account))],
        };
    }

    private Melding Tell(Namesake[] namesakes)
    {
        var key = $"{namesakes[0].Account.Id} {namesakes.Length}";
        if (!_told.TryGetValue(key, out var melding))
        {
            var shown = namesakes.Take(MostShown).Select(namesake => Describe(namesake.Account));
            _told[key] = melding = ArchiefMeldingen.LijktOpGearchiveerd(namesakes.Length, [.. shown]);
        }

        return melding;
    }

    private string Describe(Account<T> account)
    {
        string?[] parts =
        [
            account.Id.ToString(),
            account.Gegevens.Show(Veld.Leerjaar) is { } leerjaar ? $"leerjaar {leerjaar}" : null,
            FindStamgroep(account.Gegevens) is { } stamgroep ? $"groep {stamgroep}" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private string? FindStamgroep(T persoon) => persoon is LeerlingGegevens { Stamgroep: { } sleutel }
        ? _groepen.FirstOrDefault(groep => groep.Gegevens.Sleutel == sleutel)?.Gegevens.Naam
        : null;

    private static Betrokkene ToBetrokkene(Account<T> account) =>
        new(account.Id, account.Gegevens.Naam, account.Status, Veld.Roepnaam | Veld.Achternaam);

    /// <param name="Account">The account that is meant.</param>
    /// <param name="Named">Who has the name: the account itself, or one that was merged with it.</param>
    /// <param name="Ids">The account and all that were merged with it.</param>
    private sealed record Namesake(Account<T> Account, T Named, ImmutableArray<AccountId> Ids);
}
