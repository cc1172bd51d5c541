using System.Data.Common;
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
        WHERE SchoolId = @SchoolId AND Code IN @Codes AND Vanaf = @Vanaf;
        """;

    private const string Add = """
        INSERT INTO Opleidingen_Vertaling (SchoolId, Code, Vanaf, Tot, Schrijfwijze, Opleiding, Door, Gewijzigd, Versie)
        VALUES (@SchoolId, @Code, @Vanaf, @Tot, @Schrijfwijze, @Opleiding, @Door, @Gewijzigd, @Versie);
        """;

    private const string Delete = """
        DELETE FROM Opleidingen_Vertaling
        WHERE SchoolId = @SchoolId AND Code = @Code AND Vanaf = @Vanaf AND Versie = @Versie;
        """;

    private const string Update = """
        UPDATE Opleidingen_Vertaling
        SET Tot = @Tot, Schrijfwijze = @Schrijfwijze, Opleiding = @Opleiding, Door = @Door, Gewijzigd = @Gewijzigd,
            Versie = @Versie
        WHERE SchoolId = @SchoolId AND Code = @Code AND Vanaf = @Vanaf AND Versie = @Versie - 1;
        """;

    private const string FindInstelling = """
        SELECT Locatiecijfer, Versie
        FROM Opleidingen_Instelling
        WHERE SchoolId = @SchoolId;
        """;

    private const string AddInstelling = """
        INSERT INTO Opleidingen_Instelling (SchoolId, Locatiecijfer, Versie)
        VALUES (@SchoolId, @Locatiecijfer, @Versie);
        """;

    private const string UpdateInstelling = """
        UPDATE Opleidingen_Instelling
        SET Locatiecijfer = @Locatiecijfer, Versie = @Versie
        WHERE SchoolId = @SchoolId AND Versie = @Versie - 1;
        """;

    private const string DeleteCrebo = "DELETE FROM Opleidingen_Crebo;";

    private static readonly BulkTable<Crebo> CreboTable =
        new("Opleidingen_Crebo", ("Code", crebo => crebo.Code), ("Niveau", crebo => crebo.Niveau));

    public async Task<Schoolvertaling?> FindAsync(
        SchoolId schoolId, Vertaalcode code, Schooljaar vanaf, CancellationToken ct) =>
        (await FindAsync(schoolId, [code], vanaf, ct)).GetValueOrDefault(code);

    public async Task<IReadOnlyDictionary<Vertaalcode, Schoolvertaling>> FindAsync(
        SchoolId schoolId, IReadOnlyCollection<Vertaalcode> codes, Schooljaar vanaf, CancellationToken ct)
    {
        var rows = await session.QueryAsync<VertalingRow>(
            Find, new { SchoolId = schoolId, Codes = codes.Select(code => code.Value), Vanaf = vanaf.Begin }, ct);
        return rows.Select(row => row.ToVertaling(catalogus)).ToDictionary(vertaling => vertaling.Code);
    }

    public Task<bool> SaveAsync(Schoolvertaling vertaling, CancellationToken ct) =>
        WriteAsync(vertaling.Versie, Add, Update, Parameters(vertaling), ct);

    public async Task<bool> DeleteAsync(Schoolvertaling vertaling, CancellationToken ct) =>
        await session.ExecuteAsync(Delete, Parameters(vertaling), ct) == 1;

    public async Task<Vertaalinstelling> FindInstellingAsync(SchoolId schoolId, CancellationToken ct)
    {
        var row = await session.FindAsync<InstellingRow>(FindInstelling, new { SchoolId = schoolId }, ct);
        return new Vertaalinstelling(schoolId, row?.Locatiecijfer == 1, row?.Versie ?? 0);
    }

    public Task<bool> SaveInstellingAsync(Vertaalinstelling instelling, CancellationToken ct) => WriteAsync(
        instelling.Versie,
        AddInstelling,
        UpdateInstelling,
        new { instelling.SchoolId, Locatiecijfer = instelling.Locatiecijfer ? 1 : 0, instelling.Versie },
        ct);

    public async Task ReplaceCreboAsync(IReadOnlyList<Crebo> crebo, CancellationToken ct)
    {
        await session.ExecuteAsync(DeleteCrebo, new { }, ct);
        await session.BulkInsertAsync(CreboTable, crebo, ct);
    }

    // The first version is decided by the key, every next one by the version before it.
    private async Task<bool> WriteAsync(long versie, string add, string update, object parameters, CancellationToken ct)
    {
        try
        {
            return await session.ExecuteAsync(versie == 1 ? add : update, parameters, ct) == 1;
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return false;
        }
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
