namespace Kurve.Numo.Infrastructure.Leerlingen.Datakwaliteit;

/// <summary>
/// When something is wrong, in the words of SQL: the same for the number and for the list behind it. Of an active leerling
/// <c>l</c>, docent <c>d</c>, or groep <c>g</c> of the school year <c>@Schooljaar</c>.
/// </summary>
internal static class Kwaliteitsvoorwaarden
{
    public const string LeerlingZonderEckId = "l.EckId IS NULL";

    public const string LeerlingZonderDoelgroep = "l.Opleiding IS NULL";

    /// <summary>In the year <c>@Gevraagd</c>; without that, in the one that is shown of the leerling.</summary>
    public const string LeerlingZonderStamgroep = $"""
        NOT EXISTS (
            SELECT 1
            FROM Leerlingen_LeerlingGroep AS lg
            INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = lg.SchoolId AND g.Id = lg.GroepId
            WHERE lg.SchoolId = l.SchoolId AND lg.LeerlingId = l.Id AND g.Soort = 0 AND g.Status = 0
                AND (g.Schooljaar = @Gevraagd OR (@Gevraagd IS NULL AND {ShownSql.OfLeerling})))
        """;

    public const string DocentZonderEmail = "l.Email IS NULL";

    /// <summary>Of a leerling or docent <c>l</c>.</summary>
    public const string ZonderAchternaam = "l.Achternaam IS NULL";

    /// <summary>Of a leerling or docent <c>l</c>: the pin is over, or ends by the day <c>@Eind</c>.</summary>
    public const string VastzettingEindigt = "l.VastgezetTotEnMet <= @Eind";

    public const string GroepZonderLeerling = """
        NOT EXISTS (
            SELECT 1
            FROM Leerlingen_LeerlingGroep AS zl
            INNER JOIN Leerlingen_Leerling AS p ON p.SchoolId = zl.SchoolId AND p.Id = zl.LeerlingId
            WHERE zl.SchoolId = g.SchoolId AND zl.GroepId = g.Id AND p.Status = 0)
        """;

    public const string GroepZonderDocent = """
        NOT EXISTS (
            SELECT 1
            FROM Leerlingen_DocentGroep AS zd
            INNER JOIN Leerlingen_Docent AS p ON p.SchoolId = zd.SchoolId AND p.Id = zd.DocentId
            WHERE zd.SchoolId = g.SchoolId AND zd.GroepId = g.Id AND p.Status = 0)
        """;
}
