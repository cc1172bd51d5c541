namespace Kurve.Numo.Infrastructure.Leerlingen.Samenvoegen;

/// <summary>The statements that merge two docenten, and undo that. Erbij 1 is a groep that the account that stays got.</summary>
internal static class DocentSamenvoegingSql
{
    /// <summary>Before the accounts change.</summary>
    public const string Save = """
        INSERT INTO Leerlingen_DocentSamenvoeging (SchoolId, VervaltId, Id, VersieVoor, VersieNa, Status, Vestiging,
            EckId, UwlrKey, Roepnaam, Voorvoegsel, Achternaam, Email, Vergrendeld, GroepenVergrendeldIn,
            GearchiveerdDoor, GearchiveerdMoment, Instroom)
        SELECT p.SchoolId, @VervaltId, p.Id, p.Versie, p.Versie + 1, p.Status, p.Vestiging, p.EckId, p.UwlrKey,
            p.Roepnaam, p.Voorvoegsel, p.Achternaam, p.Email, p.Vergrendeld, p.GroepenVergrendeldIn,
            p.GearchiveerdDoor, p.GearchiveerdMoment, p.Instroom
        FROM Leerlingen_Docent AS p
        WHERE p.SchoolId = @SchoolId AND p.Id IN @Ids;
        """;

    /// <summary>
    /// Who is there stays there, also when the one that stays was to come later: of those that are active, the earlier school year
    /// counts. No year is before any.
    /// </summary>
    public const string KeepEarliest = """
        UPDATE Leerlingen_Docent
        SET Instroom = (
            SELECT CASE WHEN COUNT(*) > COUNT(o.Instroom) THEN NULL ELSE MIN(o.Instroom) END
            FROM Leerlingen_Docent AS o
            WHERE o.SchoolId = @SchoolId AND (o.Id = @BlijftId OR (o.Id = @VervaltId AND o.Status = 0)))
        WHERE SchoolId = @SchoolId AND Id = @BlijftId;
        """;

    public const string Update = """
        UPDATE Leerlingen_Docent
        SET Status = @Status, Vestiging = @Vestiging, EckId = @EckId, UwlrKey = @UwlrKey, Roepnaam = @Roepnaam,
            Voorvoegsel = @Voorvoegsel, Achternaam = @Achternaam, Email = @Email,
            Vergrendeld = Vergrendeld | @Vergrendeld, GearchiveerdDoor = @GearchiveerdDoor,
            GearchiveerdMoment = @GearchiveerdMoment, SamengevoegdMet = @SamengevoegdMet, Gewijzigd = @Moment,
            Versie = Versie + 1
        WHERE SchoolId = @SchoolId AND Id = @Id AND Versie = @Versie;
        """;

    public const string Leden = """
        SELECT lg.DocentId AS Persoon, lg.GroepId AS Groep, g.Schooljaar, g.Soort, g.Naam
        FROM Leerlingen_DocentGroep AS lg
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = lg.SchoolId AND g.Id = lg.GroepId
        WHERE lg.SchoolId = @SchoolId AND lg.DocentId IN @Ids
        ORDER BY g.Schooljaar, g.Naam, lg.GroepId;
        """;

    /// <summary>Puts somebody in groepen, or back in them.</summary>
    public const string Join = """
        INSERT INTO Leerlingen_DocentGroep (SchoolId, DocentId, GroepId)
        SELECT m.SchoolId, @BlijftId, m.GroepId
        FROM Leerlingen_LidSamenvoeging AS m
        WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId AND m.Erbij = @Erbij;
        """;

    public const string Leave = """
        DELETE FROM Leerlingen_DocentGroep
        WHERE SchoolId = @SchoolId AND DocentId = @BlijftId AND GroepId IN (
            SELECT GroepId
            FROM Leerlingen_LidSamenvoeging
            WHERE SchoolId = @SchoolId AND VervaltId = @VervaltId AND Erbij = @Erbij);
        """;

