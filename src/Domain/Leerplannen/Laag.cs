using System.Collections.Immutable;
using Kurve.Numo.Domain.Opleidingen;

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
    Herkomst Herkomst, IReadOnlyDictionary<string, bool> Keuzes, IReadOnlyDictionary<Vak, Niveau> Streefniveaus)
{
    /// <summary>What Kurve says to a doelgroep: of every vaardigheid that is not retired.</summary>
    public static Laag OfKurve(
        Vaardighedencatalogus catalogus, Standaardleerplannen standaarden, Doelgroep doelgroep)
    {
        var standaard = standaarden.Of(doelgroep);
        return new Laag(
            new Herkomst(Laagsoort.Kurve, doelgroep.ToString()),
            catalogus.All.Where(v => !v.Vervallen).ToDictionary(
                v => v.Code,
                v => standaard.GetValueOrDefault(v.Vak) is { } grens && v.Niveau <= grens.ActiefTot,
                StringComparer.Ordinal),
            standaard
                .Where(paar => paar.Value.Streefniveau is not null)
                .ToImmutableDictionary(paar => paar.Key, paar => paar.Value.Streefniveau!.Value));
    }
}
