using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Scholen;

/// <summary>Reads schools page by page, in the order of their registration: one query for them, one for their vestigingen.</summary>
internal static class SchoolPageReader
{
    private const string List = """
        SELECT Id, Naam, Brin, Sector, Geregistreerd, Gesloten, Versie
        FROM Scholen_School
        WHERE Id > @After
            AND (@Brin IS NULL OR Brin = @Brin)
            AND (@ShowClosed = 1 OR Gesloten IS NULL)
            AND (@Alle = 1 OR Id IN @Scholen)
        ORDER BY Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string Vestigingen = """
        SELECT SchoolId, Nummer
        FROM Scholen_Vestiging
        WHERE SchoolId IN @Ids
        ORDER BY SchoolId, Nummer;
        """;

    /// <summary>A page; <see cref="PageTokenOngeldig"/> for a token that is not one.</summary>
    /// <param name="session">The database.</param>
    /// <param name="page">Which page.</param>
    /// <param name="bound">Only these schools; null for all.</param>
    /// <param name="brin">Only the school with this BRIN; null for any.</param>
    /// <param name="showClosed">Closed ones too.</param>
    /// <param name="ct">Stops the read.</param>
    public static async Task<Result<Page<School>>> ReadAsync(
        DbSession session,
        PageRequest page,
        IReadOnlySet<SchoolId>? bound,
        Brin? brin,
        bool showClosed,
        CancellationToken ct)
    {
        if (PageTokens.ReadId(page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var parameters = new
        {
            After = after,
            Brin = brin?.Value,
            ShowClosed = showClosed ? 1 : 0,
            Alle = bound is null ? 1 : 0,
            Scholen = TypeHandlers.ToList(bound?.Select(id => id.Value) ?? []),
            Take = page.Size + 1,
        };
        var rows = await session.QueryAsync<SchoolRow>(List, parameters, ct);
        var ids = TypeHandlers.ToList(rows.Select(r => r.Id.Value));
        var vestigingen = await session.QueryAsync<VestigingRow>(Vestigingen, new { Ids = ids }, ct);
        var bySchool = vestigingen.ToLookup(v => v.SchoolId, v => v.Nummer);
        return PageTokens.ToPage([.. rows.Select(r => r.ToSchool(bySchool[r.Id]))], page, school => school.Id.Value);
    }

    private sealed class VestigingRow
    {
        public required SchoolId SchoolId { get; init; }

        public required string Nummer { get; init; }
    }
}
