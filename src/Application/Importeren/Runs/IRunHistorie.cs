using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Runs;

/// <summary>Finds runs by what became of them.</summary>
public interface IRunHistorie
{
    /// <summary>Finds a run of a school.</summary>
    Task<ImportRun?> FindAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct);

    /// <summary>
    /// The newest runs of the same school year that were applied after another, changed somebody and were not undone.
    /// </summary>
    Task<IReadOnlyList<ImportRun>> ListLaterAppliedAsync(ImportRun run, CancellationToken ct);

    /// <summary>The newest run before <paramref name="id"/> that was compared; null when there is none.</summary>
    Task<ImportRun?> FindComparedBeforeAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct);

    /// <summary>The newest run before one that was applied and not undone, and still has its rows; null when there is none.</summary>
    Task<ImportRun?> FindAppliedBeforeAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct);

    /// <summary>Some runs, of whatever school, whose preview is too old.</summary>
    Task<IReadOnlyList<ImportRun>> ListExpiredAsync(DateTimeOffset now, int most, CancellationToken ct);

    /// <summary>Some runs, of whatever school, that ended before a moment and still have their plan.</summary>
    Task<IReadOnlyList<ImportRun>> ListEndedBeforeAsync(DateTimeOffset moment, int most, CancellationToken ct);
}

/// <summary>Takes away the plans of runs.</summary>
public interface IPlanOpruimer
{
    /// <summary>Takes away the rows and groepen of a run, in the transaction at hand; the run itself stays.</summary>
    Task RemoveAsync(ImportRun run, CancellationToken ct);
}
