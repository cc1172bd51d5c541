using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Finds a run, changes its state and stores it.</summary>
internal sealed class RunTransition(IImportRunRepository runs)
{
    /// <summary>The run after; or why it could not be changed.</summary>
    public async Task<Result<ImportRun>> DoAsync(
        SchoolId schoolId, ImportRunId id, Func<ImportRun, Result<ImportRun>> change, CancellationToken ct)
    {
        if (await runs.FindAsync(schoolId, id, ct) is not { } run)
        {
            return new ImportRunOnbekend(id);
        }

        var changed = change(run);
        return !changed.IsOk || await runs.UpdateAsync(changed.Value, ct) ? changed : new RunGewijzigd(id);
    }
}
