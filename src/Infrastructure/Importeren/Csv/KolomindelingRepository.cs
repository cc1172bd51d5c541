using System.Data.Common;
using System.Text.Json;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Importeren.Csv;

internal sealed class KolomindelingRepository(DbSession session) : IKolomindelingRepository
{
    private const string Find = """
        SELECT SchoolId, Sleutel, Naam, Preset, Kolommen, Door, Gewijzigd, Versie
        FROM Importeren_Kolomindeling
        WHERE SchoolId = @SchoolId AND Sleutel = @Sleutel;
        """;

    private const string Add = """
        INSERT INTO Importeren_Kolomindeling (SchoolId, Sleutel, Naam, Preset, Kolommen, Door, Gewijzigd, Versie)
        VALUES (@SchoolId, @Sleutel, @Naam, @Preset, @Kolommen, @Door, @Gewijzigd, @Versie);
        """;

    private const string Update = """
        UPDATE Importeren_Kolomindeling
        SET Naam = @Naam, Preset = @Preset, Kolommen = @Kolommen, Door = @Door, Gewijzigd = @Gewijzigd, Versie = @Versie
        WHERE SchoolId = @SchoolId AND Sleutel = @Sleutel AND Versie = @Versie - 1;
        """;

    private const string Delete = """
        DELETE FROM Importeren_Kolomindeling
        WHERE SchoolId = @SchoolId AND Sleutel = @Sleutel AND Versie = @Versie;
        """;

    public async Task<Kolomindeling?> FindAsync(SchoolId schoolId, string naam, CancellationToken ct)
    {
        var parameters = new { SchoolId = schoolId, Sleutel = Kolomindeling.ToSleutel(naam) };
        return (await session.FindAsync<KolomindelingRow>(Find, parameters, ct))?.ToIndeling();
    }

    public async Task<bool> SaveAsync(Kolomindeling indeling, CancellationToken ct)
    {
        var row = KolomindelingRow.Of(indeling);
        if (indeling.Versie > 1)
        {
            return await session.ExecuteAsync(Update, row, ct) == 1;
        }

        try
        {
            return await session.ExecuteAsync(Add, row, ct) == 1;
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return false;
        }
    }

    public async Task<bool> DeleteAsync(Kolomindeling indeling, CancellationToken ct) =>
        await session.ExecuteAsync(Delete, new { indeling.SchoolId, indeling.Sleutel, indeling.Versie }, ct) == 1;
}

/// <summary>A layout of columns as stored.</summary>
internal sealed class KolomindelingRow
{
    public required SchoolId SchoolId { get; init; }

    public required string Sleutel { get; init; }

    public required string Naam { get; init; }

    public required Csvpreset Preset { get; init; }

    public required byte[] Kolommen { get; init; }

    public required string Door { get; init; }

    public required DateTimeOffset Gewijzigd { get; init; }

    public required long Versie { get; init; }

    public static KolomindelingRow Of(Kolomindeling indeling) => new()
    {
        SchoolId = indeling.SchoolId,
        Sleutel = indeling.Sleutel,
        Naam = indeling.Naam,
        Preset = indeling.Preset,
        Kolommen = JsonSerializer.SerializeToUtf8Bytes(
            [.. indeling.Kolommen], ImportJson.Default.KolomkeuzeArray),
        Door = indeling.Door,
        Gewijzigd = indeling.Gewijzigd,
        Versie = indeling.Versie,
    };

    public Kolomindeling ToIndeling() => new()
    {
        SchoolId = SchoolId,
        Naam = Naam,
        Preset = Preset,
        Kolommen = JsonSerializer.Deserialize(Kolommen, ImportJson.Default.KolomkeuzeArray)!,
        Door = Door,
        Gewijzigd = Gewijzigd,
        Versie = Versie,
    };
}

internal sealed class ListKolomindelingenHandler(DbSession session)
    : IRequestHandler<ListKolomindelingen, Result<Page<KolomindelingView>>>
{
    private const string List = """
        SELECT SchoolId, Sleutel, Naam, Preset, Kolommen, Door, Gewijzigd, Versie
        FROM Importeren_Kolomindeling
        WHERE SchoolId = @SchoolId AND Sleutel > @After
        ORDER BY Sleutel
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<Page<KolomindelingView>>> Handle(
        ListKolomindelingen request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadKey(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var parameters = new { request.SchoolId, After = after.Text, Take = request.Page.Size + 1 };
        var rows = await session.QueryAsync<KolomindelingRow>(List, parameters, cancellationToken);
        var page = PageTokens.ToPage(rows, request.Page, row => (row.Sleutel, 0));
        return new Page<KolomindelingView>(
            [.. page.Items.Select(r => KolomindelingView.Of(r.ToIndeling()))], page.Next);
    }
}
