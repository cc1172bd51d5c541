namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>
/// The statements that change one person by hand. Flags below 4096 are locks that hold in every school year; those above
/// lock groepen.
/// </summary>
internal static class PersonenSql
{
    /// <summary>The locks of the leerling with alias l that hold in the school year that is shown of that leerling.</summary>
    public const string VergrendeldVanLeerling = $"""
        CASE
                WHEN l.GroepenVergrendeldIn IS NULL THEN l.Vergrendeld
                WHEN l.GroepenVergrendeldIn <> {ShownSql.YearOfLeerling}
                THEN l.Vergrendeld & 4095
                ELSE l.Vergrendeld
            END AS Vergrendeld
        """;

    /// <summary>As <see cref="VergrendeldVanLeerling"/>, of the docent with alias l.</summary>
    public const string VergrendeldVanDocent = $"""
        CASE
                WHEN l.GroepenVergrendeldIn IS NULL THEN l.Vergrendeld
                WHEN l.GroepenVergrendeldIn <> {ShownSql.YearOfDocent}
                THEN l.Vergrendeld & 4095
                ELSE l.Vergrendeld
            END AS Vergrendeld
        """;

    /// <summary>The pin of a person of the table with alias l, as <see cref="IVastgezetRow"/> has it.</summary>
    public const string Vastgezet = "l.VastgezetTotEnMet, l.VastgezetReden, l.VastgezetDoor, l.VastgezetMoment";

    public const string FindDocent = $"""
        SELECT {DocentLezer.Columns}
        FROM Leerlingen_Docent AS l
        WHERE l.SchoolId = @SchoolId AND l.Id = @Id;
        """;

    public const string ListOtherEmails = """
        SELECT Email
        FROM Leerlingen_Docent
        WHERE SchoolId = @SchoolId AND Status = 0 AND Email IS NOT NULL AND Id <> @Id;
        """;

    public const string ListEmails = """
        SELECT Email
        FROM Leerlingen_Docent
        WHERE SchoolId = @SchoolId AND Status = 0 AND Email IS NOT NULL;
        """;

    public const string UpdateLeerling = $"""
        UPDATE Leerlingen_Leerling
        SET Status = @Status, Vestiging = @Vestiging, Stamnummer = @Stamnummer,
            StamnummerCanoniek = @StamnummerCanoniek, Roepnaam = @Roepnaam, Voorvoegsel = @Voorvoegsel,
            Achternaam = @Achternaam, Leerjaar = @Leerjaar, Opleidingscode = @Opleidingscode, Opleiding = @Opleiding,
            DoelgroepLeerjaar = @DoelgroepLeerjaar, Vergrendeld = @Vergrendeld,
            GroepenVergrendeldIn = CASE
                WHEN @Vergrendeld >= 4096
                THEN (
                    SELECT {ShownSql.YearOfLeerling}
                    FROM Leerlingen_Leerling AS l
                    WHERE l.SchoolId = @SchoolId AND l.Id = @Id)
            END,
            GearchiveerdDoor = @GearchiveerdDoor, GearchiveerdMoment = @GearchiveerdMoment,
            VastgezetTotEnMet = @VastgezetTotEnMet, VastgezetReden = @VastgezetReden, VastgezetDoor = @VastgezetDoor,
            VastgezetMoment = @VastgezetMoment,
            Gewijzigd = @Moment, Versie = Versie + 1
        WHERE SchoolId = @SchoolId AND Id = @Id AND Versie = @Versie;
        """;

    public const string UpdateDocent = $"""
        UPDATE Leerlingen_Docent
        SET Status = @Status, Vestiging = @Vestiging, Roepnaam = @Roepnaam, Voorvoegsel = @Voorvoegsel,
            Achternaam = @Achternaam, Email = @Email, Vergrendeld = @Vergrendeld,
            GroepenVergrendeldIn = CASE
                WHEN @Vergrendeld >= 4096
                THEN (
                    SELECT {ShownSql.YearOfDocent}
                    FROM Leerlingen_Docent AS l
                    WHERE l.SchoolId = @SchoolId AND l.Id = @Id)
            END,
            GearchiveerdDoor = @GearchiveerdDoor, GearchiveerdMoment = @GearchiveerdMoment,
            VastgezetTotEnMet = @VastgezetTotEnMet, VastgezetReden = @VastgezetReden, VastgezetDoor = @VastgezetDoor,
            VastgezetMoment = @VastgezetMoment,
            Gewijzigd = @Moment, Versie = Versie + 1
        WHERE SchoolId = @SchoolId AND Id = @Id AND Versie = @Versie;
        """;
}
