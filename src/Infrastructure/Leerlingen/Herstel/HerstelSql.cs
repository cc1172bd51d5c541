using Kurve.Numo.Infrastructure.Leerlingen.Samenvoegen;

namespace Kurve.Numo.Infrastructure.Leerlingen.Herstel;

/// <summary>
/// The statements that undo a run: set-based, whatever the number of people. Soort 1 is leerling, 2 docent, 3 groep;
/// status 0 is active, 1 archived.
/// </summary>
internal static class HerstelSql
{
    private const string LeerlingRestored = """
        h.SchoolId = @SchoolId AND h.RunId = @RunId AND NOT EXISTS (
            SELECT 1
            FROM Leerlingen_NietHersteld AS n
            WHERE n.SchoolId = h.SchoolId AND n.RunId = h.RunId AND n.Soort = 1 AND n.Id = h.Id)
        """;

    public const string LoadLeerlingen = """
        SELECT h.Id, h.Nieuw, h.GroepenGewijzigd, h.Status, h.VersieNa, p.Versie AS VersieNu, h.EckId, h.UwlrKey, h.StamnummerCanoniek, h.IdGebr,
            p.Roepnaam, p.Voorvoegsel, p.Achternaam
        FROM Leerlingen_LeerlingHerstel AS h
        LEFT JOIN Leerlingen_Leerling AS p ON p.SchoolId = h.SchoolId AND p.Id = h.Id
        WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId
        ORDER BY h.Regel, h.Id;
        """;

    public const string LeerlingSleutels = """
        SELECT Id, EckId, UwlrKey, StamnummerCanoniek, IdGebr
        FROM Leerlingen_Leerling
        WHERE SchoolId = @SchoolId;
        """;

    /// <summary>Of somebody in ten groepen both lists are long: never a second IN list here, which SQLite crosses with the first.</summary>
    private const string LeaveLeerlingGroepen = $"""
        DELETE FROM Leerlingen_LeerlingGroep
        WHERE SchoolId = @SchoolId
            AND LeerlingId IN (
                SELECT h.Id FROM Leerlingen_LeerlingHerstel AS h WHERE h.GroepenGewijzigd = 1 AND {LeerlingRestored})
            AND EXISTS (
                SELECT 1
                FROM Leerlingen_Groep AS g
                WHERE g.SchoolId = @SchoolId AND g.Id = Leerlingen_LeerlingGroep.GroepId AND g.Schooljaar = @Schooljaar);
        """;

    /// <summary>That two accounts are two persons says nothing once one of them is gone; its reason is about a person.</summary>
    private const string RemoveLeerlingVerschillen = $"""
        DELETE FROM Leerlingen_Verschil
        WHERE SchoolId = @SchoolId AND (
            EneId IN (SELECT h.Id FROM Leerlingen_LeerlingHerstel AS h WHERE h.Nieuw = 1 AND {LeerlingRestored})
            OR AndereId IN (SELECT h.Id FROM Leerlingen_LeerlingHerstel AS h WHERE h.Nieuw = 1 AND {LeerlingRestored}));
        """;

    private const string RemoveLeerlingen = $"""
        DELETE FROM Leerlingen_Leerling
        WHERE SchoolId = @SchoolId
            AND Id IN (SELECT h.Id FROM Leerlingen_LeerlingHerstel AS h WHERE h.Nieuw = 1 AND {LeerlingRestored});
        """;

    /// <summary>A key may go from one account to another, and is unique after each row.</summary>
    private const string DropLeerlingSleutels = $"""
        UPDATE Leerlingen_Leerling
        SET EckId = NULL, UwlrKey = NULL, StamnummerCanoniek = NULL, IdGebr = NULL
        FROM Leerlingen_LeerlingHerstel AS h
        WHERE h.Nieuw = 0 AND {LeerlingRestored}
            AND Leerlingen_Leerling.SchoolId = h.SchoolId AND Leerlingen_Leerling.Id = h.Id;
        """;