    public const string Load = """
        SELECT m.Id, m.VersieNa, p.Versie AS VersieNu, m.Status, m.Email
        FROM Leerlingen_DocentSamenvoeging AS m
        INNER JOIN Leerlingen_Docent AS p ON p.SchoolId = m.SchoolId AND p.Id = m.Id
        WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId
        ORDER BY m.Id;
        """;

    /// <summary>A key goes back to the account that it came from, and is unique after each row.</summary>
    public const string DropSleutels = """
        UPDATE Leerlingen_Docent
        SET EckId = NULL, UwlrKey = NULL
        FROM Leerlingen_DocentSamenvoeging AS m
        WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId
            AND Leerlingen_Docent.SchoolId = m.SchoolId AND Leerlingen_Docent.Id = m.Id;
        """;

    public const string Restore = """
        UPDATE Leerlingen_Docent
        SET Status = m.Status, Vestiging = m.Vestiging, EckId = m.EckId, UwlrKey = m.UwlrKey, Roepnaam = m.Roepnaam,
            Voorvoegsel = m.Voorvoegsel, Achternaam = m.Achternaam, Email = m.Email, Vergrendeld = m.Vergrendeld,
            GroepenVergrendeldIn = m.GroepenVergrendeldIn, GearchiveerdDoor = m.GearchiveerdDoor,
            GearchiveerdMoment = m.GearchiveerdMoment, Instroom = m.Instroom, SamengevoegdMet = NULL, Gewijzigd = @Moment,
            Versie = Leerlingen_Docent.Versie + 1
        FROM Leerlingen_DocentSamenvoeging AS m
        WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId
            AND Leerlingen_Docent.SchoolId = m.SchoolId AND Leerlingen_Docent.Id = m.Id;
        """;

    /// <summary>To the run before, an account that is again what it was has not changed; so that run can be undone.</summary>
    public const string ReconnectRuns = """
        UPDATE Leerlingen_DocentHerstel
        SET VersieNa = (
            SELECT m.VersieNa + 1
            FROM Leerlingen_DocentSamenvoeging AS m
            WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId AND m.Id = Leerlingen_DocentHerstel.Id)
        WHERE SchoolId = @SchoolId AND EXISTS (
            SELECT 1
            FROM Leerlingen_DocentSamenvoeging AS m
            WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId
                AND m.Id = Leerlingen_DocentHerstel.Id AND m.VersieVoor = Leerlingen_DocentHerstel.VersieNa);
        """;

    /// <summary>The same, to the merge before.</summary>
    public const string ReconnectSamenvoegingen = """
        UPDATE Leerlingen_DocentSamenvoeging
        SET VersieNa = (
            SELECT m.VersieNa + 1
            FROM Leerlingen_DocentSamenvoeging AS m
            WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId AND m.Id = Leerlingen_DocentSamenvoeging.Id)
        WHERE SchoolId = @SchoolId AND VervaltId <> @VervaltId AND EXISTS (
            SELECT 1
            FROM Leerlingen_DocentSamenvoeging AS m
            WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId
                AND m.Id = Leerlingen_DocentSamenvoeging.Id AND m.VersieVoor = Leerlingen_DocentSamenvoeging.VersieNa);
        """;

    /// <summary>The same, to the merge before a run that is undone.</summary>
    public const string ReconnectAfterRun = """
        UPDATE Leerlingen_DocentSamenvoeging
        SET VersieNa = (
            SELECT h.VersieNa + 1
            FROM Leerlingen_DocentHerstel AS h
            WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId AND h.Id = Leerlingen_DocentSamenvoeging.Id)
        WHERE SchoolId = @SchoolId AND EXISTS (
            SELECT 1
            FROM Leerlingen_DocentHerstel AS h
            WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId AND h.Nieuw = 0
                AND h.Id = Leerlingen_DocentSamenvoeging.Id AND h.VersieVoor = Leerlingen_DocentSamenvoeging.VersieNa
                AND NOT EXISTS (
                    SELECT 1
                    FROM Leerlingen_NietHersteld AS n
                    WHERE n.SchoolId = h.SchoolId AND n.RunId = h.RunId AND n.Soort = 2 AND n.Id = h.Id));
        """;
}
