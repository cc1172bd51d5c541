namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>
/// The statements of an import: one query reads all of a school, a handful write all that changes. Status 0 is active,
/// 1 archived; Soort 0 is stamgroep.
/// </summary>
internal static class SchoolstandSql
{
    public const string Load = """
        SELECT Versie
        FROM Leerlingen_Stand
        WHERE SchoolId = @SchoolId;
        SELECT Id, Vestiging, Sleutel, Soort, Naam, Leerjaar, Status
        FROM Leerlingen_Groep
        WHERE SchoolId = @SchoolId AND Schooljaar = @Schooljaar;
        SELECT lg.LeerlingId AS PersoonId, lg.GroepId
        FROM Leerlingen_LeerlingGroep AS lg
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = lg.SchoolId AND g.Id = lg.GroepId
        WHERE lg.SchoolId = @SchoolId AND g.Schooljaar = @Schooljaar;
        SELECT dg.DocentId AS PersoonId, dg.GroepId
        FROM Leerlingen_DocentGroep AS dg
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = dg.SchoolId AND g.Id = dg.GroepId
        WHERE dg.SchoolId = @SchoolId AND g.Schooljaar = @Schooljaar;
        SELECT Id, Status, Vestiging, EckId, UwlrKey, Stamnummer, IdGebr, Roepnaam, Voorvoegsel, Achternaam,
            Leerjaar, Opleidingscode, Opleiding, DoelgroepLeerjaar,
            CASE WHEN GroepenVergrendeldIn <> @Schooljaar THEN Vergrendeld & 4095 ELSE Vergrendeld END AS Vergrendeld,
            GearchiveerdDoor, GearchiveerdMoment, SamengevoegdMet, VastgezetTotEnMet, VastgezetReden, VastgezetDoor,
            VastgezetMoment, Instroom
        FROM Leerlingen_Leerling
        WHERE SchoolId = @SchoolId;
        SELECT Id, Status, Vestiging, EckId, UwlrKey, Roepnaam, Voorvoegsel, Achternaam, Email,
            CASE WHEN GroepenVergrendeldIn <> @Schooljaar THEN Vergrendeld & 4095 ELSE Vergrendeld END AS Vergrendeld,
            GearchiveerdDoor, GearchiveerdMoment, SamengevoegdMet, VastgezetTotEnMet, VastgezetReden, VastgezetDoor,
            VastgezetMoment, Instroom
        FROM Leerlingen_Docent
        WHERE SchoolId = @SchoolId;
        """;

    public const string StandVersie = """
        SELECT Versie
        FROM Leerlingen_Stand
        WHERE SchoolId = @SchoolId;
        """;

    public const string EnsureStand = """
        INSERT INTO Leerlingen_Stand (SchoolId, Versie)
        SELECT @SchoolId, 0
        WHERE NOT EXISTS (SELECT 1 FROM Leerlingen_Stand WHERE SchoolId = @SchoolId);
        """;

    /// <summary>
    /// Every plan that was made before is old. First of all in a transaction: whoever changes people of the school at
    /// the same moment waits here, and then sees what was changed.
    /// </summary>
    public const string ClaimStand = """
        UPDATE Leerlingen_Stand
        SET Versie = Versie + 1
        WHERE SchoolId = @SchoolId;
        """;

    /// <summary>Decides the race between two applies: one of them updates no row.</summary>
    public const string RaiseStand = """
        UPDATE Leerlingen_Stand
        SET Versie = Versie + 1
        WHERE SchoolId = @SchoolId AND Versie = @BasisVersie;
        """;

    public const string GroepIds = """
        SELECT Id, Vestiging, Sleutel
        FROM Leerlingen_Groep
        WHERE SchoolId = @SchoolId AND Schooljaar = @Schooljaar;
        """;

    public const string UpdateGroepen = """
        UPDATE Leerlingen_Groep
        SET Sleutel = s.Sleutel, Soort = s.Soort, Naam = s.Naam, Leerjaar = s.Leerjaar, Status = 0
        FROM Leerlingen_GroepStaging AS s
        WHERE s.SchoolId = @SchoolId AND s.Status = 0
            AND Leerlingen_Groep.SchoolId = s.SchoolId AND Leerlingen_Groep.Id = s.Id;
        """;

