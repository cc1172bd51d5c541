using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Scholen;

/// <summary>Keeps schools.</summary>
public interface ISchoolRepository
{
    /// <summary>Finds a school.</summary>
    Task<School?> FindAsync(SchoolId id, CancellationToken ct);

    /// <summary>A page of open schools; <see cref="PageTokenOngeldig"/> for a token that is not one.</summary>
    Task<Result<Page<School>>> ListOpenAsync(PageRequest page, IReadOnlySet<SchoolId>? bound, CancellationToken ct);

    /// <summary>Where the page after a school begins.</summary>
    string TokenAfter(SchoolId id);

    /// <summary>Adds a school; <see cref="SchoolBestaat"/> when an open one has its BRIN.</summary>
    Task<Result<Done>> AddAsync(School school, CancellationToken ct);

    /// <summary>Stores a change; <see cref="VersieGewijzigd"/> when somebody else was first.</summary>
    Task<Result<Done>> UpdateAsync(School school, CancellationToken ct);
}
