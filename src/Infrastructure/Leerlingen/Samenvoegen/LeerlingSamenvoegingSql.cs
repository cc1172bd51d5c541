namespace Kurve.Numo.Infrastructure.Leerlingen.Samenvoegen;

/// <summary>The statements that merge two leerlingen, and undo that. Erbij 1 is a groep that the account that stays got.</summary>
internal static class LeerlingSamenvoegingSql
{
    /// <summary>Before the accounts change.</summary>
    public const string Save = """
        INSERT INTO Leerlingen_LeerlingSamenvoeging (SchoolId, VervaltId, Id, VersieVoor, VersieNa, Status, Vestiging,
            EckId, UwlrKey, Stamnummer, StamnummerCanoniek, IdGebr, Roepnaam, Voorvoegsel, Achternaam, Leerjaar,
            Opleidingscode, Opleiding, DoelgroepLeerjaar, Vergrendeld, GroepenVergrendeldIn, GearchiveerdDoor,
            GearchiveerdMoment, Instroom)
        SELECT p.SchoolId, @VervaltId, p.Id, p.Versie, p.Versie + 1, p.Status, p.Vestiging, p.EckId, p.UwlrKey,
            p.Stamnummer, p.StamnummerCanoniek, p.IdGebr, p.Roepnaam, p.Voorvoegsel, p.Achternaam, p.Leerjaar,
            p.Opleidingscode, p.Opleiding, p.DoelgroepLeerjaar, p.Vergrendeld, p.GroepenVergrendeldIn,
            p.GearchiveerdDoor, p.GearchiveerdMoment, p.Instroom
        FROM Leerlingen_Leerling AS p
        WHERE p.SchoolId = @SchoolId AND p.Id IN @Ids;
        """;

    /// <summary>
    /// Who is there stays there, also when the one that stays was to come later: of those that are active, the earlier school year
    /// counts. No year is before any.
    /// </summary>
    public const string KeepEarliest = """
        UPDATE Leerlingen_Leerling
        SET Instroom = (
            SELECT CASE WHEN COUNT(*) > COUNT(o.Instroom) THEN NULL ELSE MIN(o.Instroom) END
            FROM Leerlingen_Leerling AS o
            WHERE o.SchoolId = @SchoolId AND (o.Id = @BlijftId OR (o.Id = @VervaltId AND o.Status = 0)))
        WHERE SchoolId = @SchoolId AND Id = @BlijftId;
        """;

    public const string Update = """
        UPDATE Leerlingen_Leerling
        SET Status = @Status, Vestiging = @Vestiging, EckId = @EckId, UwlrKey = @UwlrKey, Stamnummer = @Stamnummer,
            StamnummerCanoniek = @StamnummerCanoniek, IdGebr = @IdGebr, Roepnaam = @Roepnaam,
            Voorvoegsel = @Voorvoegsel, Achternaam = @Achternaam, Leerjaar = @Leerjaar,
            Opleidingscode = @Opleidingscode, Opleiding = @Opleiding, DoelgroepLeerjaar = @DoelgroepLeerjaar,
            Vergrendeld = Vergrendeld | @Vergrendeld, GearchiveerdDoor = @GearchiveerdDoor,
            GearchiveerdMoment = @GearchiveerdMoment, SamengevoegdMet = @SamengevoegdMet, Gewijzigd = @Moment,
            Versie = Versie + 1
        WHERE SchoolId = @SchoolId AND Id = @Id AND Versie = @Versie;
        """;

    public const string Leden = """
        SELECT lg.LeerlingId AS Persoon, lg.GroepId AS Groep, g.Schooljaar, g.Soort, g.Naam
        FROM Leerlingen_LeerlingGroep AS lg
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = lg.SchoolId AND g.Id = lg.GroepId
        WHERE lg.SchoolId = @SchoolId AND lg.LeerlingId IN @Ids
        ORDER BY g.Schooljaar, g.Naam, lg.GroepId;
        """;

    /// <summary>Puts somebody in groepen, or back in them.</summary>
    public const string Join = """
        INSERT INTO Leerlingen_LeerlingGroep (SchoolId, LeerlingId, GroepId)
        SELECT m.SchoolId, @BlijftId, m.GroepId
        FROM Leerlingen_LidSamenvoeging AS m
        WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId AND m.Erbij = @Erbij;
        """;

    public const string Leave = """
        DELETE FROM Leerlingen_LeerlingGroep
        WHERE SchoolId = @SchoolId AND LeerlingId = @BlijftId AND GroepId IN (
            SELECT GroepId
            FROM Leerlingen_LidSamenvoeging
            WHERE SchoolId = @SchoolId AND VervaltId = @VervaltId AND Erbij = @Erbij);
        """;

