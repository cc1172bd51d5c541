using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Scholen.Contract;

/// <summary>Gives other modules the schools that something may be done for.</summary>
public interface IOpenSchools
{
    /// <summary>The school; <see cref="SchoolOnbekend"/> or <see cref="SchoolGesloten"/> otherwise.</summary>
    Task<Result<School>> GetAsync(SchoolId id, CancellationToken ct);

    /// <summary>A page of them, in the order of their registration; <see cref="PageTokenOngeldig"/> otherwise.</summary>
    /// <param name="page">Which page.</param>
    /// <param name="bound">Only these; null for all.</param>
    /// <param name="ct">Stops the read.</param>
    Task<Result<Page<School>>> ListAsync(PageRequest page, IReadOnlySet<SchoolId>? bound, CancellationToken ct);

    /// <summary>Where the page after a school begins.</summary>
    string TokenAfter(SchoolId id);
}

internal sealed class OpenSchools(ISchoolRepository scholen) : IOpenSchools
{
    public async Task<Result<School>> GetAsync(SchoolId id, CancellationToken ct)
    {
        var school = await scholen.FindAsync(id, ct);
        if (school is null)
        {
            return new SchoolOnbekend(id);
        }

        SchoolLabel.Note(id, school.Brin);
        return school.Gesloten is null ? school : new SchoolGesloten(id);
    }

    public Task<Result<Page<School>>> ListAsync(
        PageRequest page, IReadOnlySet<SchoolId>? bound, CancellationToken ct) => scholen.ListOpenAsync(page, bound, ct);

    public string TokenAfter(SchoolId id) => scholen.TokenAfter(id);
}
