using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Conflicten;

/// <summary>Remembers what people decided of conflicts.</summary>
public interface IBeslissingStore
{
    /// <summary>All decisions of a school.</summary>
    Task<IReadOnlyList<Beslissing>> ListAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>One decision.</summary>
    Task<Beslissing?> FindAsync(SchoolId schoolId, BeslissingId id, CancellationToken ct);

    /// <summary>Remembers a decision, in the place of an earlier one about the same key.</summary>
    Task SaveAsync(SchoolId schoolId, Beslissing beslissing, CancellationToken ct);

    /// <summary>Forgets a decision.</summary>
    Task DeleteAsync(SchoolId schoolId, BeslissingId id, CancellationToken ct);

    /// <summary>
    /// Forgets all decisions of schools that decided and imported nothing since a moment; of how many schools. Writes nothing
    /// when there are none.
    /// </summary>
    Task<int> RemoveOfStoppedSchoolsAsync(DateTimeOffset since, CancellationToken ct);
}