    /// <summary>
    /// A groep leaves once nobody active is in it, so that applying only some rows never hides a groep in use.
    /// </summary>
    public const string ArchiveGroepen = """
        UPDATE Leerlingen_Groep
        SET Status = 1
        WHERE SchoolId = @SchoolId
            AND Id IN (SELECT Id FROM Leerlingen_GroepStaging WHERE SchoolId = @SchoolId AND Status = 1)
            AND NOT EXISTS (
                SELECT 1
                FROM Leerlingen_LeerlingGroep AS lg
                INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = lg.SchoolId AND l.Id = lg.LeerlingId
                WHERE lg.SchoolId = Leerlingen_Groep.SchoolId AND lg.GroepId = Leerlingen_Groep.Id AND l.Status = 0)
            AND NOT EXISTS (
                SELECT 1
                FROM Leerlingen_DocentGroep AS dg
                INNER JOIN Leerlingen_Docent AS d ON d.SchoolId = dg.SchoolId AND d.Id = dg.DocentId
                WHERE dg.SchoolId = Leerlingen_Groep.SchoolId AND dg.GroepId = Leerlingen_Groep.Id AND d.Status = 0);
        """;

    /// <summary>
    /// Keys that change are given up first: one engine looks at unique keys after each row, and a key may go from one
    /// account to another, also to a new one.
    /// </summary>
    public const string ReleaseKeys = """
        UPDATE Leerlingen_Leerling
        SET EckId = CASE WHEN s.EckId = Leerlingen_Leerling.EckId THEN s.EckId END,
            UwlrKey = CASE WHEN s.UwlrKey = Leerlingen_Leerling.UwlrKey THEN s.UwlrKey END,
            StamnummerCanoniek =
                CASE WHEN s.StamnummerCanoniek = Leerlingen_Leerling.StamnummerCanoniek THEN s.StamnummerCanoniek END,
            IdGebr = CASE WHEN s.IdGebr = Leerlingen_Leerling.IdGebr THEN s.IdGebr END
        FROM Leerlingen_LeerlingStaging AS s
        WHERE s.SchoolId = @SchoolId
            AND Leerlingen_Leerling.SchoolId = s.SchoolId AND Leerlingen_Leerling.Id = s.Id
            AND (COALESCE(s.EckId, '') <> COALESCE(Leerlingen_Leerling.EckId, '')
                OR COALESCE(s.UwlrKey, '') <> COALESCE(Leerlingen_Leerling.UwlrKey, '')
                OR COALESCE(s.StamnummerCanoniek, '') <> COALESCE(Leerlingen_Leerling.StamnummerCanoniek, '')
                OR COALESCE(s.IdGebr, '') <> COALESCE(Leerlingen_Leerling.IdGebr, ''));
        """;

    public const string ReleaseDocentKeys = """
        UPDATE Leerlingen_Docent
        SET EckId = CASE WHEN s.EckId = Leerlingen_Docent.EckId THEN s.EckId END,
            UwlrKey = CASE WHEN s.UwlrKey = Leerlingen_Docent.UwlrKey THEN s.UwlrKey END
        FROM Leerlingen_DocentStaging AS s
        WHERE s.SchoolId = @SchoolId
            AND Leerlingen_Docent.SchoolId = s.SchoolId AND Leerlingen_Docent.Id = s.Id
            AND (COALESCE(s.EckId, '') <> COALESCE(Leerlingen_Docent.EckId, '')
                OR COALESCE(s.UwlrKey, '') <> COALESCE(Leerlingen_Docent.UwlrKey, ''));
        """;

