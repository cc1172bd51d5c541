using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Synchronisatie;

/// <summary>Tells which schools the scheduler has to know of.</summary>
internal sealed class Planboek(DbSession session, MachineClock machine)
{
    private const string ListActive = $"""
        SELECT k.SchoolId
        FROM Koppelingen_Koppeling AS k
        INNER JOIN Scholen_School AS s ON s.Id = k.SchoolId
        LEFT JOIN Synchronisatie_Beleid AS b ON b.SchoolId = k.SchoolId
        WHERE s.Gesloten IS NULL AND b.PauzeMoment IS NULL AND {KoppelingSql.IsGeactiveerd};
        """;

    private const string ListOpen = """
        SELECT SchoolId
        FROM Synchronisatie_Ronde
        WHERE Uitkomst = 0 AND (NietVoor IS NULL OR NietVoor <= @Now OR NietVoor > @Longest);
        """;

    private const string ListEnded = """
        SELECT s.Id
        FROM Scholen_School AS s
        INNER JOIN Synchronisatie_Ronde AS r ON r.SchoolId = s.Id AND r.Nacht = @Nacht AND r.Volgnummer = 0
        WHERE r.Uitkomst <> 0;
        """;

    private const string ListHeld = """
        SELECT Naam
        FROM Synchronisatie_Lease
        WHERE Tot > @Now AND Tot <= @Longest;
        """;

    /// <summary>Every school that is synced each night.</summary>
    public async Task<IReadOnlySet<SchoolId>> ListActiveAsync(CancellationToken ct)
    {
        var parameters = new { Poort.Activatie, Poortstatus.Bevestigd };
        return (await session.QueryAsync<SchoolId>(ListActive, parameters, ct)).ToHashSet();
    }

    /// <summary>Schools whose ronde of a night has ended.</summary>
    public async Task<IReadOnlySet<SchoolId>> ListEndedAsync(DateOnly nacht, CancellationToken ct) =>
        (await session.QueryAsync<SchoolId>(ListEnded, new { Nacht = nacht.DayNumber }, ct)).ToHashSet();

    /// <summary>
    /// Schools with a ronde that waits, and that no process is at. What would rest, or be held, for longer than anything does
    /// was written before the clock jumped back.
    /// </summary>
    public async Task<IReadOnlyList<SchoolId>> ListWaitingAsync(DateTimeOffset now, CancellationToken ct)
    {
        var open = await session.QueryAsync<SchoolId>(
            ListOpen, new { Now = now, Longest = now + SyncOptions.LongestRust }, ct);
        var real = machine.Time.GetUtcNow();
        var leases = await session.QueryAsync<string>(
            ListHeld, new { Now = real, Longest = real + SyncOptions.LongestLease }, ct);
        var held = leases.ToHashSet(StringComparer.Ordinal);
        return [.. open.Distinct().Where(school => !held.Contains(Application.Synchronisatie.Lease.OfSchool(school)))];
    }
}
