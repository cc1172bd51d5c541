using System.Data.Common;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Synchronisatie;

/// <summary>Uitkomst 0 is open.</summary>
internal sealed class RondeRepository(DbSession session) : IRondeRepository
{
    private const string ListOpen = $"""
        SELECT {RondeRow.Columns}
        FROM Synchronisatie_Ronde
        WHERE SchoolId = @SchoolId AND Uitkomst = 0
        ORDER BY Nacht, Volgnummer;
        """;

    private const string Exists = """
        SELECT COUNT(*)
        FROM Synchronisatie_Ronde
        WHERE SchoolId = @SchoolId AND Nacht = @Nacht AND Volgnummer = 0;
        """;

    private const string FindLaatste = """
        SELECT COALESCE(MAX(Volgnummer), 0)
        FROM Synchronisatie_Ronde
        WHERE SchoolId = @SchoolId AND Nacht = @Nacht;
        """;

    private const string Add = """
        INSERT INTO Synchronisatie_Ronde (SchoolId, Nacht, Volgnummer, GevraagdDoor, Gevraagd, Begonnen, Beeindigd,
            NietVoor, Pogingen, Fencing, RunId, Uitkomst, FoutCode, FoutTekst, Actiehouder)
        VALUES (@SchoolId, @Nacht, @Volgnummer, @GevraagdDoor, @Gevraagd, @Begonnen, @Beeindigd, @NietVoor, @Pogingen,
            @Fencing, @RunId, @Uitkomst, @FoutCode, @FoutTekst, @Actiehouder);
        """;

    private const string RemoveEnded = """
        DELETE FROM Synchronisatie_Ronde
        WHERE SchoolId = @SchoolId AND Nacht < @Nacht AND Uitkomst <> 0;
        """;

    private const string Begin = """
        UPDATE Synchronisatie_Ronde
        SET Begonnen = @Begonnen, NietVoor = @NietVoor, Pogingen = @Pogingen, Fencing = @Fencing
        WHERE SchoolId = @SchoolId AND Nacht = @Nacht AND Volgnummer = @Volgnummer AND Uitkomst = 0
            AND Fencing < @Fencing;
        """;

    private const string Wake = """
        UPDATE Synchronisatie_Ronde
        SET NietVoor = NULL
        WHERE SchoolId = @SchoolId AND Nacht = @Nacht AND Volgnummer = @Volgnummer AND Uitkomst = 0
            AND Fencing = @Fencing;
        """;

    private const string Update = """
        UPDATE Synchronisatie_Ronde
        SET Beeindigd = @Beeindigd, NietVoor = @NietVoor, RunId = @RunId, Uitkomst = @Uitkomst, FoutCode = @FoutCode,
            FoutTekst = @FoutTekst, Actiehouder = @Actiehouder
        WHERE SchoolId = @SchoolId AND Nacht = @Nacht AND Volgnummer = @Volgnummer AND Fencing = @Fencing;
        """;

    public async Task<Ronde?> FindOpenAsync(SchoolId schoolId, CancellationToken ct) =>
        await ListOpenAsync(schoolId, ct) is [var oldest, ..] ? oldest : null;

    public async Task<IReadOnlyList<Ronde>> ListOpenAsync(SchoolId schoolId, CancellationToken ct) =>
        [.. (await session.QueryAsync<RondeRow>(ListOpen, new { SchoolId = schoolId }, ct)).Select(row => row.ToRonde())];

    public async Task<bool> ExistsAsync(SchoolId schoolId, DateOnly nacht, CancellationToken ct) =>
        await session.QueryAsync<int>(Exists, new { SchoolId = schoolId, Nacht = nacht.DayNumber }, ct) is [> 0];

    public async Task<int> FindLaatsteVolgnummerAsync(SchoolId schoolId, DateOnly dag, CancellationToken ct) =>
        (await session.QueryAsync<int>(FindLaatste, new { SchoolId = schoolId, Nacht = dag.DayNumber }, ct))[0];

    public async Task<bool> AddAsync(Ronde ronde, CancellationToken ct)
    {
        try
        {
            await session.ExecuteAsync(Add, RondeRow.Of(ronde), ct);
            return true;
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return false;
        }
    }

    public Task RemoveEndedAsync(SchoolId schoolId, DateOnly nacht, CancellationToken ct) =>
        session.ExecuteAsync(RemoveEnded, new { SchoolId = schoolId, Nacht = nacht.DayNumber }, ct);

    public async Task<bool> BeginAsync(Ronde ronde, CancellationToken ct) =>
        await session.ExecuteAsync(Begin, RondeRow.Of(ronde), ct) == 1;

    public async Task<bool> WakeAsync(Ronde ronde, CancellationToken ct) =>
        await session.ExecuteAsync(Wake, RondeRow.Of(ronde), ct) == 1;

    public async Task<bool> UpdateAsync(Ronde ronde, CancellationToken ct) =>
        await session.ExecuteAsync(Update, RondeRow.Of(ronde), ct) == 1;
}
