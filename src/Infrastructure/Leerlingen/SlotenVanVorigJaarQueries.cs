using Dapper;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>Reads the locks of an earlier school year: one round of statements, whatever the number of accounts.</summary>
internal sealed class SlotenVanVorigJaarQueries(DbSession session) : ISlotenVanVorigJaar
{
    private const Veld VanElkJaar = Veld.Leerjaar | Veld.Doelgroep;
    private const Veld VanEenJaar = Veld.Stamgroep | Veld.Groepen;

    private static readonly Veld[] Velden = [Veld.Leerjaar, Veld.Doelgroep, Veld.Stamgroep, Veld.Groepen];

    /// <summary>The locks of a person with alias l; those on groepen only when they are not of @Voor or later.</summary>
    private const string Sloten = """
        CASE
                    WHEN l.GroepenVergrendeldIn >= @Voor
                    THEN l.Vergrendeld & @VanElkJaar
                    ELSE l.Vergrendeld & @Alle
                END AS Velden
        """;

    private const string List = $"""
        SELECT s.Velden, COUNT(*) AS Aantal
        FROM (
            SELECT {Sloten}
            FROM Leerlingen_Leerling AS l
            WHERE l.SchoolId = @SchoolId AND l.Status = 0) AS s
        WHERE s.Velden <> 0
        GROUP BY s.Velden;
        SELECT s.Id, s.Velden
        FROM (
            SELECT l.Id, {Sloten}
            FROM Leerlingen_Leerling AS l
            WHERE l.SchoolId = @SchoolId AND l.Status = 0) AS s
        WHERE s.Velden <> 0
        ORDER BY s.Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        SELECT s.Velden, COUNT(*) AS Aantal
        FROM (
            SELECT {Sloten}
            FROM Leerlingen_Docent AS l
            WHERE l.SchoolId = @SchoolId AND l.Status = 0) AS s
        WHERE s.Velden <> 0
        GROUP BY s.Velden;
        SELECT s.Id, s.Velden
        FROM (
            SELECT l.Id, {Sloten}
            FROM Leerlingen_Docent AS l
            WHERE l.SchoolId = @SchoolId AND l.Status = 0) AS s
        WHERE s.Velden <> 0
        ORDER BY s.Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public Task<SlotenVanVorigJaar> ListAsync(SchoolId schoolId, Schooljaar voor, CancellationToken ct)
    {
        var parameters = new
        {
            SchoolId = schoolId,
            Voor = voor.Begin,
            VanElkJaar = (int)VanElkJaar,
            Alle = (int)(VanElkJaar | VanEenJaar),
            Take = ISlotenVanVorigJaar.MostAccounts,
        };
        return session.ReadAtOnceAsync(
            () => session.QueryMultipleAsync(
                List,
                parameters,
                async results => new SlotenVanVorigJaar(await ReadAsync(results), await ReadAsync(results)),
                ct),
            ct);
    }

    private static async Task<Slotenlijst> ReadAsync(SqlMapper.GridReader results)
    {
        Telling[] tellingen = [.. await results.ReadAsync<Telling>()];
        var accounts = await results.ReadAsync<Rij>();
        return new Slotenlijst(
            tellingen.Sum(t => t.Aantal),
            Velden
                .Select(veld => (Veld: veld, Aantal: tellingen.Where(t => t.Velden.HasFlag(veld)).Sum(t => t.Aantal)))
                .Where(paar => paar.Aantal > 0)
                .ToDictionary(paar => paar.Veld, paar => paar.Aantal),
            [.. accounts.Select(a => new Accountsloten(a.Id, a.Velden))]);
    }

    private sealed class Telling
    {
        public required Veld Velden { get; init; }

        public required int Aantal { get; init; }
    }

    private sealed class Rij
    {
        public required AccountId Id { get; init; }

        public required Veld Velden { get; init; }
    }
}
