using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerplannen;

/// <summary>Asks what one pupil practises. An unknown one is among those that were not found.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="LeerlingId">The pupil.</param>
/// <param name="Schooljaar">The school year; null for the current one.</param>
[RequiresScope(Scopes.Read)]
public sealed record GetEffectiveLeerplan(SchoolId SchoolId, AccountId LeerlingId, Schooljaar? Schooljaar)
    : IQuery<EffectieveLeerplannenView>, ISchoolRequest;

/// <summary>Asks what many pupils practise, in as many statements as for one.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="LeerlingIds">1 to 500 ids.</param>
/// <param name="Schooljaar">The school year; null for the current one.</param>
[RequiresScope(Scopes.Read)]
public sealed record BatchGetEffectiveLeerplannen(
    SchoolId SchoolId, IReadOnlyList<AccountId> LeerlingIds, Schooljaar? Schooljaar)
    : IQuery<EffectieveLeerplannenView>, IAuditedQuery;
