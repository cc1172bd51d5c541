using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Opleidingen;

internal sealed class VertalingRepository(DbSession session, Opleidingscatalogus catalogus) : IVertalingRepository
{
    private const string Find = """
        SELECT SchoolId, Code, Vanaf, Tot, Schrijfwijze, Opleiding, Door, Gewijzigd, Versie
        FROM Opleidingen_Vertaling
        WHERE SchoolId = @SchoolId AND Code = @Code AND Vanaf = @Vanaf;
        """;

    private const string Add = """
        INSERT INTO Opleidingen_Vertaling (SchoolId, Code, Vanaf, Tot, Schrijfwijze, Opleiding, Door, Gewijzigd, Versie)
        VALUES (@SchoolId, @Code, @Vanaf, @Tot, @Schrijfwijze, @Opleiding, @Door, @Gewijzigd, @Versie);
        """;

    private const string Delete = """
        DELETE FROM Opleidingen_Vertaling
        WHERE SchoolId = @SchoolId AND Code = @Code AND Vanaf = @Vanaf;
        """;

    private const string FindInstelling = """
        SELECT Locatiecijfer, Versie
        FROM Opleidingen_Instelling
        WHERE SchoolId = @SchoolId;
        """;

    private const string ReplaceInstelling = """
        DELETE FROM Opleidingen_Instelling
        WHERE SchoolId = @SchoolId;

        INSERT INTO Opleidingen_Instelling (SchoolId, Locatiecijfer, Versie)
        VALUES (@SchoolId, @Locatiecijfer, @Versie);
        """;

    private const string DeleteCrebo = "DELETE FROM Opleidingen_Crebo;";

    private static readonly BulkTable<Crebo> CreboTable =
        new("Opleidingen_Crebo", ("Code", crebo => crebo.Code), ("Niveau", crebo => crebo.Niveau));

    public async Task<Schoolvertaling?> FindAsync(
        SchoolId schoolId, Vertaalcode code, Schooljaar vanaf, CancellationToken ct)
    {
        var row = await session.FindAsync<VertalingRow>(
            Find, new { SchoolId = schoolId, Code = code.Value, Vanaf = vanaf.Begin }, ct);
        return row?.ToVertaling(catalogus);
    }

    // The transaction of the command holds the write lock: between reading the version and this nobody else writes.
    public async Task SaveAsync(Schoolvertaling vertaling, CancellationToken ct)
    {
        await session.ExecuteAsync(Delete, Parameters(vertaling), ct);
        await session.ExecuteAsync(Add, Parameters(vertaling), ct);
    }

    public Task DeleteAsync(Schoolvertaling vertaling, CancellationToken ct) =>
        session.ExecuteAsync(Delete, Parameters(vertaling), ct);

    public async Task<Vertaalinstelling> FindInstellingAsync(SchoolId schoolId, CancellationToken ct)
    {
        var row = await session.FindAsync<InstellingRow>(FindInstelling, new { SchoolId = schoolId }, ct);
        return new Vertaalinstelling(schoolId, row?.Locatiecijfer == 1, row?.Versie ?? 0);
    }

    public Task SaveInstellingAsync(Vertaalinstelling instelling, CancellationToken ct) => session.ExecuteAsync(
        ReplaceInstelling,
        new { instelling.SchoolId, Locatiecijfer = instelling.Locatiecijfer ? 1 : 0, instelling.Versie },
        ct);

    public async Task ReplaceCreboAsync(IReadOnlyList<Crebo> crebo, CancellationToken ct)
    {
        await session.ExecuteAsync(DeleteCrebo, new { }, ct);
        await session.BulkInsertAsync(CreboTable, crebo, ct);
    }

    private static object Parameters(Schoolvertaling vertaling) => new
    {
        vertaling.SchoolId,
        Code = vertaling.Code.Value,
        Vanaf = vertaling.Vanaf.Begin,
        Tot = vertaling.Tot?.Begin,
        vertaling.Schrijfwijze,
        Opleiding = vertaling.Opleiding.Code,
        vertaling.Door,
        vertaling.Gewijzigd,
        vertaling.Versie,
    };

    private sealed class InstellingRow
    {
        public required int Locatiecijfer { get; init; }

        public required long Versie { get; init; }
    }
}

internal sealed class VertalingRow
{
    public required SchoolId SchoolId { get; init; }

    public required string Code { get; init; }

    public required int Vanaf { get; init; }

    public int? Tot { get; init; }

    public required string Schrijfwijze { get; init; }

    public required string Opleiding { get; init; }

    public required string Door { get; init; }

    public required DateTimeOffset Gewijzigd { get; init; }

    public required long Versie { get; init; }

    // A translation to an opleiding that a newer catalogue dropped has no effect, but must be seen to be mended.
    public Schoolvertaling ToVertaling(Opleidingscatalogus catalogus) => new(
        SchoolId,
        Vertaalcode.Hydrate(Code),
        Schrijfwijze,
        catalogus.Find(Opleiding) ?? new Opleiding(Opleiding, Opleiding, default, [], null, null),
        Schooljaar.Hydrate(Vanaf),
        Tot is { } tot ? Schooljaar.Hydrate(tot) : null,
        Door,
        Gewijzigd,
        Versie);
}
