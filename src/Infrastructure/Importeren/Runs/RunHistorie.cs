using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Importeren.Runs;

/// <summary>States 3 and 4 wait for a person; 6 is applied.</summary>
internal sealed class RunHistorie(DbSession session, IImportRunRepository runs) : IRunHistorie, IPlanOpruimer
{
    // The nights of a year; a plan is kept for less.
    private const int MostLater = 400;

    private const string LaterApplied = $"""
        SELECT {ImportRunRow.Columns}
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND State = 6 AND Schooljaar = @Schooljaar AND Beeindigd >= @Beeindigd AND Id <> @Id
            AND ToegepastePersonen > 0
        ORDER BY Beeindigd DESC, Id DESC
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string ComparedBefore = $"""
        SELECT {ImportRunRow.Columns}
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND Id < @Id AND Uitkomst IS NOT NULL
        ORDER BY Id DESC
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string AppliedBefore = $"""
        SELECT {ImportRunRow.Columns}
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND Id < @Id AND State = 6 AND Uitkomst IS NOT NULL AND PlanOpgeruimd IS NULL
        ORDER BY Id DESC
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string Expired = $"""
        SELECT {ImportRunRow.Columns}
        FROM Importeren_Run
        WHERE State IN (3, 4) AND Vervalt <= @Now
        ORDER BY Vervalt
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string EndedBefore = $"""
        SELECT {ImportRunRow.Columns}
        FROM Importeren_Run
        WHERE PlanOpgeruimd IS NULL AND Beeindigd < @Moment
        ORDER BY Beeindigd
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string RemovePlan = """
        DELETE FROM Importeren_Regel WHERE SchoolId = @SchoolId AND RunId = @Id;
        DELETE FROM Importeren_LosseRegel WHERE SchoolId = @SchoolId AND RunId = @Id;
        UPDATE Importeren_Run SET Groepen = NULL WHERE SchoolId = @SchoolId AND Id = @Id;
        """;

    public Task<ImportRun?> FindAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct) =>
        runs.FindAsync(schoolId, id, ct);

    public Task<IReadOnlyList<ImportRun>> ListLaterAppliedAsync(ImportRun run, CancellationToken ct) => ListAsync(
        LaterApplied,
        new { run.SchoolId, Schooljaar = run.Schooljaar.Begin, run.Beeindigd, run.Id, Take = MostLater },
        ct);

    public Task<ImportRun?> FindComparedBeforeAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct) =>
        FindAsync(ComparedBefore, new { SchoolId = schoolId, Id = id, Take = 1 }, ct);

    public Task<ImportRun?> FindAppliedBeforeAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct) =>
        FindAsync(AppliedBefore, new { SchoolId = schoolId, Id = id, Take = 1 }, ct);

    public Task<IReadOnlyList<ImportRun>> ListExpiredAsync(DateTimeOffset now, int most, CancellationToken ct) =>
        ListAsync(Expired, new { Now = now, Take = most }, ct);

    public Task<IReadOnlyList<ImportRun>> ListEndedBeforeAsync(
        DateTimeOffset moment, int most, CancellationToken ct) =>
        ListAsync(EndedBefore, new { Moment = moment, Take = most }, ct);

    public Task RemoveAsync(ImportRun run, CancellationToken ct) =>
        session.ExecuteAsync(RemovePlan, new { run.SchoolId, run.Id }, ct);

    private async Task<ImportRun?> FindAsync(string sql, object parameters, CancellationToken ct) =>
        (await session.FindAsync<ImportRunRow>(sql, parameters, ct))?.ToRun();

    private async Task<IReadOnlyList<ImportRun>> ListAsync(string sql, object parameters, CancellationToken ct) =>
        [.. (await session.QueryAsync<ImportRunRow>(sql, parameters, ct)).Select(r => r.ToRun())];
}
