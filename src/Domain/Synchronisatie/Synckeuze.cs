using Kurve.Numo.Domain.Importeren;

namespace Kurve.Numo.Domain.Synchronisatie;

/// <summary>What of a compared import is applied without a person, and whether anything is left for one.</summary>
/// <param name="Toepassen">The kinds that are applied; none for nothing.</param>
/// <param name="LaatOver">Whether somebody has to look at what is left.</param>
public sealed record Synckeuze(IReadOnlyList<RegelSoort> Toepassen, bool LaatOver)
{
    /// <summary>Chooses.</summary>
    /// <param name="uitkomst">What the comparison amounted to.</param>
    /// <param name="soorten">The kinds that may be applied without a person.</param>
    public static Synckeuze Of(Uitkomst uitkomst, IReadOnlyList<RegelSoort> soorten)
    {
        var (leerlingen, docenten) = (uitkomst.Leerlingen, uitkomst.Docenten);
        (RegelSoort Soort, int Aantal)[] found =
        [
            (RegelSoort.Nieuw, leerlingen.Nieuw + docenten.Nieuw),
            (RegelSoort.Bijwerken, leerlingen.Bijwerken + docenten.Bijwerken),
            (RegelSoort.Heractiveren, leerlingen.Heractiveren + docenten.Heractiveren),
            (RegelSoort.Archiveren, leerlingen.Archiveren + docenten.Archiveren),
        ];
        RegelSoort[] present = [.. found.Where(f => f.Aantal > 0).Select(f => f.Soort)];

        // Groepen change with whatever is applied; where nobody changes, they are reason enough by themselves.
        var groepen = present.Length == 0 && uitkomst.Groepen.Wijzigingen > 0;
        return new Synckeuze(
            groepen ? soorten : [.. present.Where(soorten.Contains)],
            present.Except(soorten).Any()
            || leerlingen.Conflict + docenten.Conflict > 0
            || (groepen && soorten.Count == 0));
    }
}
