namespace Kurve.Numo.Infrastructure.Leerplannen;

/// <summary>
/// What is read of leerplannen. Soort 1 is for a doelgroep, 2 for a groep, 3 for a leerling; Status 0 is active.
/// </summary>
internal static class LeerplanSql
{
    public const string LeerlingenById = """
        SELECT l.Id, l.Status, l.Opleiding, l.DoelgroepLeerjaar AS Leerjaar, l.Instroom
        FROM Leerlingen_Leerling AS l
        WHERE l.SchoolId = @SchoolId AND l.Id IN @Ids;
        """;

    public const string LeerlingenOfDoelgroep = """
        SELECT l.Id, l.Status, l.Opleiding, l.DoelgroepLeerjaar AS Leerjaar
        FROM Leerlingen_Leerling AS l
        WHERE l.SchoolId = @SchoolId AND l.Opleiding = @Opleiding AND l.DoelgroepLeerjaar = @Leerjaar AND l.Status = 0;
        """;

    public const string LeerlingenOfGroep = """
        SELECT l.Id, l.Status, l.Opleiding, l.DoelgroepLeerjaar AS Leerjaar
        FROM Leerlingen_LeerlingGroep AS lg
        INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = lg.SchoolId AND l.Id = lg.LeerlingId
        WHERE lg.SchoolId = @SchoolId AND lg.GroepId = @GroepId AND l.Status = 0;
        """;

    /// <summary>Which leerplannen matter to pupils, who those leerplannen are, and what they say.</summary>
    public const string LagenOfLeerlingen = $"""
        SELECT LeerlingId, LeerplanId
        FROM Leerplannen_Laag
        WHERE SchoolId = @SchoolId AND Schooljaar = @Schooljaar AND LeerlingId IN @Ids;
        SELECT {Kop}
        FROM Leerplannen_Leerplan AS p
        LEFT JOIN Leerlingen_Groep AS g ON g.SchoolId = p.SchoolId AND g.Id = p.GroepId
        WHERE p.SchoolId = @SchoolId AND p.Id IN (
            SELECT LeerplanId
            FROM Leerplannen_Laag
            WHERE SchoolId = @SchoolId AND Schooljaar = @Schooljaar AND LeerlingId IN @Ids);
        SELECT LeerplanId, Vaardigheid, Actief
        FROM Leerplannen_Keuze
        WHERE SchoolId = @SchoolId AND LeerplanId IN (
            SELECT LeerplanId
            FROM Leerplannen_Laag
            WHERE SchoolId = @SchoolId AND Schooljaar = @Schooljaar AND LeerlingId IN @Ids);
        SELECT LeerplanId, Vak, Niveau
        FROM Leerplannen_Streefniveau
        WHERE SchoolId = @SchoolId AND LeerplanId IN (
            SELECT LeerplanId
            FROM Leerplannen_Laag
            WHERE SchoolId = @SchoolId AND Schooljaar = @Schooljaar AND LeerlingId IN @Ids);
        """;

    /// <summary>Who leerplannen are, and what they say.</summary>
    public const string Leerplannen = $"""
        SELECT {Kop}
        FROM Leerplannen_Leerplan AS p
        LEFT JOIN Leerlingen_Groep AS g ON g.SchoolId = p.SchoolId AND g.Id = p.GroepId
        WHERE p.SchoolId = @SchoolId AND p.Id IN @Ids;
        SELECT LeerplanId, Vaardigheid, Actief
        FROM Leerplannen_Keuze
        WHERE SchoolId = @SchoolId AND LeerplanId IN @Ids;
        SELECT LeerplanId, Vak, Niveau
        FROM Leerplannen_Streefniveau
        WHERE SchoolId = @SchoolId AND LeerplanId IN @Ids;
        """;

    public const string FindOfDoelgroep = """
        SELECT Id
        FROM Leerplannen_Leerplan
        WHERE SchoolId = @SchoolId AND Schooljaar = @Schooljaar AND Opleiding = @Opleiding AND Leerjaar = @Leerjaar;
        """;

    public const string FindOfGroep = """
        SELECT Id
        FROM Leerplannen_Leerplan
        WHERE SchoolId = @SchoolId AND GroepId = @GroepId;
        """;

    public const string FindOfLeerling = """
        SELECT Id
        FROM Leerplannen_Leerplan
        WHERE SchoolId = @SchoolId AND Schooljaar = @Schooljaar AND LeerlingId = @LeerlingId;
        """;

    public const string FindDoelgroepen = """
        SELECT Id
        FROM Leerplannen_Leerplan
        WHERE SchoolId = @SchoolId AND Schooljaar = @Schooljaar AND Soort = 1;
        """;

    private const string Kop = """
        p.Id, p.Soort, p.Schooljaar, p.Opleiding, p.Leerjaar, p.GroepId, p.LeerlingId, p.Versie,
            g.Naam AS Groepsnaam, g.Soort AS Groepsoort
        """;
}
