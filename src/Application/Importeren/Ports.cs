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

    /// <summary>
    /// The run that was applied last: of the school year if there is one, else of any; null when there is none.
    /// </summary>
    Task<ImportRun?> FindLastAppliedAsync(SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct);

    /// <summary>
    /// Whether something was applied since a run was undone last, of its school year or a later one. Years that have not
    /// begun do not count either way, so that neither preparing nor undoing that says anything of now.
    /// </summary>
    Task<bool> IsLastAppliedKeptAsync(SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct);

    /// <summary>Adds a run; <see cref="ImportBezig"/> when the school has one that fetches.</summary>
    Task<Result<Done>> AddAsync(ImportRun run, CancellationToken ct);

    /// <summary>Stores a transition; false when somebody else changed the run first.</summary>
    Task<bool> UpdateAsync(ImportRun run, CancellationToken ct);

    /// <summary>The last run of the school before this one that was compared; null when there is none.</summary>
    Task<ImportRun?> FindVorigeAsync(ImportRun run, CancellationToken ct);

    /// <summary>
    /// Notes that the run's process is alive (its lease) and how far it is (its phases), beside whatever else this
    /// process writes; false when the run is no longer being fetched, so that the process must stop.
    /// </summary>
    Task<bool> BeatAsync(ImportRun run, CancellationToken ct);

    /// <summary>Whether the run is still being fetched or compared. Writes nothing.</summary>
    Task<bool> IsBezigAsync(ImportRun run, CancellationToken ct);

    /// <summary>
    /// Ends every run, of whatever school, whose process fell silent before <paramref name="now"/>; how many. Writes
    /// nothing when there is none.
    /// </summary>
    /// <param name="now">The moment.</param>
    /// <param name="levend">Runs that are not silent, whatever the store says.</param>
    /// <param name="ct">Stops it.</param>
    Task<int> FailSilentAsync(DateTimeOffset now, IReadOnlySet<ImportRunId> levend, CancellationToken ct);
}

/// <summary>Keeps the plans of runs.</summary>
public interface IPlanStore
{
    /// <summary>Stores a plan: its groepen, and every row that has something to say.</summary>
    /// <param name="run">The run.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="progress">Is told the number of rows stored so far, now and then.</param>
    /// <param name="ct">Stops the storing.</param>
    Task SaveAsync(ImportRun run, ImportPlan plan, IProgress<int>? progress, CancellationToken ct);

    /// <summary>Stores the losse regels of the school's last compared run, in the place of those of the one before.</summary>
    Task SaveLosseRegelsAsync(ImportRun run, IReadOnlyList<LosseRegel> regels, CancellationToken ct);

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
    /// <summary>Whether runs are still taken: not by a process that stops.</summary>
    bool IsOpen { get; }

    /// <summary>Adds a run. It is fetched as soon as there is room.</summary>
    void Enqueue(SchoolId schoolId, ImportRunId id);
}
