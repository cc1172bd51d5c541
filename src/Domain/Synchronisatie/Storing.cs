namespace Kurve.Numo.Domain.Synchronisatie;

/// <summary>When to tell people that several nights in a row failed.</summary>
public static class Storing
{
    /// <summary>After how many failed nights in a row people are told: one may be an outage, two are not.</summary>
    public const int EersteNacht = 2;

    /// <summary>Why a ronde may be refused that somebody of the school wanted: codes of errors.</summary>
    public static IReadOnlyList<string> GewildeWeigeringen { get; } = ["IMPORT_GEPAUZEERD", "RONDE_VERWORPEN"];

    /// <summary>
    /// Whether a ronde failed: also one that was refused, unless somebody of the school wanted that, by a pause or by
    /// discarding its import.
    /// </summary>
    public static bool IsStoring(Ronde ronde) => ronde.Uitkomst == Rondeuitkomst.Mislukt
        || (ronde.Uitkomst == Rondeuitkomst.Geweigerd
            && !GewildeWeigeringen.Contains(ronde.Fout?.Code, StringComparer.Ordinal));

    /// <summary>
    /// Whether the latest of so many nights that failed one after another is told to whoever was not told of an earlier
    /// one.
    /// </summary>
    public static bool IsTeMelden(int nachten) => nachten >= EersteNacht;
}
