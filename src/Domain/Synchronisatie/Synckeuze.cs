using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Schooljaren;

namespace Kurve.Numo.Domain.Synchronisatie;

/// <summary>What of a compared import is applied without a person, and why the rest waits for one.</summary>
/// <param name="Toepassen">The kinds that are applied; none for nothing.</param>
/// <param name="Wacht">Why somebody has to look at what is left; null when nothing is left.</param>
public sealed record Synckeuze(IReadOnlyList<RegelSoort> Toepassen, Melding? Wacht)
{
    /// <summary>So many changes of those that Numo has are never applied without a person, whatever a school wants.</summary>
    public const double MeesteWijzigingen = 0.5;

    /// <summary>Fewer changes than this are not many, however small the school.</summary>
    private const int WeinigWijzigingen = 10;

    /// <summary>Chooses.</summary>
    /// <param name="uitkomst">What the comparison amounted to.</param>
    /// <param name="soorten">The kinds that the school lets be applied without a person.</param>
    /// <param name="isVertrouwd">Whether a person of the school has applied an import that was not undone since.</param>
    /// <param name="afspraak">What the school agreed beforehand on the school year; null for nothing. As long as it holds, all is
    /// applied that the plan does not hold; after that, groepen that come late are still not many changes.</param>
    /// <param name="vandaag">Since when what is left waits, when it did not before.</param>
    public static Synckeuze Of(
        Uitkomst uitkomst, IReadOnlyList<RegelSoort> soorten, bool isVertrouwd, Wisselafspraak? afspraak, DateOnly vandaag)
    {
        var (leerlingen, docenten) = (uitkomst.Leerlingen, uitkomst.Docenten);
        var isAfgesproken = afspraak?.GeldtOp(vandaag) == true;
        var isInVenster = afspraak?.IsInVenster(vandaag) == true;
        soorten = isAfgesproken ? Regelkeuze.Toepasbaar : soorten;
        var voorbehoud = !isVertrouwd ? Meldingen.EerstEenPersoon
            : isAfgesproken ? null
            : IsVeel(leerlingen, isInVenster) || IsVeel(docenten, isInVenster) ? Meldingen.VeelWijzigingen
            : null;
        var allowed = voorbehoud is null ? soorten : [];
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
        var teBeoordelen = present.Except(allowed).Any()
            || leerlingen.Conflict + docenten.Conflict > 0
            || (groepen && allowed.Count == 0);

        // There is nothing to apply of who is rejected or held, and still somebody has to mend it: that is never silent.
        var teHerstellen = uitkomst.LaatWachten
            ? Meldingen.WachtOpHerstel(
                leerlingen.Afgekeurd + docenten.Afgekeurd,
                leerlingen.Aangehouden + docenten.Aangehouden + leerlingen.InTwijfel + docenten.InTwijfel,
                vandaag)
            : null;
        return new Synckeuze(
            groepen ? allowed : [.. present.Where(allowed.Contains)],
            uitkomst.BuitenAfspraak is { } buiten ? SchooljaarMeldingen.Join(buiten)
            : teBeoordelen ? voorbehoud ?? Meldingen.WachtOpBeoordeling : teHerstellen);
    }

    private static bool IsVeel(Tellingen tellingen, bool isInVenster)
    {
        var gewijzigd = tellingen.Bijwerken - (isInVenster ? tellingen.AlleenGroepenErbij : 0);
        return gewijzigd > WeinigWijzigingen
            && gewijzigd > MeesteWijzigingen * (tellingen.Bijwerken + tellingen.Ongewijzigd + tellingen.Archiveren);
    }
}
