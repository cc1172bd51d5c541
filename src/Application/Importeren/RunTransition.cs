using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Runs;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Finds a run, changes its state as somebody asks, and stores it with who did that.</summary>
internal sealed class RunTransition(IImportRunRepository runs, ICallerAccessor caller, TimeProvider clock)
{
    /// <summary>The run after; or why it could not be changed.</summary>
    public async Task<Result<ImportRun>> DoAsync(
        SchoolId schoolId, ImportRunId id, Func<ImportRun, Result<ImportRun>> change, CancellationToken ct)
    {
        if (await runs.FindAsync(schoolId, id, ct) is not { } run)
        {
            return new ImportRunOnbekend(id);
        }

        var now = clock.GetUtcNow();
        if (run.IsVervallen(now))
        {
            return new VoorbeeldVervallen(id, run.Vervalt ?? now);
        }

        var changed = change(run).Map(after => Note(after, now));
        return !changed.IsOk || await runs.UpdateAsync(changed.Value, ct) ? changed : new RunGewijzigd(id);
    }

    /// <summary>The run as it would be after, without storing it.</summary>
    public Result<ImportRun> Tell(ImportRun run, Func<ImportRun, Result<ImportRun>> change) =>
        change(run).Map(after => Note(after, clock.GetUtcNow()));

    private ImportRun Note(ImportRun after, DateTimeOffset now)
    {
        (Handelingsoort Soort, int Personen)? what = after.State switch
        {
            ImportState.Vergeleken => (Handelingsoort.Vrijgegeven, 0),
            ImportState.Toegepast => (Handelingsoort.Toegepast, after.ToegepastePersonen),
            ImportState.Verworpen => (Handelingsoort.Verworpen, 0),
            ImportState.Teruggedraaid => (Handelingsoort.Teruggedraaid, after.Verloop.Terugdraaiing?.Hersteld ?? 0),
            _ => null,
        };
        return what is { } handeling
            ? after.Note(new Handeling(handeling.Soort, caller.Current.Subject, now, handeling.Personen))
            : after;
    }
}
