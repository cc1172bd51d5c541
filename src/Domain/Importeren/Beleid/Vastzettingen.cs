using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Beleid;

/// <summary>
/// Keeps pinned accounts active: one that no source delivers is not archived, and its row says who pinned it and until when.
/// That row changes nothing and is not held, since nobody has to decide anything. The brakes look at the rows as they were
/// before this step: a pin does not show that a source is sound.
/// </summary>
internal static class Vastzettingen
{
    /// <summary>The rows, without the archiving of who is pinned.</summary>
    /// <param name="gezien">What the sources say.</param>
    /// <param name="vandaag">Today in the Netherlands.</param>
    public static Planregels Keep(Planregels gezien, DateOnly vandaag) => gezien with
    {
        Leerlingen = Keep(gezien.Leerlingen, vandaag),
        Docenten = Keep(gezien.Docenten, vandaag),
    };

    private static IReadOnlyList<Planregel<T>> Keep<T>(IReadOnlyList<Planregel<T>> regels, DateOnly vandaag)
        where T : Persoonsgegevens<T> => regels.Any(Leaves)
            ? [.. regels.Select(r => Leaves(r) ? Keep(r, vandaag) : r).Order(Regelvolgorde<T>.Instance)]
            : regels;

    private static bool Leaves<T>(Planregel<T> regel)
        where T : Persoonsgegevens<T> => regel is { Soort: RegelSoort.Archiveren, Account.Vastzetting: not null };

    private static Planregel<T> Keep<T>(Planregel<T> regel, DateOnly vandaag)
        where T : Persoonsgegevens<T>
    {
        var vastzetting = regel.Account!.Vastzetting!;
        return vastzetting.GeldtOp(vandaag)
            ? regel with
            {
                Soort = RegelSoort.Ongewijzigd,
                Meldingen = [ArchiefMeldingen.Vastgezet(vastzetting), .. regel.Meldingen],
            }
            : regel with { Meldingen = [ArchiefMeldingen.VastzettingVerlopen(vastzetting), .. regel.Meldingen] };
    }
}
