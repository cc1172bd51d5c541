using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Keeps import runs.</summary>
public interface IImportRunRepository
{
    /// <summary>Finds a run of a school.</summary>
    Task<ImportRun?> FindAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct);

    /// <summary>The runs of a school that may still change: being fetched, or waiting to be applied.</summary>
    Task<IReadOnlyList<ImportRun>> ListOpenAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>Adds a run; <see cref="ImportBezig"/> when the school has one that fetches.</summary>
    Task<Result<Done>> AddAsync(ImportRun run, CancellationToken ct);

    /// <summary>Stores a transition; false when somebody else changed the run first.</summary>
    Task<bool> UpdateAsync(ImportRun run, CancellationToken ct);

    /// <summary>
    /// Notes that the run's process is alive and how far it is; false when the run is no longer being fetched, so that
    /// the process must stop.
    /// </summary>
    Task<bool> BeatAsync(ImportRun run, int gelezen, DateTimeOffset leaseTot, CancellationToken ct);

    /// <summary>
    /// Ends every run, of whatever school, whose process fell silent before <paramref name="now"/>; how many.
    /// </summary>
    Task<int> FailSilentAsync(DateTimeOffset now, CancellationToken ct);
}

/// <summary>Keeps the plans of runs.</summary>
public interface IPlanStore
{
    /// <summary>Stores a plan: its groepen, and every row that has something to say.</summary>
    Task SaveAsync(ImportRun run, ImportPlan plan, CancellationToken ct);

    /// <summary>The number and kind of each row of a run.</summary>
    Task<IReadOnlyDictionary<int, RegelSoort>> ListRegelsAsync(ImportRun run, CancellationToken ct);

    /// <summary>Reads what applying a plan would change.</summary>
    /// <param name="run">The run.</param>
    /// <param name="keuze">Which rows.</param>
    /// <param name="ct">Stops the read.</param>
    Task<Standwijziging> LoadAsync(ImportRun run, Regelkeuze keuze, CancellationToken ct);

    /// <summary>
    /// The conflict that a row is; <see cref="RegelOnbekend"/> or <see cref="RegelGeenConflict"/> otherwise.
    /// </summary>
    Task<Result<Conflict>> FindConflictAsync(ImportRun run, int nummer, CancellationToken ct);
}

/// <summary>Takes runs to fetch in the background.</summary>
public interface IImportQueue
{
    /// <summary>Adds a run. It is fetched as soon as there is room.</summary>
    void Enqueue(SchoolId schoolId, ImportRunId id);
}
