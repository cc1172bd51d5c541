using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>Shows groepen with the number of active people in each.</summary>
internal static class GroepLezer
{
    public const string Columns = """
        g.Id, g.Schooljaar, g.Vestiging, g.Soort, g.Naam, g.Leerjaar, g.Status,
            (SELECT COUNT(*)
                FROM Leerlingen_LeerlingGroep AS lg
                INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = lg.SchoolId AND l.Id = lg.LeerlingId
                WHERE lg.SchoolId = g.SchoolId AND lg.GroepId = g.Id AND l.Status = 0) AS AantalLeerlingen,
            (SELECT COUNT(*)
                FROM Leerlingen_DocentGroep AS dg
                INNER JOIN Leerlingen_Docent AS d ON d.SchoolId = dg.SchoolId AND d.Id = dg.DocentId
                WHERE dg.SchoolId = g.SchoolId AND dg.GroepId = g.Id AND d.Status = 0) AS AantalDocenten
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
