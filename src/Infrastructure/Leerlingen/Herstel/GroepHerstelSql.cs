namespace Kurve.Numo.Infrastructure.Leerlingen.Herstel;

/// <summary>
/// The statements that undo what a run did with groepen, once its people are restored. Of what is left, soort 3 is
/// groep; status 0 is active, 1 archived, and null of a groep that the run made.
/// </summary>
internal static class GroepHerstelSql
{
    /// <summary>
    /// The groepen of a run, each with whether something newer knows it: a later run that changed the groep or remembers
    /// who was in it, a merge of accounts that does, or another groep that has its old key.
    /// </summary>
    public const string Load = """
        SELECT h.Id, g.Naam, h.Nieuw, CASE
            WHEN EXISTS (
                SELECT 1
                FROM Leerlingen_GroepHerstel AS n
                WHERE n.SchoolId = h.SchoolId AND n.Id = h.Id AND n.RunId > h.RunId) THEN 1
            WHEN h.Nieuw = 1 AND EXISTS (
                SELECT 1
                FROM Leerlingen_LidHerstel AS n
                WHERE n.SchoolId = h.SchoolId AND n.GroepId = h.Id AND n.RunId > h.RunId) THEN 1
            WHEN h.Nieuw = 1 AND EXISTS (
                SELECT 1
                FROM Leerlingen_LidSamenvoeging AS n
                WHERE n.SchoolId = h.SchoolId AND n.GroepId = h.Id) THEN 1
            WHEN h.Nieuw = 0 AND EXISTS (
                SELECT 1
                FROM Leerlingen_Groep AS o
                WHERE o.SchoolId = h.SchoolId AND o.Id <> h.Id AND o.Schooljaar = g.Schooljaar
                    AND o.Vestiging = g.Vestiging AND o.Sleutel = h.Sleutel
                    AND NOT EXISTS (
                        SELECT 1
                        FROM Leerlingen_GroepHerstel AS n
                        WHERE n.SchoolId = h.SchoolId AND n.RunId = h.RunId AND n.Id = o.Id)) THEN 1
            ELSE 0 END AS Nieuwer
        FROM Leerlingen_GroepHerstel AS h
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = h.SchoolId AND g.Id = h.Id
        WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId
        ORDER BY g.Naam, h.Id;
        """;

    /// <summary>
    /// Who is in the groepen that go again, or come off the lists again: those that the run made, and those that it brought
    /// back where nobody active was before. Voor 1 is who was in it before the run.
    /// </summary>
    public const string Leden = """
        SELECT h.Id AS GroepId, lg.LeerlingId AS PersoonId, l.Status, 0 AS Voor
        FROM Leerlingen_GroepHerstel AS h
        INNER JOIN Leerlingen_LeerlingGroep AS lg ON lg.SchoolId = h.SchoolId AND lg.GroepId = h.Id
        INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = lg.SchoolId AND l.Id = lg.LeerlingId
        WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId AND COALESCE(h.BezetVoor, 0) = 0 AND COALESCE(h.Status, 1) = 1
        UNION ALL
        SELECT h.Id AS GroepId, dg.DocentId AS PersoonId, d.Status, 0 AS Voor
        FROM Leerlingen_GroepHerstel AS h
        INNER JOIN Leerlingen_DocentGroep AS dg ON dg.SchoolId = h.SchoolId AND dg.GroepId = h.Id
        INNER JOIN Leerlingen_Docent AS d ON d.SchoolId = dg.SchoolId AND d.Id = dg.DocentId
        WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId AND COALESCE(h.BezetVoor, 0) = 0 AND COALESCE(h.Status, 1) = 1
        UNION ALL
        SELECT l.GroepId, l.PersoonId, NULL AS Status, 1 AS Voor
        FROM Leerlingen_LidHerstel AS l
        WHERE l.SchoolId = @SchoolId AND l.RunId = @RunId AND EXISTS (
            SELECT 1
            FROM Leerlingen_GroepHerstel AS h
            WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId AND h.Id = l.GroepId AND h.BezetVoor = 0 AND h.Status = 1);
        """;

    private const string Restored = """
        h.SchoolId = @SchoolId AND h.RunId = @RunId AND NOT EXISTS (
            SELECT 1
            FROM Leerlingen_NietHersteld AS n
            WHERE n.SchoolId = h.SchoolId AND n.RunId = h.RunId AND n.Soort = 3 AND n.Id = h.Id)
        """;

    private const string Restore = $"""
        UPDATE Leerlingen_Groep
        SET Sleutel = COALESCE(h.Sleutel, Leerlingen_Groep.Sleutel), Soort = h.Soort, Naam = h.Naam,
            Leerjaar = h.Leerjaar, Status = h.Status
        FROM Leerlingen_GroepHerstel AS h
        WHERE h.Nieuw = 0 AND {Restored}
            AND Leerlingen_Groep.SchoolId = h.SchoolId AND Leerlingen_Groep.Id = h.Id;
        """;

    private const string Remove = $"""
        DELETE FROM Leerlingen_Groep
        WHERE SchoolId = @SchoolId
            AND Id IN (SELECT h.Id FROM Leerlingen_GroepHerstel AS h WHERE h.Nieuw = 1 AND {Restored});
        """;

    private const string ForgetSchooljaar = """
        DELETE FROM Leerlingen_Schooljaar
        WHERE SchoolId = @SchoolId AND RunId = @RunId;
        """;

    // What is undone is remembered no longer, so that it does not stand in the way of what was before it.
    private const string ForgetLeden = """
        DELETE FROM Leerlingen_LidHerstel
        WHERE SchoolId = @SchoolId AND RunId = @RunId;
        """;

    private const string ForgetGroepen = """
        DELETE FROM Leerlingen_GroepHerstel
        WHERE SchoolId = @SchoolId AND RunId = @RunId;
        """;

    /// <summary>In this order.</summary>
    public static readonly IReadOnlyList<string> RestoreGroepen =
        [Restore, Remove, ForgetSchooljaar, ForgetLeden, ForgetGroepen];
}
