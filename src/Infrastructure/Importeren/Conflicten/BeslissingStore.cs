using System.Text.Json;
using Kurve.Numo.Application.Importeren.Conflicten;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Importeren.Conflicten;

internal sealed class BeslissingStore(DbSession session) : IBeslissingStore
{
    private const string List = $"""
        SELECT {BeslissingRow.Columns}
        FROM Importeren_Beslissing
        WHERE SchoolId = @SchoolId;
        """;

    private const string Find = $"""
        SELECT {BeslissingRow.Columns}
        FROM Importeren_Beslissing
        WHERE SchoolId = @SchoolId AND Id = @Id;
        """;

    private const string Replace = """
        DELETE FROM Importeren_Beslissing
        WHERE SchoolId = @SchoolId AND Persoon = @Persoon AND SleutelVeld = @SleutelVeld
            AND (SleutelWaarde = @SleutelWaarde OR (@InHoofdletters = 1 AND UPPER(SleutelWaarde) = @SleutelWaarde));

        INSERT INTO Importeren_Beslissing (SchoolId, Id, Persoon, SleutelVeld, SleutelWaarde, Soort, Inhoud, Door, Moment)
        VALUES (@SchoolId, @Id, @Persoon, @SleutelVeld, @SleutelWaarde, @Soort, @Inhoud, @Door, @Moment);
        """;

    private const string Delete = """
        DELETE FROM Importeren_Beslissing
        WHERE SchoolId = @SchoolId AND Id = @Id;
        """;

    // The newest run is the one with the highest id.
    private const string ListStopped = """
        SELECT s.SchoolId
        FROM (SELECT DISTINCT SchoolId FROM Importeren_Beslissing WHERE Moment < @Since) AS s
        WHERE NOT EXISTS (
                SELECT 1
                FROM Importeren_Beslissing AS b
                WHERE b.SchoolId = s.SchoolId AND b.Moment >= @Since)
            AND NOT EXISTS (
                SELECT 1
                FROM Importeren_Run AS r
                WHERE r.SchoolId = s.SchoolId
                    AND r.Id = (SELECT MAX(n.Id) FROM Importeren_Run AS n WHERE n.SchoolId = s.SchoolId)
                    AND r.Aangevraagd >= @Since);
        """;

    private const string DeleteAll = """
        DELETE FROM Importeren_Beslissing
        WHERE SchoolId = @SchoolId;
        """;

    public async Task<int> RemoveOfStoppedSchoolsAsync(DateTimeOffset since, CancellationToken ct)
    {
        var stopped = await session.QueryAsync<SchoolId>(ListStopped, new { Since = since }, ct);
        foreach (var school in stopped)
        {
            await session.ExecuteAsync(DeleteAll, new { SchoolId = school }, ct);
        }

        return stopped.Count;
    }

    public async Task<IReadOnlyList<Beslissing>> ListAsync(SchoolId schoolId, CancellationToken ct)
    {
        var rows = await session.QueryAsync<BeslissingRow>(List, new { SchoolId = schoolId }, ct);
        return [.. rows.Select(r => r.ToBeslissing())];
    }

    public async Task<Beslissing?> FindAsync(SchoolId schoolId, BeslissingId id, CancellationToken ct) =>
        (await session.FindAsync<BeslissingRow>(Find, new { SchoolId = schoolId, Id = id }, ct))?.ToBeslissing();

    public Task SaveAsync(SchoolId schoolId, Beslissing beslissing, CancellationToken ct) => session.ExecuteAsync(
        Replace,
        new
        {
            SchoolId = schoolId,
            beslissing.Id,
            beslissing.Persoon,
            SleutelVeld = beslissing.Sleutel.Veld,
            SleutelWaarde = beslissing.Sleutel.Waarde,
            InHoofdletters = IsCode(beslissing) ? 1 : 0,
            beslissing.Soort,
            Inhoud = JsonSerializer.SerializeToUtf8Bytes(
                BeslissingJson.Of(beslissing), ImportJson.Default.BeslissingJson),
            beslissing.Door,
            beslissing.Moment,
        },
        ct);

    public Task DeleteAsync(SchoolId schoolId, BeslissingId id, CancellationToken ct) =>
        session.ExecuteAsync(Delete, new { SchoolId = schoolId, Id = id }, ct);

    // A decision of before may be stored under the same code in another case.
    private static bool IsCode(Beslissing beslissing) =>
        beslissing.Persoon == Persoonssoort.Docent && beslissing.Sleutel.Veld == Veld.UwlrKey;
}

internal sealed class ListBeslissingenHandler(DbSession session)
    : IRequestHandler<ListBeslissingen, Result<Page<BeslissingView>>>
{
    private const string List = $"""
        SELECT {BeslissingRow.Columns}
        FROM Importeren_Beslissing
        WHERE SchoolId = @SchoolId AND Id > @After
        ORDER BY Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<Page<BeslissingView>>> Handle(
        ListBeslissingen request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadId(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var parameters = new { request.SchoolId, After = after, Take = request.Page.Size + 1 };
        var rows = await session.QueryAsync<BeslissingRow>(List, parameters, cancellationToken);
        return PageTokens.ToPage(
            [.. rows.Select(r => BeslissingView.Of(r.ToBeslissing()))], request.Page, view => view.Id);
    }
}

/// <summary>A decision as stored.</summary>
internal sealed class BeslissingRow
{
    public const string Columns = "Id, Persoon, Soort, Inhoud, Door, Moment";

    public required BeslissingId Id { get; init; }

    public required Persoonssoort Persoon { get; init; }

    public required Beslissingsoort Soort { get; init; }

    public required byte[] Inhoud { get; init; }

    public required string Door { get; init; }

    public required DateTimeOffset Moment { get; init; }

    public Beslissing ToBeslissing()
    {
        var inhoud = JsonSerializer.Deserialize(Inhoud, ImportJson.Default.BeslissingJson)!;
        return new Beslissing(
            Id,
            Persoon,
            Soort,
            inhoud.Naam ?? "",
            inhoud.SleutelsOf(Persoon),
            inhoud.Account is { } account ? new AccountId(account) : null,
            [.. (inhoud.Niet ?? []).Select(id => new AccountId(id))],
            inhoud.Zonder,
            Door,
            Moment)
        {
            Reden = inhoud.Reden ?? "",
        };
    }
}

/// <summary>What a decision holds beside its columns; absent members are null or empty.</summary>
internal sealed record BeslissingJson
{
    public string? Naam { get; init; }

    public required IReadOnlyList<Persoonssleutel> Sleutels { get; init; }

    public Guid? Account { get; init; }

    public IReadOnlyList<Guid>? Niet { get; init; }

    public Veld Zonder { get; init; }

    public string? Reden { get; init; }

    /// <summary>The keys in the form in which they are compared now, in whatever case they were stored.</summary>
    public IReadOnlyList<Persoonssleutel> SleutelsOf(Persoonssoort persoon) =>
        persoon != Persoonssoort.Docent ? Sleutels
        :
        [
            .. Sleutels.Select(s => s.Veld == Veld.UwlrKey ? s with { Waarde = DocentGegevens.ToKey(s.Waarde) } : s),
        ];

    public static BeslissingJson Of(Beslissing beslissing) => new()
    {
        Naam = beslissing.Naam,
        Sleutels = beslissing.Sleutels,
        Account = beslissing.Account?.Value,
        Niet = beslissing.Niet.Count == 0 ? null : [.. beslissing.Niet.Select(id => id.Value)],
        Zonder = beslissing.Zonder,
        Reden = beslissing.Reden.Length == 0 ? null : beslissing.Reden,
    };
}
