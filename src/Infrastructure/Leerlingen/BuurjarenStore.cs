using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>Soort 0 is stamgroep, 1 samengesteld.</summary>
internal sealed class BuurjarenStore(DbSession session) : IBuurjarenStore
{
    private const string Later = """
        SELECT lg.LeerlingId AS Id
        FROM Leerlingen_Groep AS g
        INNER JOIN Leerlingen_LeerlingGroep AS lg ON lg.SchoolId = g.SchoolId AND lg.GroepId = g.Id
        WHERE g.SchoolId = @SchoolId AND g.Schooljaar > @Schooljaar
        UNION
        SELECT dg.DocentId AS Id
        FROM Leerlingen_Groep AS g
        INNER JOIN Leerlingen_DocentGroep AS dg ON dg.SchoolId = g.SchoolId AND dg.GroepId = g.Id
        WHERE g.SchoolId = @SchoolId AND g.Schooljaar > @Schooljaar;
        """;

    private const string Achter = """
        SELECT DISTINCT g.Vestiging
        FROM Leerlingen_Groep AS g
        WHERE g.SchoolId = @SchoolId AND g.Schooljaar < @Schooljaar
            AND NOT EXISTS (
                SELECT 1
                FROM Leerlingen_Schooljaar AS j
                WHERE j.SchoolId = g.SchoolId AND j.Vestiging = g.Vestiging AND j.Schooljaar >= @Schooljaar);
        """;

    private const string Stamgroepen = """
        SELECT lg.LeerlingId AS Id, g.Vestiging, g.Sleutel, g.Naam, g.Leerjaar
        FROM Leerlingen_Groep AS g
        INNER JOIN Leerlingen_LeerlingGroep AS lg ON lg.SchoolId = g.SchoolId AND lg.GroepId = g.Id
        WHERE g.SchoolId = @SchoolId AND g.Schooljaar = @Vorig AND g.Soort = 0;
        """;

    private const string InGroepen = """
        SELECT lg.LeerlingId AS Id
        FROM Leerlingen_Groep AS g
        INNER JOIN Leerlingen_LeerlingGroep AS lg ON lg.SchoolId = g.SchoolId AND lg.GroepId = g.Id
        WHERE g.SchoolId = @SchoolId AND g.Schooljaar = @Vorig AND g.Soort = 1
        UNION
        SELECT dg.DocentId AS Id
        FROM Leerlingen_Groep AS g
        INNER JOIN Leerlingen_DocentGroep AS dg ON dg.SchoolId = g.SchoolId AND dg.GroepId = g.Id
        WHERE g.SchoolId = @SchoolId AND g.Schooljaar = @Vorig;
        """;

    public async Task<Buurjaren> LoadAsync(
        SchoolId schoolId, Schooljaar schooljaar, bool isVooruit, CancellationToken ct)
    {
        var parameters = new { SchoolId = schoolId, Schooljaar = schooljaar.Begin, Vorig = schooljaar.Begin - 1 };
        var later = await session.QueryAsync<IdRow>(Later, parameters, ct);
        var achter = await session.QueryAsync<string>(Achter, parameters, ct);
        var stamgroepen = isVooruit || achter.Count > 0
            ? await session.QueryAsync<KlasRow>(Stamgroepen, parameters, ct)
            : [];
        var inGroepen = !isVooruit && achter.Count > 0
            ? await session.QueryAsync<IdRow>(InGroepen, parameters, ct)
            : [];
        return new Buurjaren(
            stamgroepen.DistinctBy(k => k.Id).ToDictionary(k => k.Id, k => k.ToKlas()),
            later.Select(r => r.Id).ToHashSet())
        {
            Achter = achter.Select(Vestigingsnummer.Hydrate).ToHashSet(),
            InGroepen = inGroepen.Select(r => r.Id).ToHashSet(),
        };
    }

    private sealed class IdRow
    {
        public required AccountId Id { get; init; }
    }

    private sealed class KlasRow
    {
        public required AccountId Id { get; init; }

        public required string Vestiging { get; init; }

        public required string Sleutel { get; init; }

        public required string Naam { get; init; }

        public int? Leerjaar { get; init; }

        public GroepGegevens ToKlas() => new(
            new Groepsleutel(Vestigingsnummer.Hydrate(Vestiging), Sleutel), Groepsoort.Stamgroep, Naam, Leerjaar);
    }
}
