using System.Data.Common;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Scholen;

internal sealed class SchoolRepository(DbSession session) : ISchoolRepository
{
    private const string Find = """
        SELECT Id, Naam, Brin, Sector, Geregistreerd, Gesloten, Versie
        FROM Scholen_School
        WHERE Id = @Id;
        SELECT Nummer
        FROM Scholen_Vestiging
        WHERE SchoolId = @Id
        ORDER BY Nummer;
        """;

    private const string Add = """
        INSERT INTO Scholen_School (Id, Naam, Brin, Sector, Geregistreerd, Gesloten, Versie)
        VALUES (@Id, @Naam, @Brin, @Sector, @Geregistreerd, @Gesloten, @Versie);
        """;

    private const string Update = """
        UPDATE Scholen_School
        SET Naam = @Naam, Gesloten = @Gesloten, Versie = @Versie
        WHERE Id = @Id AND Versie = @Versie - 1;
        """;

    private const string DeleteVestigingen = "DELETE FROM Scholen_Vestiging WHERE SchoolId = @Id;";

    private static readonly BulkTable<(SchoolId SchoolId, Vestigingsnummer Nummer)> Vestiging = new(
        "Scholen_Vestiging",
        ("SchoolId", v => TypeHandlers.ToBytes(v.SchoolId.Value)),
        ("Nummer", v => v.Nummer.Value));

    public Task<School?> FindAsync(SchoolId id, CancellationToken ct) => session.QueryMultipleAsync(
        Find,
        new { Id = id },
        async results =>
        {
            var row = await results.ReadSingleOrDefaultAsync<SchoolRow>();
            var vestigingen = await results.ReadAsync<string>();
            return row?.ToSchool(vestigingen);
        },
        ct);

    public Task<Result<Page<School>>> ListOpenAsync(
        PageRequest page, IReadOnlySet<SchoolId>? bound, CancellationToken ct) =>
        SchoolPageReader.ReadAsync(session, page, bound, brin: null, showClosed: false, ct);

    public string TokenAfter(SchoolId id) => PageTokens.OfId(id.Value);

    public async Task<Result<Done>> AddAsync(School school, CancellationToken ct)
    {
        try
        {
            await session.ExecuteAsync(Add, Parameters(school), ct);
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return new SchoolBestaat(school.Brin) { Field = "brin" };
        }

        await session.BulkInsertAsync(Vestiging, school.Vestigingen.Select(v => (school.Id, v)), ct);
        return new Done();
    }

    public async Task<Result<Done>> UpdateAsync(School school, CancellationToken ct)
    {
        if (await session.ExecuteAsync(Update, Parameters(school), ct) == 0)
        {
            return new VersieGewijzigd(Etags.Of(school.Versie - 1));
        }

        await session.ExecuteAsync(DeleteVestigingen, new { school.Id }, ct);
        await session.BulkInsertAsync(Vestiging, school.Vestigingen.Select(v => (school.Id, v)), ct);
        return new Done();
    }

    private static object Parameters(School school) => new
    {
        school.Id,
        school.Naam,
        Brin = school.Brin.Value,
        school.Sector,
        school.Geregistreerd,
        school.Gesloten,
        school.Versie,
    };
}

internal sealed class SchoolRow
{
    public required SchoolId Id { get; init; }

    public required string Naam { get; init; }

    public required string Brin { get; init; }

    public required Sector Sector { get; init; }

    public required DateTimeOffset Geregistreerd { get; init; }

    public DateTimeOffset? Gesloten { get; init; }

    public required long Versie { get; init; }

    public School ToSchool(IEnumerable<string> vestigingen) => new()
    {
        Id = Id,
        Naam = Naam,
        Brin = Domain.Shared.Brin.Hydrate(Brin),
        Vestigingen = [.. vestigingen.Select(Vestigingsnummer.Hydrate)],
        Sector = Sector,
        Geregistreerd = Geregistreerd,
        Gesloten = Gesloten,
        Versie = Versie,
    };
}
