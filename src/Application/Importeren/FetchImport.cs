using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Application.Importeren;

/// <summary>
/// Does the work of a preview in the background: fetches the sources, joins and compares, and stores the plan. However
/// it goes, the run ends in a state that says what happened; the school's data are only read.
/// </summary>
public sealed partial class FetchImport(
    IImportRunRepository runs,
    LevendeRuns levend,
    FetchSlots slots,
    Bronophaler bronnen,
    Csvophaler bestanden,
    PlanMaker planMaker,
    TimeProvider clock,
    ILogger<FetchImport> logger)
{
    /// <summary>
    /// Fetches and compares one run. It tells that it is alive from now on, also while it waits for its turn.
    /// </summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="id">The run; one that no longer waits to be fetched is left alone.</param>
    /// <param name="ct">Stops the work; the run then ends as interrupted.</param>
    /// <returns>What the sources delivered; null when the run failed or was stopped before.</returns>
    public Task<Aanlevering?> RunAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct) =>
        RunAsync(schoolId, id, nachtsoorten: null, FetchAsync, ct);

    /// <summary>The same for a night: what the school agreed decides what is applied, and no person.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="id">The run.</param>
    /// <param name="nachtsoorten">The kinds that a night applies where nothing was agreed.</param>
    /// <param name="ct">Stops the work; the run then ends as interrupted.</param>
    public Task<Aanlevering?> RunUnattendedAsync(
        SchoolId schoolId, ImportRunId id, IReadOnlyList<RegelSoort> nachtsoorten, CancellationToken ct) =>
        RunAsync(schoolId, id, nachtsoorten, FetchAsync, ct);

    /// <summary>Compares a run with what was delivered for another one just now, without asking the sources again.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="id">The run; one that no longer waits to be fetched is left alone.</param>
    /// <param name="aanlevering">What was delivered.</param>
    /// <param name="ct">Stops the work; the run then ends as interrupted.</param>
    public Task CompareAsync(SchoolId schoolId, ImportRunId id, Aanlevering aanlevering, CancellationToken ct) =>
        RunAsync(schoolId, id, nachtsoorten: null, (_, _, _) => Task.FromResult<Result<Aanlevering>>(aanlevering), ct);

    private async Task<Aanlevering?> RunAsync(
        SchoolId schoolId,
        ImportRunId id,
        IReadOnlyList<RegelSoort>? nachtsoorten,
        Func<ImportRun, Voortgang, CancellationToken, Task<Result<Aanlevering>>> fetch,
        CancellationToken ct)
    {
        // Twice in the queue, it is done once.
        using var leeft = levend.Begin(id);
        if (leeft is null)
        {
            return null;
        }

        try
        {
            return await WorkAsync(schoolId, id, nachtsoorten, fetch, ct);
        }
        finally
        {
            bestanden.Forget(id);
        }
    }

    private async Task<Aanlevering?> WorkAsync(
        SchoolId schoolId,
        ImportRunId id,
        IReadOnlyList<RegelSoort>? nachtsoorten,
        Func<ImportRun, Voortgang, CancellationToken, Task<Result<Aanlevering>>> fetch,
        CancellationToken ct)
    {
        // Not cancellable: a run that was accepted ends in a state that says what happened.
        if (await runs.FindAsync(schoolId, id, CancellationToken.None) is not { State: ImportState.Ophalen } run)
        {
            return null;
        }

        var vorige = await runs.FindVorigeAsync(run, CancellationToken.None);
        var voortgang = new Voortgang(clock, vorige?.Fases ?? []);
        var wachten = voortgang.Begin(Importfase.Wachten);
        await using var heartbeat = Heartbeat.Start(runs, run, voortgang, clock, ct);
        try
        {
            using var slot = await slots.EnterAsync(LaneOf(run), heartbeat.Token);
            wachten.End(0);
            var aanlevering = await fetch(run, voortgang, heartbeat.Token);
            if (aanlevering.IsOk)
            {
                await CompareAsync(run, voortgang, aanlevering.Value, nachtsoorten, heartbeat.Token);
                await LogComparedAsync(run);
                return aanlevering.Value;
            }

            var error = aanlevering.Error;
            await FailAsync(run, voortgang, Importfout.Of(error), ActiehouderOf(error));
            LogFailed(id, error.Code, error.Message);
        }
        catch (OperationCanceledException) when (heartbeat.Token.IsCancellationRequested)
        {
            // Either somebody discarded the run, and it is in its final state; or this process stops.
            await FailAsync(run, voortgang, Importfout.Onderbroken, Actiehouder.School);
            LogStopped(heartbeat.Fault, id);
        }
        catch (Exception exception)
        {
            LogBug(exception, id);
            await FailAsync(run, voortgang, Importfout.Intern, Actiehouder.Kurve);
        }

        return null;
    }

    private static FetchLane LaneOf(ImportRun run) => run.Bron == Bron.Csv ? FetchLane.Files : FetchLane.Sources;

    private Task<Result<Aanlevering>> FetchAsync(ImportRun run, Voortgang voortgang, CancellationToken ct) =>
        run.Bron == Bron.Csv ? bestanden.ReadAsync(run, voortgang, ct) : bronnen.FetchAsync(run, voortgang, ct);

    private async Task CompareAsync(
        ImportRun run, Voortgang voortgang, Aanlevering aanlevering, IReadOnlyList<RegelSoort>? nachtsoorten, CancellationToken ct)
    {
        var fetched = run.Fetched(clock.GetUtcNow()).Value.With(voortgang);
        if (await runs.UpdateAsync(fetched, ct))
        {
            await planMaker.CompareAsync(fetched, aanlevering, nachtsoorten, voortgang, ct);
        }
    }

    private async Task LogComparedAsync(ImportRun started)
    {
        if (await runs.FindAsync(started.SchoolId, started.Id, CancellationToken.None) is { Uitkomst: { } uitkomst } run)
        {
            var leerlingen = uitkomst.Leerlingen;
            LogCompared(
                run.Id,
                run.SchoolId,
                run.AangevraagdDoor,
                run.State,
                leerlingen.Nieuw,
                leerlingen.Bijwerken,
                leerlingen.Archiveren,
                leerlingen.Conflict,
                leerlingen.Afgekeurd,
                (clock.GetUtcNow() - run.Aangevraagd).TotalMilliseconds);
        }
    }

    private static Actiehouder ActiehouderOf(Error error) => error switch
    {
        Bronfout bronfout => bronfout.Actiehouder,
        Csvfout => Actiehouder.School,
        _ => Actiehouder.Kurve,
    };

    /// <summary>
    /// Ends the run as failed, unless it ended otherwise meanwhile. Not cancellable: this must be written.
    /// </summary>
    private async Task FailAsync(ImportRun run, Voortgang voortgang, Importfout fout, Actiehouder actiehouder)
    {
        if (await runs.FindAsync(run.SchoolId, run.Id, CancellationToken.None) is { IsBezig: true } current)
        {
            var failed = current.Fail(fout, actiehouder, clock.GetUtcNow()).Value.With(voortgang);
            await runs.UpdateAsync(failed, CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Import run {RunId} failed with {Code}: {Message}")]
    private partial void LogFailed(ImportRunId runId, string code, string message);

    [LoggerMessage(
        LogLevel.Information,
        "Import run {RunId} of school {SchoolId} by {Caller} is {State}: leerlingen {Added} new, {Updated} updated, {Archived} "
            + "archived, {Conflicts} in conflict, {Rejected} rejected; {Milliseconds:0} ms")]
    private partial void LogCompared(
        ImportRunId runId,
        SchoolLabel schoolId,
        string caller,
        ImportState state,
        int added,
        int updated,
        int archived,
        int conflicts,
        int rejected,
        double milliseconds);

    [LoggerMessage(LogLevel.Information, "Import run {RunId} was stopped")]
    private partial void LogStopped(Exception? heartbeatFault, ImportRunId runId);

    [LoggerMessage(LogLevel.Error, "Import run {RunId} failed unexpectedly")]
    private partial void LogBug(Exception exception, ImportRunId runId);
}
