using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Scholen;

/// <summary>Keeps schools.</summary>
public interface ISchoolRepository
{
    /// <summary>Finds a school.</summary>
    Task<School?> FindAsync(SchoolId id, CancellationToken ct);

    /// <summary>Adds a school; <see cref="SchoolBestaat"/> when an open one has its BRIN.</summary>
    Task<Result<Done>> AddAsync(School school, CancellationToken ct);

    /// <summary>Stores a change; <see cref="VersieGewijzigd"/> when somebody else was first.</summary>
    Task<Result<Done>> UpdateAsync(School school, CancellationToken ct);
}
