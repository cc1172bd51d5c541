using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Schooljaren;

/// <summary>How many leerplannen of one kind end, and what a carry-over would take of them.</summary>
/// <param name="Soort">The kind: <c>doelgroep</c>, <c>groep</c> or <c>leerling</c>.</param>
/// <param name="Aantal">How many.</param>
/// <param name="Leerlingen">The leerlingen that they are for; who has several is counted in each.</param>
/// <param name="GaatMee">Those that a carry-over would take.</param>
/// <param name="AlAanwezig">Those that the new school year has already.</param>
/// <param name="ZonderTegenhanger">Those that there is nothing to copy to.</param>
internal sealed record Leerplaneinde(
    string Soort, int Aantal, int Leerlingen, int GaatMee, int AlAanwezig, int ZonderTegenhanger)
{
    private static readonly string[] Soorten = ["doelgroep", "groep", "leerling"];

    /// <summary>Each kind of which one ends at least.</summary>
    public static IReadOnlyList<Leerplaneinde> Of(Jaareinde einde) =>
    [
        .. Soorten
            .Select(soort => Count(
                soort,
                [.. einde.Leerplannen.Where(l => string.Equals(SoortOf(l), soort, StringComparison.Ordinal))]))
            .Where(telling => telling.Aantal > 0),
    ];

    /// <summary>
    /// Groepen whose name is that of a groep next year with mostly other leerlingen: a carry-over gives those what was meant
    /// for others.
    /// </summary>
    public static IReadOnlyList<EindigendLeerplan> MostlyOthers(Jaareinde einde) =>
    [
        .. einde.Leerplannen.Where(l => l.GroepId.Length > 0
            && l.LeerlingenStraks > 0
            && 2 * l.ZelfdeLeerlingen < l.LeerlingenStraks),
    ];

    private static string SoortOf(EindigendLeerplan leerplan) => leerplan switch
    {
        { GroepId.Length: > 0 } => "groep",
        { LeerlingId.Length: > 0 } => "leerling",
        _ => "doelgroep",
    };

    private static Leerplaneinde Count(string soort, IReadOnlyCollection<EindigendLeerplan> leerplannen)
    {
        return new Leerplaneinde(
            soort,
            leerplannen.Count,
            leerplannen.Sum(l => l.Leerlingen),
            With(Overnameuitkomst.GaatMee),
            With(Overnameuitkomst.AlAanwezig),
            With(Overnameuitkomst.GeenTegenhanger));

        int With(Overnameuitkomst uitkomst) => leerplannen.Count(l => l.Uitkomst == uitkomst);
    }
}
