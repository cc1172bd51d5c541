using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>
/// Stores at which addresses a school wants to be told. One that stays, or comes back on the day of its last message,
/// keeps how it fares: whoever changes something else does not have it tried more often, or told twice a day.
/// </summary>
internal sealed class BerichtadresStore(DbSession session, Berichtresten resten, TimeProvider clock)
{
    private const string List = $"""
        SELECT {BerichtadresRow.Columns}
        FROM Wijzigingen_Adres AS a
        WHERE a.SchoolId = @SchoolId
        ORDER BY a.Kanaal, a.Adres;
        """;

    private const string Keep = """
        UPDATE Wijzigingen_Adres
        SET Adres = @Adres, Verwijderd = NULL
        WHERE SchoolId = @SchoolId AND Id = @Id;
        """;

    private const string Hide = """
        UPDATE Wijzigingen_Adres
        SET Verwijderd = @Now
        WHERE SchoolId = @SchoolId AND Id NOT IN @Kept AND Verwijderd IS NULL;
        """;

    private const string Lapse = """
        UPDATE Wijzigingen_Bericht
        SET Staat = @Vervallen, Beeindigd = @Now
        WHERE SchoolId = @SchoolId AND Staat < 3 AND (@Aan = 0 OR AdresId NOT IN @Kept OR NOT EXISTS (
            SELECT 1
            FROM Wijzigingen_Berichtregel AS r
            WHERE r.SchoolId = Wijzigingen_Bericht.SchoolId AND r.BerichtId = Wijzigingen_Bericht.Id
                AND (r.Soort & @Soorten) <> 0));
        """;

    private const string RemoveRegels = """
        DELETE FROM Wijzigingen_Berichtregel
        WHERE SchoolId = @SchoolId AND (Soort & @Soorten) = 0 AND BerichtId IN (
            SELECT b.Id FROM Wijzigingen_Bericht AS b WHERE b.SchoolId = @SchoolId AND b.Staat < 3);
        """;

    private const string Renew = """
        UPDATE Wijzigingen_Adres
        SET Volgend = @Volgend
        WHERE SchoolId = @SchoolId AND Id = @Id AND EXISTS (
            SELECT 1
            FROM Wijzigingen_Bericht AS b
            WHERE b.SchoolId = Wijzigingen_Adres.SchoolId AND b.Id = Wijzigingen_Adres.Volgend AND b.Staat > 2);
        """;

    /// <summary>All of a school, with those that were taken away and are still remembered.</summary>
    public Task<IReadOnlyList<BerichtadresRow>> ListAsync(SchoolId schoolId, CancellationToken ct) =>
        session.QueryAsync<BerichtadresRow>(List, new { SchoolId = schoolId }, ct);

    /// <summary>Stores the addresses that a school wants, and drops the waiting messages that it no longer wants.</summary>
    /// <param name="instelling">What the school wants.</param>
    /// <param name="known">What is stored.</param>
    /// <param name="ct">Stops it.</param>
    public async Task SaveAsync(
        Berichtinstelling instelling, IReadOnlyList<BerichtadresRow> known, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var wanted = instelling.Adressen.Select(adres => (Kanaal: Berichtkanaal.Mail, Adres: adres))
            .Concat(instelling.Webhook is { } webhook ? [(Berichtkanaal.Webhook, webhook)] : [])
            .ToLookup(w => known.FirstOrDefault(row => row.IsSame(w.Kanaal, w.Adres)));
        var kept = wanted.Where(w => w.Key is not null).Select(w => w.Key!).ToList();
        await EndAsync(instelling, kept, now, ct);
        foreach (var row in kept)
        {
            await KeepAsync(row, wanted[row].First().Adres, now, ct);
        }

        var added = wanted[null].Select(w => BerichtadresRow.New(instelling.SchoolId, w.Kanaal, w.Adres, now));
        await session.BulkInsertAsync(BerichtadresRow.Table(session.Dialect), added, ct);
        await resten.RemoveAdressenAsync(instelling.SchoolId, now, ct);
    }

    private async Task EndAsync(
        Berichtinstelling instelling, IEnumerable<BerichtadresRow> kept, DateTimeOffset now, CancellationToken ct)
    {
        var parameters = new
        {
            instelling.SchoolId,
            Aan = instelling.Aan ? 1 : 0,
            Soorten = BerichtinstellingRow.SumOf(instelling.Soorten),
            Kept = TypeHandlers.ToList(kept.Select(row => row.Id)),
            Berichtstaat.Vervallen,
            Now = now,
        };
        await session.ExecuteAsync(Hide, parameters, ct);
        await session.ExecuteAsync(Lapse, parameters, ct);
        await session.ExecuteAsync(RemoveRegels, parameters, ct);
    }

    // What lapsed is over: what happens from now on goes in a message of its own.
    private async Task KeepAsync(BerichtadresRow row, string adres, DateTimeOffset now, CancellationToken ct)
    {
        if (row.Verwijderd is not null || !string.Equals(row.Adres, adres, StringComparison.Ordinal))
        {
            await session.ExecuteAsync(Keep, new { row.SchoolId, row.Id, Adres = adres }, ct);
        }

        await session.ExecuteAsync(Renew, new { row.SchoolId, row.Id, Volgend = Guid.CreateVersion7(now) }, ct);
    }
}
