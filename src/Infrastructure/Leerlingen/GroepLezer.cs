using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>
/// Shows groepen with the number of active people in each. Of a year before that which the school shows, those who are in
/// a groep of the shown year do not count, unless that year was asked for.
/// </summary>
internal static class GroepLezer
{
    /// <summary>
    /// Whether a groep with alias g is shown when no year was asked for: it is of the year that the school shows, or of
    /// the one before while somebody active has no other and the year was not imported as a whole.
    /// </summary>
    public const string IsShown = $"""
        (g.Schooljaar = {SchooljaarSql.Shown}
                OR (g.Schooljaar = {SchooljaarSql.Shown} - 1
                    AND NOT EXISTS (
                        SELECT 1
                        FROM Leerlingen_Schooljaar AS j
                        WHERE j.SchoolId = g.SchoolId AND j.Vestiging = g.Vestiging AND j.Schooljaar > g.Schooljaar
                            AND j.Schooljaar <= @Huidig)
                    AND (EXISTS (
                            SELECT 1
                            FROM Leerlingen_LeerlingGroep AS lg
                            INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = lg.SchoolId AND l.Id = lg.LeerlingId
                            WHERE lg.SchoolId = g.SchoolId AND lg.GroepId = g.Id AND l.Status = 0 AND {StaysBehind})
                        OR EXISTS (
                            SELECT 1
                            FROM Leerlingen_DocentGroep AS dg
                            INNER JOIN Leerlingen_Docent AS d ON d.SchoolId = dg.SchoolId AND d.Id = dg.DocentId
                            WHERE dg.SchoolId = g.SchoolId AND dg.GroepId = g.Id AND d.Status = 0
                                AND {DocentStaysBehind}))))
        """;

    // In no groep of a later year that has begun.
    private const string StaysBehind = """
        NOT EXISTS (
                            SELECT 1
                            FROM Leerlingen_LeerlingGroep AS m
                            INNER JOIN Leerlingen_Groep AS n ON n.SchoolId = m.SchoolId AND n.Id = m.GroepId
                            WHERE m.SchoolId = lg.SchoolId AND m.LeerlingId = lg.LeerlingId
                                AND n.Schooljaar > g.Schooljaar AND n.Schooljaar <= @Huidig)
        """;

    private const string DocentStaysBehind = """
        NOT EXISTS (
                            SELECT 1
                            FROM Leerlingen_DocentGroep AS m
                            INNER JOIN Leerlingen_Groep AS n ON n.SchoolId = m.SchoolId AND n.Id = m.GroepId
                            WHERE m.SchoolId = dg.SchoolId AND m.DocentId = dg.DocentId
                                AND n.Schooljaar > g.Schooljaar AND n.Schooljaar <= @Huidig)
        """;

    public const string Columns = $"""
        g.Id, g.Schooljaar, g.Vestiging, g.Soort, g.Naam, g.Leerjaar, g.Status,
            (SELECT COUNT(*)
                FROM Leerlingen_LeerlingGroep AS lg
                INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = lg.SchoolId AND l.Id = lg.LeerlingId
                WHERE lg.SchoolId = g.SchoolId AND lg.GroepId = g.Id AND l.Status = 0
                    AND (@Schooljaar IS NOT NULL OR g.Schooljaar = {SchooljaarSql.Shown} OR {StaysBehind}))
                AS AantalLeerlingen,
            (SELECT COUNT(*)
                FROM Leerlingen_DocentGroep AS dg
                INNER JOIN Leerlingen_Docent AS d ON d.SchoolId = dg.SchoolId AND d.Id = dg.DocentId
                WHERE dg.SchoolId = g.SchoolId AND dg.GroepId = g.Id AND d.Status = 0
                    AND (@Schooljaar IS NOT NULL OR g.Schooljaar = {SchooljaarSql.Shown} OR {DocentStaysBehind}))
                AS AantalDocenten
        """;
}

internal sealed class GroepRow
{
    public required GroepId Id { get; init; }

    public required int Schooljaar { get; init; }

    public required string Vestiging { get; init; }

    public required Groepsoort Soort { get; init; }

    public required string Naam { get; init; }

    public int? Leerjaar { get; init; }

    public required Accountstatus Status { get; init; }

    public required int AantalLeerlingen { get; init; }

    public required int AantalDocenten { get; init; }

    public GroepView ToView() =>
        new(Id.Value, Schooljaar, Vestiging, Soort, Naam, Leerjaar, Status, AantalLeerlingen, AantalDocenten);
}
