using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Conflicten;

/// <summary>Asks for a page of what people decided of a school's conflicts, oldest first.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Page">Which page.</param>
[RequiresScope(Scopes.Import)]
public sealed record ListBeslissingen(SchoolId SchoolId, PageRequest Page) : IQuery<Page<BeslissingView>>, IAuditedQuery;

/// <summary>A decision as it is shown; the meaning of each member is that of <see cref="Beslissing"/>.</summary>
public sealed record BeslissingView(
    Guid Id,
    Persoonssoort Persoon,
    Beslissingsoort Soort,
    string Naam,
    IReadOnlyList<Persoonssleutel> Sleutels,
    Guid? AccountId,
    IReadOnlyList<Guid> Niet,
    Veld Zonder,
    string Door,
    DateTimeOffset Moment,
    DateTimeOffset VervaltOp)
{
    /// <summary>Shows a decision.</summary>
    public static BeslissingView Of(Beslissing beslissing) => new(
        beslissing.Id.Value,
        beslissing.Persoon,
        beslissing.Soort,
        beslissing.Naam,
        beslissing.Sleutels,
        beslissing.Account?.Value,
        [.. beslissing.Niet.Select(id => id.Value)],
        beslissing.Zonder,
        beslissing.Door,
        beslissing.Moment,
        beslissing.VervaltOp);
}
