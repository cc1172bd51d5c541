using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>What a plan does, row by row.</summary>
/// <param name="Groepen">The groepen that change.</param>
/// <param name="Leerlingen">One row per leerling.</param>
/// <param name="Docenten">One row per docent.</param>
internal sealed record Planregels(
    IReadOnlyList<Groepsregel> Groepen,
    IReadOnlyList<Planregel<LeerlingGegevens>> Leerlingen,
    IReadOnlyList<Planregel<DocentGegevens>> Docenten)
{
    /// <summary>The groepen of who comes or comes back.</summary>
    public HashSet<Groepsleutel> NeededGroepen() => [.. Needed(Leerlingen).Concat(Needed(Docenten))];

    private static IEnumerable<Groepsleutel> Needed<T>(IReadOnlyList<Planregel<T>> regels)
        where T : Persoonsgegevens<T> => regels
            .Where(r => r.Soort is RegelSoort.Nieuw or RegelSoort.Heractiveren)
            .SelectMany(r => r.Gegevens.AlleGroepen);
}
