using System.Data.Common;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Runs;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Importeren;

/// <summary>States 1 and 2 fetch and compare; 3 and 4 wait for a person; 6 is applied, 9 undone.</summary>
internal sealed class ImportRunRepository(DbSession session) : IImportRunRepository
{
    // The one that was undone last is among those that were made last.
    private const int RecentlyUndone = 20;

    private const string Find = $"""
        SELECT {ImportRunRow.Columns}
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND Id = @Id;
        """;

    private const string ListOpen = $"""
        SELECT {ImportRunRow.Columns}
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND State IN (1, 2, 3, 4);
        """;

    private const string FindLastApplied = $"""
        SELECT {ImportRunRow.Columns}
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND State = 6
        ORDER BY CASE WHEN Schooljaar = @Schooljaar THEN 0 ELSE 1 END, Id DESC
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    // Undone is 9.
    private const string FindUndone = $"""
        SELECT {ImportRunRow.Columns}
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND State = 9 AND Schooljaar <= @Schooljaar
        ORDER BY Id DESC
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string CountApplied = """
        SELECT COUNT(*)
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND State = 6
            AND (@Since IS NULL OR (Beeindigd > @Since AND Schooljaar >= @Van AND Schooljaar <= @Schooljaar));
        """;

    private const string Add = """
        INSERT INTO Importeren_Run (SchoolId, Id, Bron, State, Schooljaar, AangevraagdDoor, Aangevraagd, LeaseTot,
            Gelezen, Uitkomst, FoutCode, FoutTekst, Actiehouder, Vergeleken, Vrijgegeven, Beeindigd, ToegepasteSoorten,
            ToegepastePersonen, Fases, Versie, Verloop, Vervalt, PlanOpgeruimd,
            Upload)
        VALUES (@SchoolId, @Id, @Bron, @State, @Schooljaar, @AangevraagdDoor, @Aangevraagd, @LeaseTot, @Gelezen,
            @Uitkomst, @FoutCode, @FoutTekst, @Actiehouder, @Vergeleken, @Vrijgegeven, @Beeindigd,
            @ToegepasteSoorten, @ToegepastePersonen, @Fases, @Versie, @Verloop, @Vervalt, @PlanOpgeruimd,
            @Upload);
        """;

    private const string Update = """
        UPDATE Importeren_Run
        SET State = @State, LeaseTot = @LeaseTot, Gelezen = @Gelezen, Uitkomst = @Uitkomst, FoutCode = @FoutCode,
            FoutTekst = @FoutTekst, Actiehouder = @Actiehouder, Vergeleken = @Vergeleken, Vrijgegeven = @Vrijgegeven,
            Beeindigd = @Beeindigd, ToegepasteSoorten = @ToegepasteSoorten,
            ToegepastePersonen = @ToegepastePersonen, Fases = @Fases, Versie = @Versie,
            Verloop = @Verloop, Vervalt = @Vervalt,
            PlanOpgeruimd = @PlanOpgeruimd
        WHERE SchoolId = @SchoolId AND Id = @Id AND Versie = @Versie - 1;
        """;

    private const string Beat = """
        UPDATE Importeren_Run
        SET Gelezen = @Gelezen, Fases = @Fases, LeaseTot = @LeaseTot
        WHERE SchoolId = @SchoolId AND Id = @Id AND State IN (1, 2);
        """;

    private const string FindState = """
        SELECT State
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND Id = @Id;
        """;

