using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>Asks for many leerlingen at once.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="LeerlingIds">1 to 500 ids.</param>
[RequiresScope(Scopes.Read)]
public sealed record BatchGetLeerlingen(SchoolId SchoolId, IReadOnlyList<AccountId> LeerlingIds)
    : IQuery<LeerlingenGevonden>, IAuditedQuery;

/// <summary>Many leerlingen.</summary>
/// <param name="Leerlingen">Those found, in the order asked for.</param>
/// <param name="NietGevonden">The ids that the school does not have.</param>
public sealed record LeerlingenGevonden(
    IReadOnlyList<LeerlingView> Leerlingen, IReadOnlyList<Guid> NietGevonden) : IShowsPeople
{
    /// <inheritdoc/>
    public int AantalPersonen => Leerlingen.Count;
}
