using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>Asks for one leerling.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="LeerlingId">The leerling.</param>
[RequiresScope(Scopes.Read)]
public sealed record GetLeerling(SchoolId SchoolId, AccountId LeerlingId) : IQuery<LeerlingView>, ISchoolRequest;

/// <summary>The school has no such leerling.</summary>
public sealed record LeerlingOnbekend(AccountId LeerlingId)
    : Error(
        ErrorKind.NotFound,
        "LEERLING_ONBEKEND",
        $"This school has no leerling {LeerlingId}.",
        "Deze leerling is niet bekend.");
