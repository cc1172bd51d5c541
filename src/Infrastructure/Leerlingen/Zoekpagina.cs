using System.Globalization;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>What a person can be found by.</summary>
internal sealed class Zoekrij
{
    public required AccountId Id { get; init; }

    public string? Roepnaam { get; init; }

    public string? Voorvoegsel { get; init; }

    public string? Achternaam { get; init; }

    public string? Stamnummer { get; init; }

    public string? EckId { get; init; }

    public string? Email { get; init; }
}

/// <summary>
/// Which of a school's people are asked for, found and put in order here: names are compared without case and accents,
/// which databases do each in their own way. One school has some thousands of people, next to each other in the table.
/// </summary>
/// <param name="Ids">Those on the page, in their order.</param>
/// <param name="Next">The token of the next page; null after the last.</param>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record Zoekpagina(IReadOnlyList<AccountId> Ids, string? Next, int Total)
{
    private static readonly CompareInfo Dutch = CultureInfo.GetCultureInfo("nl-NL").CompareInfo;

    /// <summary>Whether a person is meant by a text; without names for a caller who may not know them.</summary>
    public static bool IsMeant(Zoekrij person, Zoektekst text, bool withNames) =>
        text.IsStamnummer(person.Stamnummer)
        || text.IsKey(person.EckId, person.Email)
        || text.IsBeginOf(person.Id.Value)
        || (withNames && text.IsNameOf(person.Roepnaam, person.Voorvoegsel, person.Achternaam));

    /// <summary>The page of those that were found.</summary>
    /// <param name="found">All that were found.</param>
    /// <param name="order">The order.</param>
    /// <param name="after">The person after whom it begins; null for the first page.</param>
    /// <param name="size">At most this many.</param>
    public static Zoekpagina Of(
        IReadOnlyCollection<Zoekrij> found, Comparison<Zoekrij> order, Zoekrij? after, int size)
    {
        var ids = found
            .Where(person => after is null || order(person, after) > 0)
            .Order(Comparer<Zoekrij>.Create(order))
            .Select(person => person.Id)
            .Take(size + 1)
            .ToList();
        return ids.Count <= size
            ? new Zoekpagina(ids, null, found.Count)
            : new Zoekpagina([.. ids.Take(size)], PageTokens.OfId(ids[size - 1].Value), found.Count);
    }

    /// <summary>The order in which the accounts were made.</summary>
    public static int ById(Zoekrij one, Zoekrij other) =>
        TypeHandlers.ToBytes(one.Id.Value).AsSpan().SequenceCompareTo(TypeHandlers.ToBytes(other.Id.Value));

    /// <summary>By last name, then first name, as a Dutch list has them.</summary>
    public static int ByName(Zoekrij one, Zoekrij other)
    {
        const CompareOptions Options = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        var last = Dutch.Compare(one.Achternaam, other.Achternaam, Options);
        var first = last != 0 ? last : Dutch.Compare(one.Roepnaam, other.Roepnaam, Options);
        return first != 0 ? first : ById(one, other);
    }

    /// <summary>The views of the people on the page, in their order.</summary>
    public Page<T> Show<T>(IReadOnlyList<T> views, Func<T, Guid> id, bool withTotal)
    {
        var byId = views.ToDictionary(id);
        return new Page<T>(
            [.. Ids.Where(i => byId.ContainsKey(i.Value)).Select(i => byId[i.Value])], Next, withTotal ? Total : null);
    }
}
