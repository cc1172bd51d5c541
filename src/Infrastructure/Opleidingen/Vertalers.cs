using Dapper;
using Kurve.Numo.Application.Opleidingen.Contract;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Opleidingen;

internal sealed class Vertalers(DbSession session, Opleidingscatalogus catalogus, SharedVertalingen shared) : IVertalers
{
    private const string Load = """
        SELECT s.Sector, COALESCE(i.Locatiecijfer, 0) AS Locatiecijfer
        FROM Scholen_School AS s
        LEFT JOIN Opleidingen_Instelling AS i ON i.SchoolId = s.Id
        WHERE s.Id = @SchoolId;

        SELECT Code, Schrijfwijze, Opleiding
        FROM Opleidingen_Vertaling
        WHERE SchoolId = @SchoolId AND Vanaf <= @Schooljaar AND (Tot IS NULL OR Tot >= @Schooljaar)
        ORDER BY Code, Vanaf;

        SELECT Code, Niveau
        FROM Opleidingen_Crebo;
        """;

    public async Task<Result<Opleidingsvertaler>> GetAsync(
        SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct)
    {
        var parameters = new { SchoolId = schoolId, Schooljaar = schooljaar.Begin };
        var tabellen = await session.QueryMultipleAsync(Load, parameters, results => ReadAsync(schoolId, results), ct);
        var gedeeld = await shared.GetAsync(session, schooljaar, ct);
        return tabellen.Map(own => new Opleidingsvertaler(catalogus, own with { Gedeeld = gedeeld }));
    }

    private static async Task<Result<Vertaaltabellen>> ReadAsync(SchoolId schoolId, SqlMapper.GridReader results)
    {
        if (await results.ReadSingleOrDefaultAsync<SchoolRow>() is not { } school)
        {
            return new SchoolOnbekend(schoolId);
        }

        var eigen = new Dictionary<string, Schoolkeuze>(StringComparer.Ordinal);
        foreach (var vertaling in await results.ReadAsync<EigenRow>())
        {
            // The last that begins counts.
            eigen[vertaling.Code] = new Schoolkeuze(vertaling.Schrijfwijze, vertaling.Opleiding);
        }

        var crebo = (await results.ReadAsync<CreboRow>())
            .ToDictionary(c => c.Code, c => c.Niveau, StringComparer.Ordinal);
        return new Vertaaltabellen(school.Sector, school.Locatiecijfer == 1, eigen, crebo);
    }

    private sealed class SchoolRow
    {
        public required Sector Sector { get; init; }

        public required int Locatiecijfer { get; init; }
    }

    private sealed class EigenRow
    {
        public required string Code { get; init; }

        public required string Schrijfwijze { get; init; }

        public required string Opleiding { get; init; }
    }

    private sealed class CreboRow
    {
        public required string Code { get; init; }

        public required int Niveau { get; init; }
    }
}
