using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>
/// What is left of messages: those that ended and were kept long enough, and addresses that a school took away, once
/// they have no message of today to be remembered.
/// </summary>
internal sealed class Berichtresten(DbSession session) : IBerichtresten
{
    private const string List = """
        SELECT i.SchoolId
        FROM Wijzigingen_Instelling AS i
        WHERE EXISTS (
                SELECT 1
                FROM Wijzigingen_Bericht AS b
                WHERE b.SchoolId = i.SchoolId AND b.Id < @Before AND b.Staat > 2)
            OR EXISTS (
                SELECT 1
                FROM Wijzigingen_Adres AS a
                WHERE a.SchoolId = i.SchoolId AND a.Verwijderd IS NOT NULL AND a.BezetTot <= @Now
                    AND (a.LaatsteDag IS NULL OR a.LaatsteDag < @Vandaag))
        ORDER BY i.SchoolId
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string RemoveRegels = """
        DELETE FROM Wijzigingen_Berichtregel
        WHERE SchoolId = @SchoolId AND BerichtId IN (
            SELECT b.Id FROM Wijzigingen_Bericht AS b WHERE b.SchoolId = @SchoolId AND b.Id < @Before AND b.Staat > 2);
        """;

    private const string RemoveBerichten = """
        DELETE FROM Wijzigingen_Bericht
        WHERE SchoolId = @SchoolId AND Id < @Before AND Staat > 2;
        """;

    private const string RemoveAdressen = """
        DELETE FROM Wijzigingen_Adres
        WHERE SchoolId = @SchoolId AND Verwijderd IS NOT NULL AND BezetTot <= @Now
            AND (LaatsteDag IS NULL OR LaatsteDag < @Vandaag);
        """;

    private const string RemoveVerteld = """
        DELETE FROM Wijzigingen_Verteld
        WHERE SchoolId = @SchoolId AND AdresId NOT IN (
            SELECT a.Id FROM Wijzigingen_Adres AS a WHERE a.SchoolId = @SchoolId);
        """;

    /// <summary>Some schools that have any.</summary>
    public Task<IReadOnlyList<SchoolId>> ListAsync(DateTimeOffset now, int take, CancellationToken ct) =>
        session.QueryAsync<SchoolId>(
            List,
            new { Before = OldestKept(now), Now = now, Vandaag = Vandaag(now), Take = take },
            ct);

    /// <summary>Takes away those of a school, in the transaction at hand; how many.</summary>
    public async Task<int> RemoveAsync(SchoolId schoolId, DateTimeOffset now, CancellationToken ct)
    {
        var parameters = new { SchoolId = schoolId, Before = OldestKept(now) };
        await session.ExecuteAsync(RemoveRegels, parameters, ct);
        var berichten = await session.ExecuteAsync(RemoveBerichten, parameters, ct);
        return berichten + await RemoveAdressenAsync(schoolId, now, ct);
    }

    /// <summary>Takes away the addresses of a school, in the transaction at hand; how many.</summary>
    public async Task<int> RemoveAdressenAsync(SchoolId schoolId, DateTimeOffset now, CancellationToken ct)
    {
        var parameters = new { SchoolId = schoolId, Now = now, Vandaag = Vandaag(now) };
        var removed = await session.ExecuteAsync(RemoveAdressen, parameters, ct);
        await session.ExecuteAsync(RemoveVerteld, parameters, ct);
        return removed;
    }

    private static Guid OldestKept(DateTimeOffset now) => Guid.CreateVersion7(now - Bericht.Bewaartermijn);

    private static int Vandaag(DateTimeOffset now) => DigestSchedule.DagVan(now).DayNumber;
}
