using System.Data.Common;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

internal sealed class BerichtinstellingRepository(DbSession session, BerichtadresStore adressen)
    : IBerichtinstellingRepository
{
    private const string Find = """
        SELECT SchoolId, Aan, Soorten, Uur, Geheim, GeheimSinds, VorigGeheim, VorigGeheimTot, LaatsteTest, Testdag, Tests,
            Door, Gewijzigd, Versie
        FROM Wijzigingen_Instelling
        WHERE SchoolId = @SchoolId;
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

    private const string NoteTest = """
        UPDATE Wijzigingen_Instelling
        SET LaatsteTest = @Now, Testdag = @Vandaag, Tests = CASE WHEN Testdag = @Vandaag THEN Tests + 1 ELSE 1 END
        WHERE SchoolId = @SchoolId AND (LaatsteTest IS NULL OR LaatsteTest <= @Before)
            AND (Testdag IS NULL OR Testdag <> @Vandaag OR Tests < @Meeste);
        """;

    public async Task<Berichtinstelling> GetAsync(SchoolId schoolId, CancellationToken ct)
    {
        if (await session.FindAsync<BerichtinstellingRow>(Find, new { SchoolId = schoolId }, ct) is not { } row)
        {
            return Berichtinstelling.Standaard(schoolId);
        }

        return row.ToInstelling(await ListAdressenAsync(schoolId, ct));
    }

    public async Task<IReadOnlyList<Berichtadres>> ListAdressenAsync(SchoolId schoolId, CancellationToken ct) =>
        [.. (await adressen.ListAsync(schoolId, ct)).Where(row => row.Verwijderd is null).Select(row => row.ToAdres())];

    public async Task<bool> SaveAsync(Berichtinstelling instelling, CancellationToken ct)
    {
        var known = await adressen.ListAsync(instelling.SchoolId, ct);
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

        await adressen.SaveAsync(instelling, known, ct);
        return true;
    }

    public async Task<bool> NoteTestAsync(
        SchoolId schoolId, DateTimeOffset before, DateTimeOffset now, CancellationToken ct)
    {
        var parameters = new
        {
            SchoolId = schoolId,
            Before = before,
            Now = now,
            Vandaag = DigestSchedule.DagVan(now).DayNumber,
            Meeste = Berichtinstelling.MeesteTests,
        };
        return await session.ExecuteAsync(NoteTest, parameters, ct) == 1;
    }
}