    private const string FindVorige = $"""
        SELECT {ImportRunRow.Columns}
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND Id < @Id AND Bron = @Bron AND Vergeleken IS NOT NULL
        ORDER BY Id DESC
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string ListSilent = """
        SELECT SchoolId, Id
        FROM Importeren_Run
        WHERE State IN (1, 2) AND (LeaseTot < @Now OR LeaseTot > @Longest);
        """;

    private const string FailSilent = """
        UPDATE Importeren_Run
        SET State = @Mislukt, FoutCode = @Code, FoutTekst = @Tekst, Actiehouder = @Actiehouder, Beeindigd = @Now,
            Versie = Versie + 1
        WHERE SchoolId = @SchoolId AND Id = @Id AND State IN (1, 2) AND (LeaseTot < @Now OR LeaseTot > @Longest);
        """;

    public async Task<ImportRun?> FindAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct) =>
        (await session.FindAsync<ImportRunRow>(Find, new { SchoolId = schoolId, Id = id }, ct))?.ToRun();

    public async Task<ImportRun?> FindLastAppliedAsync(
        SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct)
    {
        var parameters = new { SchoolId = schoolId, Schooljaar = schooljaar.Begin, Take = 1 };
        return (await session.FindAsync<ImportRunRow>(FindLastApplied, parameters, ct))?.ToRun();
    }

    public async Task<bool> IsLastAppliedKeptAsync(SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct)
    {
        var parameters = new { SchoolId = schoolId, Schooljaar = schooljaar.Begin, Take = RecentlyUndone };
        var undone = (await session.QueryAsync<ImportRunRow>(FindUndone, parameters, ct))
            .Select(row => row.ToRun())
            .SelectMany(
                run => run.Verloop.Handelingen.Where(h => h.Soort == Handelingsoort.Teruggedraaid),
                (run, handeling) => (run.Schooljaar, handeling.Moment))
            .OrderBy(undo => undo.Moment)
            .Cast<(Schooljaar Schooljaar, DateTimeOffset Moment)?>()
            .LastOrDefault();
        var since = new
        {
            SchoolId = schoolId,
            Schooljaar = schooljaar.Begin,
            Since = undone?.Moment,
            Van = undone?.Schooljaar.Begin,
        };
        return await session.QueryAsync<int>(CountApplied, since, ct) is [> 0];
    }

    public async Task<IReadOnlyList<ImportRun>> ListOpenAsync(SchoolId schoolId, CancellationToken ct)
    {
        var rows = await session.QueryAsync<ImportRunRow>(ListOpen, new { SchoolId = schoolId }, ct);
        return [.. rows.Select(r => r.ToRun())];
    }

    public async Task<Result<Done>> AddAsync(ImportRun run, CancellationToken ct)
    {
        try
        {
            await session.ExecuteAsync(Add, ImportRunRow.Of(run), ct);
            return new Done();
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            var other = (await ListOpenAsync(run.SchoolId, ct)).FirstOrDefault(r => r.IsBezig);
            return new ImportBezig(other?.Id ?? run.Id);
        }
    }

    public async Task<bool> UpdateAsync(ImportRun run, CancellationToken ct) =>
        await session.ExecuteAsync(Update, ImportRunRow.Of(run), ct) == 1;

    public async Task<ImportRun?> FindVorigeAsync(ImportRun run, CancellationToken ct)
    {
        var parameters = new { run.SchoolId, run.Id, run.Bron, Take = 1 };
        return (await session.FindAsync<ImportRunRow>(FindVorige, parameters, ct))?.ToRun();
    }

    public async Task<bool> BeatAsync(ImportRun run, CancellationToken ct)
    {
        var fases = ImportRunRow.ToBytes(run.Fases);
        var parameters = new { run.SchoolId, run.Id, run.Gelezen, Fases = fases, run.LeaseTot };
        return await session.ExecuteApartAsync(Beat, parameters, ct) == 1;
    }

    public async Task<bool> IsBezigAsync(ImportRun run, CancellationToken ct) =>
        await session.FindApartAsync<int?>(FindState, new { run.SchoolId, run.Id }, ct)
            is (int)ImportState.Ophalen or (int)ImportState.Opgehaald;

    public async Task<int> FailSilentAsync(
        DateTimeOffset now, IReadOnlySet<ImportRunId> levend, CancellationToken ct)
    {
        var longest = now + ImportRun.LongestLease;
        var silent = await session.QueryAsync<SilentRow>(ListSilent, new { Now = now, Longest = longest }, ct);
        var ended = 0;
        foreach (var row in silent.Where(row => !levend.Contains(row.Id)))
        {
            // It may have been heard of since.
            var parameters = new
            {
                row.SchoolId,
                row.Id,
                Mislukt = ImportState.Mislukt,
                Importfout.Onderbroken.Code,
                Importfout.Onderbroken.Tekst,
                Actiehouder = Actiehouder.School,
                Now = now,
                Longest = longest,
            };
            ended += await session.ExecuteAsync(FailSilent, parameters, ct);
        }

        return ended;
    }

    private sealed class SilentRow
    {
        public required SchoolId SchoolId { get; init; }

        public required ImportRunId Id { get; init; }
    }
}
