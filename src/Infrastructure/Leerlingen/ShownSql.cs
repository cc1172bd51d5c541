using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>
/// <see cref="ShownYear"/> in the words of SQL, of the leerling or docent with alias l and the groep with alias g, with the
/// parameters @SchoolId and @Huidig. A school of which no year has begun shows its first.
/// </summary>
internal static class ShownSql
{
    /// <summary>Whether a groep that the leerling is in, of a year that may be shown, is not behind a later one.</summary>
    public const string LeerlingStays = $"""
        NOT EXISTS (
                            SELECT 1
                            FROM Leerlingen_LeerlingGroep AS m
                            INNER JOIN Leerlingen_Groep AS n ON n.SchoolId = m.SchoolId AND n.Id = m.GroepId
                            WHERE m.SchoolId = l.SchoolId AND m.LeerlingId = l.Id
                                AND n.Schooljaar > g.Schooljaar AND n.Schooljaar <= @Huidig)
                            AND {IsNotOver}
        """;

    /// <summary>As <see cref="LeerlingStays"/>, of a docent.</summary>
    public const string DocentStays = $"""
        NOT EXISTS (
                            SELECT 1
                            FROM Leerlingen_DocentGroep AS m
                            INNER JOIN Leerlingen_Groep AS n ON n.SchoolId = m.SchoolId AND n.Id = m.GroepId
                            WHERE m.SchoolId = l.SchoolId AND m.DocentId = l.Id
                                AND n.Schooljaar > g.Schooljaar AND n.Schooljaar <= @Huidig)
                            AND {IsNotOver}
        """;

    /// <summary>Whether a groep that the leerling is in is shown of that leerling.</summary>
    public const string OfLeerling = $"({MayBeShown} AND {LeerlingStays})";

    /// <summary>The year that is shown of the leerling; of who has no groep, that of the school.</summary>
    public const string YearOfLeerling = $"""
        COALESCE(
                (SELECT MAX(g.Schooljaar)
                FROM Leerlingen_Groep AS g
                WHERE g.SchoolId = l.SchoolId AND g.Id IN (
                        SELECT lg.GroepId
                        FROM Leerlingen_LeerlingGroep AS lg
                        WHERE lg.SchoolId = l.SchoolId AND lg.LeerlingId = l.Id)
                    AND {OfAPerson} AND {IsNotOver}),
                {SchooljaarSql.Shown})
        """;

    /// <summary>The year that is shown of the docent; of who has no groep, that of the school.</summary>
    public const string YearOfDocent = $"""
        COALESCE(
                (SELECT MAX(g.Schooljaar)
                FROM Leerlingen_Groep AS g
                WHERE g.SchoolId = l.SchoolId AND g.Id IN (
                        SELECT dg.GroepId
                        FROM Leerlingen_DocentGroep AS dg
                        WHERE dg.SchoolId = l.SchoolId AND dg.DocentId = l.Id)
                    AND {OfAPerson} AND {IsNotOver}),
                {SchooljaarSql.Shown})
        """;

    // Older years than that before the school's are not looked at.
    private const string MayBeShown =
        $"g.Schooljaar >= {SchooljaarSql.Shown} - 1 AND g.Schooljaar <= {SchooljaarSql.Shown}";

    // The same, of the few groepen of one person: the plus keeps SQLite from going through all groepen of those years.
    private const string OfAPerson =
        $"+g.Schooljaar >= {SchooljaarSql.Shown} - 1 AND +g.Schooljaar <= {SchooljaarSql.Shown}";

    // No later year was imported as a whole for the person's vestiging.
    private const string IsNotOver = """
        NOT EXISTS (
                                SELECT 1
                                FROM Leerlingen_Schooljaar AS j
                                WHERE j.SchoolId = l.SchoolId AND j.Vestiging = l.Vestiging
                                    AND j.Schooljaar > g.Schooljaar AND j.Schooljaar <= @Huidig)
        """;
}
