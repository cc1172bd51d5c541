namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>The school year whose groepen are shown.</summary>
internal static class SchooljaarSql
{
    /// <summary>
    /// The newest school year of @SchoolId that has begun by @Huidig, so that classes which are prepared for the next
    /// one do not hide those of now; of a school that only has such, the first.
    /// </summary>
    public const string Shown = """
        COALESCE(
                (SELECT MAX(n.Schooljaar)
                FROM Leerlingen_Groep AS n
                WHERE n.SchoolId = @SchoolId AND n.Schooljaar <= @Huidig),
                (SELECT MIN(n.Schooljaar) FROM Leerlingen_Groep AS n WHERE n.SchoolId = @SchoolId))
        """;
}