    private const string RestoreLeerlingen = $"""
        UPDATE Leerlingen_Leerling
        SET Status = h.Status, Vestiging = h.Vestiging, EckId = h.EckId, UwlrKey = h.UwlrKey,
            Stamnummer = h.Stamnummer, StamnummerCanoniek = h.StamnummerCanoniek, IdGebr = h.IdGebr,
            Roepnaam = h.Roepnaam, Voorvoegsel = h.Voorvoegsel, Achternaam = h.Achternaam, Leerjaar = h.Leerjaar,
            Opleidingscode = h.Opleidingscode, Opleiding = h.Opleiding, DoelgroepLeerjaar = h.DoelgroepLeerjaar,
            GearchiveerdDoor = h.GearchiveerdDoor, GearchiveerdMoment = h.GearchiveerdMoment, Instroom = h.Instroom,
            Gewijzigd = @Moment, Versie = Leerlingen_Leerling.Versie + 1
        FROM Leerlingen_LeerlingHerstel AS h
        WHERE h.Nieuw = 0 AND {LeerlingRestored}
            AND Leerlingen_Leerling.SchoolId = h.SchoolId AND Leerlingen_Leerling.Id = h.Id;
        """;

    private const string JoinLeerlingGroepen = $"""
        INSERT INTO Leerlingen_LeerlingGroep (SchoolId, LeerlingId, GroepId)
        SELECT l.SchoolId, l.PersoonId, l.GroepId
        FROM Leerlingen_LidHerstel AS l
        INNER JOIN Leerlingen_LeerlingHerstel AS h
            ON h.SchoolId = l.SchoolId AND h.RunId = l.RunId AND h.Id = l.PersoonId
        WHERE l.Soort = 1 AND {LeerlingRestored};
        """;

    /// <summary>
    /// To the run before, an account that is again what it was has not changed; so that run can be undone next.
    /// </summary>
    private const string ReconnectLeerlingen = $"""
        UPDATE Leerlingen_LeerlingHerstel
        SET VersieNa = (
            SELECT h.VersieNa + 1
            FROM Leerlingen_LeerlingHerstel AS h
            WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId AND h.Id = Leerlingen_LeerlingHerstel.Id)
        WHERE SchoolId = @SchoolId AND RunId <> @RunId AND EXISTS (
            SELECT 1
            FROM Leerlingen_LeerlingHerstel AS h
            WHERE h.Nieuw = 0 AND {LeerlingRestored}
                AND h.Id = Leerlingen_LeerlingHerstel.Id AND h.VersieVoor = Leerlingen_LeerlingHerstel.VersieNa);
        """;

    private const string DocentRestored = """
        h.SchoolId = @SchoolId AND h.RunId = @RunId AND NOT EXISTS (
            SELECT 1
            FROM Leerlingen_NietHersteld AS n
            WHERE n.SchoolId = h.SchoolId AND n.RunId = h.RunId AND n.Soort = 2 AND n.Id = h.Id)
        """;

    public const string LoadDocenten = """
        SELECT h.Id, h.Nieuw, h.GroepenGewijzigd, h.Status, h.VersieNa, p.Versie AS VersieNu, h.EckId, h.UwlrKey,
            CASE WHEN h.Status = 0 THEN h.Email END AS Email, p.Roepnaam, p.Voorvoegsel, p.Achternaam
        FROM Leerlingen_DocentHerstel AS h
        LEFT JOIN Leerlingen_Docent AS p ON p.SchoolId = h.SchoolId AND p.Id = h.Id
        WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId
        ORDER BY h.Regel, h.Id;
        """;

    public const string DocentSleutels = """
        SELECT Id, EckId, UwlrKey, CASE WHEN Status = 0 THEN Email END AS Email
        FROM Leerlingen_Docent
        WHERE SchoolId = @SchoolId;
        """;

    private const string LeaveDocentGroepen = $"""
        DELETE FROM Leerlingen_DocentGroep
        WHERE SchoolId = @SchoolId
            AND DocentId IN (
                SELECT h.Id FROM Leerlingen_DocentHerstel AS h WHERE h.GroepenGewijzigd = 1 AND {DocentRestored})
            AND EXISTS (
                SELECT 1
                FROM Leerlingen_Groep AS g
                WHERE g.SchoolId = @SchoolId AND g.Id = Leerlingen_DocentGroep.GroepId AND g.Schooljaar = @Schooljaar);
        """;

