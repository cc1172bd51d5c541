using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>
/// Shows groepen with the number of active people in each: those of whom it is shown, or, when a year was asked for, all
/// who are in it.
/// </summary>
internal static class GroepLezer
{
    /// <summary>
    /// Whether a groep with alias g is shown when no year was asked for: it is of the year that the school shows, or of
    /// the one before and shown of somebody active.
    /// </summary>
    public const string IsShown = $"""
        (g.Schooljaar = {SchooljaarSql.Shown}
                OR (g.Schooljaar = {SchooljaarSql.Shown} - 1
                    AND (EXISTS (
                            SELECT 1
                            FROM Leerlingen_LeerlingGroep AS lg
                            INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = lg.SchoolId AND l.Id = lg.LeerlingId
                            WHERE lg.SchoolId = g.SchoolId AND lg.GroepId = g.Id AND l.Status = 0
                                AND {ShownSql.LeerlingStays})
                        OR EXISTS (
                            SELECT 1
                            FROM Leerlingen_DocentGroep AS dg
                            INNER JOIN Leerlingen_Docent AS l ON l.SchoolId = dg.SchoolId AND l.Id = dg.DocentId
                            WHERE dg.SchoolId = g.SchoolId AND dg.GroepId = g.Id AND l.Status = 0
                                AND {ShownSql.DocentStays}))))
        """;

    public const string Columns = $"""
        g.Id, g.Schooljaar, g.Vestiging, g.Soort, g.Naam, g.Leerjaar, g.Status,
            (SELECT COUNT(*)
                FROM Leerlingen_LeerlingGroep AS lg
                INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = lg.SchoolId AND l.Id = lg.LeerlingId
                WHERE lg.SchoolId = g.SchoolId AND lg.GroepId = g.Id AND l.Status = 0
                    AND (@Schooljaar IS NOT NULL OR ({ShownSql.LeerlingStays})))
                AS AantalLeerlingen,
            (SELECT COUNT(*)
                FROM Leerlingen_DocentGroep AS dg
                INNER JOIN Leerlingen_Docent AS l ON l.SchoolId = dg.SchoolId AND l.Id = dg.DocentId
                WHERE dg.SchoolId = g.SchoolId AND dg.GroepId = g.Id AND l.Status = 0
                    AND (@Schooljaar IS NOT NULL OR ({ShownSql.DocentStays})))
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
