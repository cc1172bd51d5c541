using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Beleid;

/// <summary>
/// Looks for numbers that were shifted or swapped: many of those who were recognised have another first name and another
/// last name at once. One person may; a school does not.
/// </summary>
internal static class NameChanges
{
    /// <summary>As many may always change both names.</summary>
    public const int MostPeople = 5;

    /// <summary>This share of those who were recognised may always change both names.</summary>
    public const double MostShare = 0.05;

    /// <summary>The brake, when more change both names.</summary>
    /// <param name="wie">Such as <c>leerlingen</c>.</param>
    /// <param name="gezien">What the sources say.</param>
    public static IEnumerable<Melding> Check<T>(string wie, IReadOnlyList<Planregel<T>> gezien)
        where T : Persoonsgegevens<T>
    {
        var wissels = gezien.Count(ChangesBoth);
        var herkend = gezien.Count(r => r.Soort != RegelSoort.Archiveren && (r.Account is not null || IsConflict(r)));
        return wissels > MostPeople && wissels > herkend * MostShare
            ? [BeleidMeldingen.NamenWisselen(wie, wissels, herkend)]
            : [];
    }

    // What a person decided is no accident.
    private static bool ChangesBoth<T>(Planregel<T> regel)
        where T : Persoonsgegevens<T> => IsConflict(regel)
        || (regel is { Beslissing: null, Account: { } account }
            && regel.Gewijzigd.HasFlag(Veld.Roepnaam | Veld.Achternaam)
            && NameComparison.AreOthers(account.Gegevens, regel.Gegevens));

    private static bool IsConflict<T>(Planregel<T> regel)
        where T : Persoonsgegevens<T> =>
        regel is { Soort: RegelSoort.Conflict, Meldingen: [var reden, ..] }
        && (reden == Meldingen.AndereNaam || reden == Meldingen.NaamVanAnder);
}
