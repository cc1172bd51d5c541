using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Scholen.Contract;

/// <summary>Gives other modules the schools that something may be done for.</summary>
public interface IOpenSchools
{
    /// <summary>The school; <see cref="SchoolOnbekend"/> or <see cref="SchoolGesloten"/> otherwise.</summary>
    Task<Result<School>> GetAsync(SchoolId id, CancellationToken ct);
}

internal sealed class OpenSchools(ISchoolRepository scholen) : IOpenSchools
{
    public async Task<Result<School>> GetAsync(SchoolId id, CancellationToken ct) =>
        await scholen.FindAsync(id, ct) switch
        {
            null => new SchoolOnbekend(id),
            { Gesloten: not null } => new SchoolGesloten(id),
            var school => school,
        };
}
