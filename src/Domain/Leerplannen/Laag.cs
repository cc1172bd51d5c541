using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>The levels that say something of a leerplan; a later one outweighs an earlier one.</summary>
public enum Laagsoort
{
    /// <summary>Kurve's own leerplan for the doelgroep.</summary>
    Kurve = 1,

    /// <summary>The school's, for the doelgroep.</summary>
    School,

    /// <summary>That of the home class.</summary>
    Stamgroep,

    /// <summary>That of a cluster: chosen with fewer pupils in mind than the home class.</summary>
    SamengesteldeGroep,

    /// <summary>The pupil's own.</summary>
    Leerling,
}

/// <summary>Who says something of a leerplan.</summary>
/// <param name="Soort">The level.</param>
/// <param name="Naam">The doelgroep (<c>havo 3</c>) or the groep (<c>3H2</c>); empty for a leerling.</param>
/// <param name="Id">The groep or leerling; null for a doelgroep.</param>
public sealed record Herkomst(Laagsoort Soort, string Naam, Guid? Id = null);

/// <summary>All that one level says.</summary>
/// <param name="Herkomst">Who says it.</param>
/// <param name="Keuzes">Per code of a vaardigheid whether it is active; what is not in it is left to the level above.
/// </param>
/// <param name="Streefniveaus">The level to reach per vak; what is not in it is left to the level above.</param>
public sealed record Laag(
    Herkomst Herkomst, IReadOnlyDictionary<string, bool> Keuzes, IReadOnlyDictionary<Vak, Niveau> Streefniveaus);

/// <summary>A pupil, and all that its school says of its leerplan.</summary>
/// <param name="Id">The account.</param>
/// <param name="Status">Active or archived.</param>
/// <param name="Doelgroep">The doelgroep; null when unknown, and then Kurve says nothing.</param>
/// <param name="Lagen">What school, groepen and the pupil itself say; levels that say nothing are left out.</param>
public sealed record Leerlinglagen(
    AccountId Id, Accountstatus Status, Doelgroep? Doelgroep, IReadOnlyList<Laag> Lagen)
{
    /// <summary>Whether all groepen of the leerling are of later school years than the one that was asked for.</summary>
    public bool KomtLater { get; init; }

    /// <summary>What tells one set of levels, of one school and school year, from another.</summary>
    public static string KeyOf(IReadOnlyList<Laag> lagen) => string.Join('|', lagen
        .Select(laag => $"{(int)laag.Herkomst.Soort}{laag.Herkomst.Id?.ToString("N") ?? laag.Herkomst.Naam}")
        .Order(StringComparer.Ordinal));
}
