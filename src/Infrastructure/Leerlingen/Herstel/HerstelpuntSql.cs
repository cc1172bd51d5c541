namespace Kurve.Numo.Infrastructure.Leerlingen.Herstel;

/// <summary>
/// The statements that remember, within an apply, what its accounts and groepen were before it. Soort 1 is leerling, 2
/// docent.
/// </summary>
internal static class HerstelpuntSql
{
    public const string SaveGroepen = """
        INSERT INTO Leerlingen_GroepHerstel (SchoolId, RunId, Id, Nieuw, Sleutel, Soort, Naam, Leerjaar, Status,
            BezetVoor)
        SELECT g.SchoolId, @RunId, g.Id, 0, g.Sleutel, g.Soort, g.Naam, g.Leerjaar, g.Status, CASE
            WHEN EXISTS (
                SELECT 1
                FROM Leerlingen_LeerlingGroep AS lg
                INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = lg.SchoolId AND l.Id = lg.LeerlingId
                WHERE lg.SchoolId = g.SchoolId AND lg.GroepId = g.Id AND l.Status = 0) THEN 1
            WHEN EXISTS (
                SELECT 1
                FROM Leerlingen_DocentGroep AS dg
                INNER JOIN Leerlingen_Docent AS d ON d.SchoolId = dg.SchoolId AND d.Id = dg.DocentId
                WHERE dg.SchoolId = g.SchoolId AND dg.GroepId = g.Id AND d.Status = 0) THEN 1
            ELSE 0 END
        FROM Leerlingen_GroepStaging AS s
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = s.SchoolId AND g.Id = s.Id
        WHERE s.SchoolId = @SchoolId;
        """;

    public const string SaveLeerlingen = """
        INSERT INTO Leerlingen_LeerlingHerstel (SchoolId, RunId, Id, Regel, Nieuw, GroepenGewijzigd,
            VersieVoor, VersieNa, Status, Vestiging, EckId, UwlrKey, Stamnummer, StamnummerCanoniek, IdGebr, Roepnaam,
            Voorvoegsel, Achternaam, Leerjaar, Opleidingscode, Opleiding, DoelgroepLeerjaar, GearchiveerdDoor,
            GearchiveerdMoment, Instroom)
        SELECT l.SchoolId, @RunId, l.Id, s.Regel, 0, s.GroepenGewijzigd, l.Versie, l.Versie + 1,
            l.Status, l.Vestiging, l.EckId, l.UwlrKey, l.Stamnummer, l.StamnummerCanoniek, l.IdGebr, l.Roepnaam,
            l.Voorvoegsel, l.Achternaam, l.Leerjaar, l.Opleidingscode, l.Opleiding, l.DoelgroepLeerjaar,
            l.GearchiveerdDoor, l.GearchiveerdMoment, l.Instroom
        FROM Leerlingen_LeerlingStaging AS s
        INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = s.SchoolId AND l.Id = s.Id
        WHERE s.SchoolId = @SchoolId;
        """;

    public const string SaveDocenten = """
        INSERT INTO Leerlingen_DocentHerstel (SchoolId, RunId, Id, Regel, Nieuw, GroepenGewijzigd,
            VersieVoor, VersieNa, Status, Vestiging, EckId, UwlrKey, Roepnaam, Voorvoegsel, Achternaam, Email,
            GearchiveerdDoor, GearchiveerdMoment, Instroom)
        SELECT d.SchoolId, @RunId, d.Id, s.Regel, 0, s.GroepenGewijzigd, d.Versie, d.Versie + 1,
            d.Status, d.Vestiging, d.EckId, d.UwlrKey, d.Roepnaam, d.Voorvoegsel, d.Achternaam, d.Email,
            d.GearchiveerdDoor, d.GearchiveerdMoment, d.Instroom
        FROM Leerlingen_DocentStaging AS s
        INNER JOIN Leerlingen_Docent AS d ON d.SchoolId = s.SchoolId AND d.Id = s.Id
        WHERE s.SchoolId = @SchoolId;
        """;

    public const string SaveLeden = """
        INSERT INTO Leerlingen_LidHerstel (SchoolId, RunId, Soort, PersoonId, GroepId)
        SELECT lg.SchoolId, @RunId, 1, lg.LeerlingId, lg.GroepId
        FROM Leerlingen_LeerlingStaging AS s
        INNER JOIN Leerlingen_LeerlingGroep AS lg ON lg.SchoolId = s.SchoolId AND lg.LeerlingId = s.Id
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = lg.SchoolId AND g.Id = lg.GroepId
        WHERE s.SchoolId = @SchoolId AND s.GroepenGewijzigd = 1 AND g.Schooljaar = @Schooljaar;
        """;

    public const string SaveDocentLeden = """
        INSERT INTO Leerlingen_LidHerstel (SchoolId, RunId, Soort, PersoonId, GroepId)
        SELECT dg.SchoolId, @RunId, 2, dg.DocentId, dg.GroepId
        FROM Leerlingen_DocentStaging AS s
        INNER JOIN Leerlingen_DocentGroep AS dg ON dg.SchoolId = s.SchoolId AND dg.DocentId = s.Id
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = dg.SchoolId AND g.Id = dg.GroepId
        WHERE s.SchoolId = @SchoolId AND s.GroepenGewijzigd = 1 AND g.Schooljaar = @Schooljaar;
        """;

    public const string Remove = """
        DELETE FROM Leerlingen_LeerlingHerstel WHERE SchoolId = @SchoolId AND RunId = @RunId;
        DELETE FROM Leerlingen_DocentHerstel WHERE SchoolId = @SchoolId AND RunId = @RunId;
        DELETE FROM Leerlingen_LidHerstel WHERE SchoolId = @SchoolId AND RunId = @RunId;
        DELETE FROM Leerlingen_GroepHerstel WHERE SchoolId = @SchoolId AND RunId = @RunId;
        DELETE FROM Leerlingen_NietHersteld WHERE SchoolId = @SchoolId AND RunId = @RunId;
        """;
}