    /// <summary>Who comes back, or is there before the school year in which they were to come, comes in this one.</summary>
    public const string UpdateLeerlingen = """
        UPDATE Leerlingen_Leerling
        SET Status = s.Status, Vestiging = s.Vestiging, EckId = s.EckId, UwlrKey = s.UwlrKey, Stamnummer = s.Stamnummer,
            StamnummerCanoniek = s.StamnummerCanoniek, IdGebr = s.IdGebr, Roepnaam = s.Roepnaam,
            Voorvoegsel = s.Voorvoegsel, Achternaam = s.Achternaam, Leerjaar = s.Leerjaar,
            Opleidingscode = s.Opleidingscode, Opleiding = s.Opleiding, DoelgroepLeerjaar = s.DoelgroepLeerjaar,
            GearchiveerdDoor = CASE WHEN s.Status = 1 THEN Leerlingen_Leerling.GearchiveerdDoor END,
            GearchiveerdMoment = CASE WHEN s.Status = 1 THEN Leerlingen_Leerling.GearchiveerdMoment END,
            Instroom = CASE
                WHEN s.Regel = 0 THEN Leerlingen_Leerling.Instroom
                WHEN Leerlingen_Leerling.Status = 1 AND s.Status = 0 THEN @Schooljaar
                WHEN Leerlingen_Leerling.Instroom > @Schooljaar THEN @Schooljaar
                ELSE Leerlingen_Leerling.Instroom END,
            Gewijzigd = @Moment, Versie = Leerlingen_Leerling.Versie + 1
        FROM Leerlingen_LeerlingStaging AS s
        WHERE s.SchoolId = @SchoolId
            AND Leerlingen_Leerling.SchoolId = s.SchoolId AND Leerlingen_Leerling.Id = s.Id;
        """;

    public const string UpdateDocenten = """
        UPDATE Leerlingen_Docent
        SET Status = s.Status, Vestiging = s.Vestiging, EckId = s.EckId, UwlrKey = s.UwlrKey, Roepnaam = s.Roepnaam,
            Voorvoegsel = s.Voorvoegsel, Achternaam = s.Achternaam, Email = s.Email,
            GearchiveerdDoor = CASE WHEN s.Status = 1 THEN Leerlingen_Docent.GearchiveerdDoor END,
            GearchiveerdMoment = CASE WHEN s.Status = 1 THEN Leerlingen_Docent.GearchiveerdMoment END,
            Instroom = CASE
                WHEN s.Regel = 0 THEN Leerlingen_Docent.Instroom
                WHEN Leerlingen_Docent.Status = 1 AND s.Status = 0 THEN @Schooljaar
                WHEN Leerlingen_Docent.Instroom > @Schooljaar THEN @Schooljaar
                ELSE Leerlingen_Docent.Instroom END,
            Gewijzigd = @Moment, Versie = Leerlingen_Docent.Versie + 1
        FROM Leerlingen_DocentStaging AS s
        WHERE s.SchoolId = @SchoolId
            AND Leerlingen_Docent.SchoolId = s.SchoolId AND Leerlingen_Docent.Id = s.Id;
        """;

    public const string LeaveGroepen = """
        DELETE FROM Leerlingen_LeerlingGroep
        WHERE SchoolId = @SchoolId
            AND LeerlingId IN (
                SELECT Id FROM Leerlingen_LeerlingStaging WHERE SchoolId = @SchoolId AND GroepenGewijzigd = 1)
            AND EXISTS (
                SELECT 1
                FROM Leerlingen_Groep AS g
                WHERE g.SchoolId = @SchoolId AND g.Id = Leerlingen_LeerlingGroep.GroepId AND g.Schooljaar = @Schooljaar);
        """;

    public const string LeaveDocentGroepen = """
        DELETE FROM Leerlingen_DocentGroep
        WHERE SchoolId = @SchoolId
            AND DocentId IN (
                SELECT Id FROM Leerlingen_DocentStaging WHERE SchoolId = @SchoolId AND GroepenGewijzigd = 1)
            AND EXISTS (
                SELECT 1
                FROM Leerlingen_Groep AS g
                WHERE g.SchoolId = @SchoolId AND g.Id = Leerlingen_DocentGroep.GroepId AND g.Schooljaar = @Schooljaar);
        """;

    public const string VoltooideVestigingen = """
        SELECT Vestiging
        FROM Leerlingen_Schooljaar
        WHERE SchoolId = @SchoolId AND Schooljaar = @Schooljaar;
        """;

    public const string ClearStaging = """
        DELETE FROM Leerlingen_LeerlingStaging WHERE SchoolId = @SchoolId;
        DELETE FROM Leerlingen_DocentStaging WHERE SchoolId = @SchoolId;
        DELETE FROM Leerlingen_GroepStaging WHERE SchoolId = @SchoolId;
        """;
}
