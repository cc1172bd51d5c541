using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>What one column of a school's own export is.</summary>
/// <param name="Kop">The name of the column, as the export has it.</param>
/// <param name="Kolom">What it is; <see cref="Csvkolom.Negeren"/> leaves it out.</param>
public sealed record Kolomkeuze(string Kop, Csvkolom Kolom);

/// <summary>
/// A school's own choice of columns, saved under a name. Columns that it does not name are recognised as always.
/// </summary>
public sealed record Kolomindeling
{
    private const int LongestNaam = 64;
    private const int MostKolommen = 200;

    /// <summary>The school.</summary>
    public required SchoolId SchoolId { get; init; }

    /// <summary>Its name, 1 to 64 characters; case does not count.</summary>
    public required string Naam { get; init; }

    /// <summary>The export that the other columns are recognised by.</summary>
    public required Csvpreset Preset { get; init; }

    /// <summary>The columns, in the order in which they were saved.</summary>
    public required IReadOnlyList<Kolomkeuze> Kolommen { get; init; }

    /// <summary>Who saved it.</summary>
    public required string Door { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset Gewijzigd { get; init; }

    /// <summary>Rises with each change.</summary>
    public long Versie { get; init; } = 1;

    /// <summary>The form of the name to compare by.</summary>
    public string Sleutel => ToSleutel(Naam);

    /// <summary>The form of a name to compare by.</summary>
    public static string ToSleutel(string naam) => naam.Trim().ToUpperInvariant();

    /// <summary>Checks what a school wants to save.</summary>
    public static Result<Kolomindeling> Create(
        SchoolId schoolId,
        string naam,
        Csvpreset preset,
        IReadOnlyList<Kolomkeuze> kolommen,
        string door,
        DateTimeOffset now)
    {
        var trimmed = naam.Trim();
        if (trimmed.Length is 0 or > LongestNaam || trimmed.Any(char.IsControl))
        {
            return KolomindelingErrors.NaamOngeldig(LongestNaam);
        }

        if (kolommen.Count is 0 or > MostKolommen)
        {
            return KolomindelingErrors.AantalOngeldig(kolommen.Count, MostKolommen);
        }

        return FindFault(kolommen) is { } fout
            ? fout
            : new Kolomindeling
            {
                SchoolId = schoolId,
                Naam = trimmed,
                Preset = preset,
                Kolommen = [.. kolommen.Select(k => k with { Kop = k.Kop.Trim() })],
                Door = door,
                Gewijzigd = now,
            };
    }

    /// <summary>What this says of a column; null when it says nothing.</summary>
    public Csvkolom? Find(string kop)
    {
        var naam = Kolomnamen.Normalise(kop);
        foreach (var keuze in Kolommen)
        {
            if (string.Equals(Kolomnamen.Normalise(keuze.Kop), naam, StringComparison.Ordinal))
            {
                return keuze.Kolom;
            }
        }

        return null;
    }

    /// <summary>The columns that this reads and a file does not have.</summary>
    /// <param name="koppen">The names of the columns of the file.</param>
    /// <param name="isRead">Whether a column is read of the people in the file.</param>
    public IReadOnlyList<string> FindMissing(IReadOnlyList<string> koppen, Predicate<Csvkolom> isRead)
    {
        var present = koppen.Select(Kolomnamen.Normalise).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Kolommen
                .Where(k => k.Kolom != Csvkolom.Negeren && isRead(k.Kolom) && !present.Contains(Kolomnamen.Normalise(k.Kop)))
                .Select(k => k.Kop),
        ];
    }

    private static ValueInvalid? FindFault(IReadOnlyList<Kolomkeuze> kolommen)
    {
        var namen = new HashSet<string>(StringComparer.Ordinal);
        var soorten = new HashSet<Csvkolom>();
        for (var i = 0; i < kolommen.Count; i++)
        {
            var (kop, kolom) = kolommen[i];
            var naam = Kolomnamen.Normalise(kop);
            if (naam.Length == 0)
            {
                return KolomindelingErrors.KopOngeldig(i);
            }

            if (Kolomnamen.IsForbidden(kop) && kolom != Csvkolom.Negeren)
            {
                return KolomindelingErrors.KopVerboden(i);
            }

            if (!namen.Add(naam))
            {
                return KolomindelingErrors.KopDubbel(i);
            }

            if (!MayRepeat(kolom) && !soorten.Add(kolom))
            {
                return KolomindelingErrors.KolomDubbel(i, kolom);
            }
        }

        return null;
    }

    /// <summary>Columns that may stand in a file more than once; each of them counts.</summary>
    internal static bool MayRepeat(Csvkolom kolom) => kolom is Csvkolom.Groepen or Csvkolom.Negeren
        or Csvkolom.Begindatum or Csvkolom.Einddatum or Csvkolom.Status or Csvkolom.NietActief;
}
