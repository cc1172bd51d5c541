using System.Data.Common;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

internal sealed class BerichtinstellingRepository(DbSession session, TimeProvider clock) : IBerichtinstellingRepository
{
    private const string Find = """
        SELECT SchoolId, Aan, Soorten, Uur, Geheim, GeheimSinds, VorigGeheim, VorigGeheimTot, LaatsteTest, Door, Gewijzigd,
            Versie
        FROM Wijzigingen_Instelling
        WHERE SchoolId = @SchoolId;
        """;

    private const string ListAdressen = $"""
        SELECT {BerichtadresRow.Columns}
        FROM Wijzigingen_Adres AS a
        WHERE a.SchoolId = @SchoolId
        ORDER BY a.Kanaal, a.Adres;
        """;

    private const string Add = """
        INSERT INTO Wijzigingen_Instelling (SchoolId, Aan, Soorten, Uur, Geheim, GeheimSinds, VorigGeheim, VorigGeheimTot,
            LaatsteTest, Door, Gewijzigd, Versie)
        VALUES (@SchoolId, @Aan, @Soorten, @Uur, @Geheim, @GeheimSinds, @VorigGeheim, @VorigGeheimTot, @LaatsteTest, @Door,
            @Gewijzigd, @Versie);
        """;

    private const string Update = """
        UPDATE Wijzigingen_Instelling
        SET Aan = @Aan, Soorten = @Soorten, Uur = @Uur, Geheim = @Geheim, GeheimSinds = @GeheimSinds,
            VorigGeheim = @VorigGeheim, VorigGeheimTot = @VorigGeheimTot, Door = @Door, Gewijzigd = @Gewijzigd,
            Versie = @Versie
        WHERE SchoolId = @SchoolId AND Versie = @Versie - 1;
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

    private const string RemoveAdressen = """
        DELETE FROM Wijzigingen_Adres
        WHERE SchoolId = @SchoolId AND Id NOT IN @Kept;
        """;

    private const string NoteTest = """
        UPDATE Wijzigingen_Instelling
        SET LaatsteTest = @Now
        WHERE SchoolId = @SchoolId AND (LaatsteTest IS NULL OR LaatsteTest <= @Before);
        """;

    public async Task<Berichtinstelling> GetAsync(SchoolId schoolId, CancellationToken ct)
    {
        if (await session.FindAsync<BerichtinstellingRow>(Find, new { SchoolId = schoolId }, ct) is not { } row)
        {
            return Berichtinstelling.Standaard(schoolId);
        }

        return row.ToInstelling(await ListAdressenAsync(schoolId, ct));
    }

    public async Task<IReadOnlyList<Berichtadres>> ListAdressenAsync(SchoolId schoolId, CancellationToken ct)
    {
        var rows = await session.QueryAsync<BerichtadresRow>(ListAdressen, new { SchoolId = schoolId }, ct);
        return [.. rows.Select(row => row.ToAdres())];
    }

    public async Task<bool> SaveAsync(Berichtinstelling instelling, CancellationToken ct)
    {
        var known = await ListAdressenAsync(instelling.SchoolId, ct);
        try
        {
            var row = BerichtinstellingRow.Of(instelling);
            if (await session.ExecuteAsync(instelling.Versie == 1 ? Add : Update, row, ct) != 1)
            {
                return false;
            }
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return false;
        }

        await SaveAdressenAsync(instelling, known, ct);
        return true;
    }

    public async Task<bool> NoteTestAsync(
        SchoolId schoolId, DateTimeOffset before, DateTimeOffset now, CancellationToken ct) =>
        await session.ExecuteAsync(NoteTest, new { SchoolId = schoolId, Before = before, Now = now }, ct) == 1;

    // An address that stays keeps how it fares: whoever changes something else does not have it tried more often.
    private async Task SaveAdressenAsync(
        Berichtinstelling instelling, IReadOnlyList<Berichtadres> known, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        (Berichtkanaal Kanaal, string Adres)[] wanted =
        [
            .. instelling.Adressen.Select(adres => (Berichtkanaal.Mail, adres)),
            .. instelling.Webhook is { } webhook ? [(Berichtkanaal.Webhook, webhook)] : Array.Empty<(Berichtkanaal, string)>(),
        ];
        var kept = known.Where(a => wanted.Contains((a.Kanaal, a.Adres))).ToList();
        var parameters = new
        {
            instelling.SchoolId,
            Aan = instelling.Aan ? 1 : 0,
            Soorten = BerichtinstellingRow.SumOf(instelling.Soorten),
            Kept = TypeHandlers.ToList(kept.Select(a => a.Id)),
            Berichtstaat.Vervallen,
            Now = now,
        };
        await session.ExecuteAsync(RemoveAdressen, parameters, ct);
        if (await session.ExecuteAsync(Lapse, parameters, ct) > 0)
        {
            await RenewAsync(kept, now, ct);
        }

        await session.ExecuteAsync(RemoveRegels, parameters, ct);
        var added = wanted.Except(kept.Select(a => (a.Kanaal, a.Adres)))
            .Select(a => BerichtadresRow.New(instelling.SchoolId, a.Kanaal, a.Adres, now));
        await session.BulkInsertAsync(BerichtadresRow.Table(session.Dialect), added, ct);
    }

    // What lapsed is over: what happens from now on goes in a message of its own. At most eleven addresses.
    private async Task RenewAsync(IReadOnlyList<Berichtadres> adressen, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var adres in adressen)
        {
            var parameters = new { adres.SchoolId, adres.Id, Volgend = Guid.CreateVersion7(now) };
            await session.ExecuteAsync(Renew, parameters, ct);
        }
    }
}