    private const string RemoveDocentVerschillen = $"""
        DELETE FROM Leerlingen_Verschil
        WHERE SchoolId = @SchoolId AND (
            EneId IN (SELECT h.Id FROM Leerlingen_DocentHerstel AS h WHERE h.Nieuw = 1 AND {DocentRestored})
            OR AndereId IN (SELECT h.Id FROM Leerlingen_DocentHerstel AS h WHERE h.Nieuw = 1 AND {DocentRestored}));
        """;

    private const string RemoveDocenten = $"""
        DELETE FROM Leerlingen_Docent
        WHERE SchoolId = @SchoolId
            AND Id IN (SELECT h.Id FROM Leerlingen_DocentHerstel AS h WHERE h.Nieuw = 1 AND {DocentRestored});
        """;

    /// <summary>A key may go from one account to another, and is unique after each row.</summary>
    private const string DropDocentSleutels = $"""
        UPDATE Leerlingen_Docent
        SET EckId = NULL, UwlrKey = NULL
        FROM Leerlingen_DocentHerstel AS h
        WHERE h.Nieuw = 0 AND {DocentRestored}
            AND Leerlingen_Docent.SchoolId = h.SchoolId AND Leerlingen_Docent.Id = h.Id;
        """;

    private const string RestoreDocenten = $"""
        UPDATE Leerlingen_Docent
        SET Status = h.Status, Vestiging = h.Vestiging, EckId = h.EckId, UwlrKey = h.UwlrKey,
            Roepnaam = h.Roepnaam, Voorvoegsel = h.Voorvoegsel, Achternaam = h.Achternaam, Email = h.Email,
            GearchiveerdDoor = h.GearchiveerdDoor, GearchiveerdMoment = h.GearchiveerdMoment, Instroom = h.Instroom,
            Gewijzigd = @Moment, Versie = Leerlingen_Docent.Versie + 1
        FROM Leerlingen_DocentHerstel AS h
        WHERE h.Nieuw = 0 AND {DocentRestored}
            AND Leerlingen_Docent.SchoolId = h.SchoolId AND Leerlingen_Docent.Id = h.Id;
        """;

    private const string JoinDocentGroepen = $"""
        INSERT INTO Leerlingen_DocentGroep (SchoolId, DocentId, GroepId)
        SELECT l.SchoolId, l.PersoonId, l.GroepId
        FROM Leerlingen_LidHerstel AS l
        INNER JOIN Leerlingen_DocentHerstel AS h
            ON h.SchoolId = l.SchoolId AND h.RunId = l.RunId AND h.Id = l.PersoonId
        WHERE l.Soort = 2 AND {DocentRestored};
        """;

    /// <summary>
    /// To the run before, an account that is again what it was has not changed; so that run can be undone next.
    /// </summary>
    private const string ReconnectDocenten = $"""
        UPDATE Leerlingen_DocentHerstel
        SET VersieNa = (
            SELECT h.VersieNa + 1
            FROM Leerlingen_DocentHerstel AS h
            WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId AND h.Id = Leerlingen_DocentHerstel.Id)
        WHERE SchoolId = @SchoolId AND RunId <> @RunId AND EXISTS (
            SELECT 1
            FROM Leerlingen_DocentHerstel AS h
            WHERE h.Nieuw = 0 AND {DocentRestored}
                AND h.Id = Leerlingen_DocentHerstel.Id AND h.VersieVoor = Leerlingen_DocentHerstel.VersieNa);
        """;

    /// <summary>In this order.</summary>
    public static readonly IReadOnlyList<string> RestorePersonen =
    [
        LeaveLeerlingGroepen, RemoveLeerlingVerschillen, RemoveLeerlingen, DropLeerlingSleutels, RestoreLeerlingen,
        JoinLeerlingGroepen, ReconnectLeerlingen, LeerlingSamenvoegingSql.ReconnectAfterRun, LeaveDocentGroepen,
        RemoveDocentVerschillen, RemoveDocenten, DropDocentSleutels, RestoreDocenten, JoinDocentGroepen, ReconnectDocenten,
        DocentSamenvoegingSql.ReconnectAfterRun,
    ];
}
