using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Application.Wijzigingen.Contract;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Synchronisatie;

/// <summary>Finds the nights that failed one after another, and tells whether that still goes on.</summary>
internal sealed class MislukteNachten(DbSession session) : IMislukteNachten, IAanleidingtoets
{
    private const string FindBefore = """
        SELECT COUNT(*) AS Aantal, MAX(r.Nacht) AS Laatste
        FROM Synchronisatie_Ronde AS r
        WHERE r.SchoolId = @SchoolId AND r.Volgnummer = 0 AND r.Nacht < @Nacht
            AND (r.Uitkomst = @Mislukt OR (r.Uitkomst = @Geweigerd AND r.FoutCode NOT IN @Gewild))
            AND NOT EXISTS (
                SELECT 1
                FROM Synchronisatie_Ronde AS g
                WHERE g.SchoolId = @SchoolId AND g.Gevraagd > r.Gevraagd
                    AND g.Uitkomst NOT IN (@Open, @Mislukt)
                    AND (g.Uitkomst <> @Geweigerd OR g.FoutCode IN @Gewild));
        """;

    private const string FindNewest = $"""
        SELECT {RondeRow.Columns}
        FROM Synchronisatie_Ronde
        WHERE SchoolId = @SchoolId AND Uitkomst <> @Open
        ORDER BY Gevraagd DESC, Volgnummer DESC
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public Berichtsoort Soort => Berichtsoort.NachtMislukt;

    public async Task<Nachtreeks> FindBeforeAsync(SchoolId schoolId, DateOnly nacht, CancellationToken ct)
    {
        var parameters = new
        {
            SchoolId = schoolId,
            Nacht = nacht.DayNumber,
            Rondeuitkomst.Open,
            Rondeuitkomst.Mislukt,
            Rondeuitkomst.Geweigerd,
            Gewild = Storing.GewildeWeigeringen,
        };
        var found = await session.FindAsync<Row>(FindBefore, parameters, ct);
        return new Nachtreeks(found!.Aantal, found.Laatste is { } dag ? DateOnly.FromDayNumber(dag) : null);
    }

    public async Task<IReadOnlySet<string>> FindGeldendeAsync(
        SchoolId schoolId, IReadOnlyCollection<string> onderwerpen, CancellationToken ct)
    {
        var parameters = new { SchoolId = schoolId, Rondeuitkomst.Open, Take = 1 };
        var newest = await session.FindAsync<RondeRow>(FindNewest, parameters, ct);
        return newest is not null && Storing.IsStoring(newest.ToRonde())
            ? new HashSet<string>(StringComparer.Ordinal) { onderwerpen.Max(StringComparer.Ordinal)! }
            : new HashSet<string>(StringComparer.Ordinal);
    }

    /// <summary>A night is a day number.</summary>
    private sealed class Row
    {
        public int Aantal { get; init; }

        public int? Laatste { get; init; }
    }
}
