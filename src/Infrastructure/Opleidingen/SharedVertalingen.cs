using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Opleidingen;

/// <summary>
/// What many schools have settled alike: numbers of schools, and no school. Counted over all schools at most once in ten
/// minutes per process, so that no import waits for it; a suggestion may be that much older.
/// </summary>
internal sealed class SharedVertalingen(TimeProvider clock)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    // Of several that a school settled, the one counts that begins last, as in its own imports.
    private const string Count = """
        SELECT v.Code, v.Opleiding, COUNT(*) AS Scholen
        FROM Opleidingen_Vertaling AS v
        WHERE v.Vanaf <= @Schooljaar AND (v.Tot IS NULL OR v.Tot >= @Schooljaar)
            AND NOT EXISTS (
                SELECT 1
                FROM Opleidingen_Vertaling AS later
                WHERE later.SchoolId = v.SchoolId AND later.Code = v.Code AND later.Vanaf > v.Vanaf
                    AND later.Vanaf <= @Schooljaar AND (later.Tot IS NULL OR later.Tot >= @Schooljaar))
        GROUP BY v.Code, v.Opleiding
        HAVING COUNT(*) >= @LeastSchools
        ORDER BY v.Code, COUNT(*) DESC, v.Opleiding;
        """;

    private volatile Snapshot? _latest;

    /// <summary>What schools have settled alike in a school year, by code.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Schooltelling>>> GetAsync(
        DbSession session, Schooljaar schooljaar, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_latest is { } known && known.Schooljaar == schooljaar && now - known.Counted < MaxAge)
        {
            return known.Tellingen;
        }

        var rows = await session.QueryAsync<Row>(
            Count, new { Schooljaar = schooljaar.Begin, Vertaaltabellen.LeastSchools }, ct);
        var tellingen = rows
            .GroupBy(row => row.Code, StringComparer.Ordinal)
            .ToDictionary(
                code => code.Key,
                IReadOnlyList<Schooltelling> (code) =>
                    [.. code.Select(row => new Schooltelling(row.Opleiding, row.Scholen))],
                StringComparer.Ordinal);
        _latest = new Snapshot(schooljaar, now, tellingen);
        return tellingen;
    }

    private sealed record Snapshot(
        Schooljaar Schooljaar,
        DateTimeOffset Counted,
        IReadOnlyDictionary<string, IReadOnlyList<Schooltelling>> Tellingen);

    private sealed class Row
    {
        public required string Code { get; init; }

        public required string Opleiding { get; init; }

        public required int Scholen { get; init; }
    }
}