    public const string Load = """
        SELECT m.Id, m.VersieNa, p.Versie AS VersieNu, m.Status
        FROM Leerlingen_LeerlingSamenvoeging AS m
        INNER JOIN Leerlingen_Leerling AS p ON p.SchoolId = m.SchoolId AND p.Id = m.Id
        WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId
        ORDER BY m.Id;
        """;

    /// <summary>A key goes back to the account that it came from, and is unique after each row.</summary>
    public const string DropSleutels = """
        UPDATE Leerlingen_Leerling
        SET EckId = NULL, UwlrKey = NULL, StamnummerCanoniek = NULL, IdGebr = NULL
        FROM Leerlingen_LeerlingSamenvoeging AS m
        WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId
            AND Leerlingen_Leerling.SchoolId = m.SchoolId AND Leerlingen_Leerling.Id = m.Id;
        """;

    public const string Restore = """
        UPDATE Leerlingen_Leerling
        SET Status = m.Status, Vestiging = m.Vestiging, EckId = m.EckId, UwlrKey = m.UwlrKey,
            Stamnummer = m.Stamnummer, StamnummerCanoniek = m.StamnummerCanoniek, IdGebr = m.IdGebr,
            Roepnaam = m.Roepnaam, Voorvoegsel = m.Voorvoegsel, Achternaam = m.Achternaam, Leerjaar = m.Leerjaar,
            Opleidingscode = m.Opleidingscode, Opleiding = m.Opleiding, DoelgroepLeerjaar = m.DoelgroepLeerjaar,
            Vergrendeld = m.Vergrendeld, GroepenVergrendeldIn = m.GroepenVergrendeldIn,
            GearchiveerdDoor = m.GearchiveerdDoor, GearchiveerdMoment = m.GearchiveerdMoment, Instroom = m.Instroom, SamengevoegdMet = NULL,
            Gewijzigd = @Moment, Versie = Leerlingen_Leerling.Versie + 1
        FROM Leerlingen_LeerlingSamenvoeging AS m
        WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId
            AND Leerlingen_Leerling.SchoolId = m.SchoolId AND Leerlingen_Leerling.Id = m.Id;
        """;

    /// <summary>To the run before, an account that is again what it was has not changed; so that run can be undone.</summary>
    public const string ReconnectRuns = """
        UPDATE Leerlingen_LeerlingHerstel
        SET VersieNa = (
            SELECT m.VersieNa + 1
            FROM Leerlingen_LeerlingSamenvoeging AS m
            WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId AND m.Id = Leerlingen_LeerlingHerstel.Id)
        WHERE SchoolId = @SchoolId AND EXISTS (
            SELECT 1
            FROM Leerlingen_LeerlingSamenvoeging AS m
            WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId
                AND m.Id = Leerlingen_LeerlingHerstel.Id AND m.VersieVoor = Leerlingen_LeerlingHerstel.VersieNa);
        """;

    /// <summary>The same, to the merge before.</summary>
    public const string ReconnectSamenvoegingen = """
        UPDATE Leerlingen_LeerlingSamenvoeging
        SET VersieNa = (
            SELECT m.VersieNa + 1
            FROM Leerlingen_LeerlingSamenvoeging AS m
            WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId AND m.Id = Leerlingen_LeerlingSamenvoeging.Id)
        WHERE SchoolId = @SchoolId AND VervaltId <> @VervaltId AND EXISTS (
            SELECT 1
            FROM Leerlingen_LeerlingSamenvoeging AS m
            WHERE m.SchoolId = @SchoolId AND m.VervaltId = @VervaltId
                AND m.Id = Leerlingen_LeerlingSamenvoeging.Id AND m.VersieVoor = Leerlingen_LeerlingSamenvoeging.VersieNa);
        """;

    /// <summary>The same, to the merge before a run that is undone.</summary>
    public const string ReconnectAfterRun = """
        UPDATE Leerlingen_LeerlingSamenvoeging
        SET VersieNa = (
            SELECT h.VersieNa + 1
            FROM Leerlingen_LeerlingHerstel AS h
            WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId AND h.Id = Leerlingen_LeerlingSamenvoeging.Id)
        WHERE SchoolId = @SchoolId AND EXISTS (
            SELECT 1
            FROM Leerlingen_LeerlingHerstel AS h
            WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId AND h.Nieuw = 0
                AND h.Id = Leerlingen_LeerlingSamenvoeging.Id AND h.VersieVoor = Leerlingen_LeerlingSamenvoeging.VersieNa
                AND NOT EXISTS (
                    SELECT 1
                    FROM Leerlingen_NietHersteld AS n
                    WHERE n.SchoolId = h.SchoolId AND n.RunId = h.RunId AND n.Soort = 1 AND n.Id = h.Id));
        """;
}
