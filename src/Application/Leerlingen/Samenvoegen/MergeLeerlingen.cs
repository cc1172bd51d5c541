using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerlingen.Samenvoegen;

/// <summary>
/// Merges two leerlingen that are one person. The one that stays gets the keys, groepen and leerplannen that it lacks; the
/// other is archived and points at it, so that sources which know its keys reach the one that stays.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="BlijftId">The leerling that stays.</param>
/// <param name="VervaltId">The leerling that is merged with it.</param>
/// <param name="BlijftEtag">The version of the first that the caller saw; null for any.</param>
/// <param name="VervaltEtag">The version of the other that the caller saw; null for any.</param>
/// <param name="OndanksVerschil">Whether to merge although the ECK iDs differ, or both names do.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
[NotForSupport]
public sealed record MergeLeerlingen(
    SchoolId SchoolId,
    AccountId BlijftId,
    AccountId VervaltId,
    string? BlijftEtag,
    string? VervaltEtag,
    bool OndanksVerschil,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<SamenvoegingView<LeerlingView>>, ISchoolRequest, IValidatedCommand, ISamenvoegverzoek;

/// <summary>Undoes a merge of two leerlingen, while nothing newer touched either.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="LeerlingId">The leerling that was archived by the merge.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
[NotForSupport]
public sealed record UndoMergeLeerlingen(SchoolId SchoolId, AccountId LeerlingId, Guid? RequestId, bool ValidateOnly)
    : ICommand<HersteldeSamenvoegingView<LeerlingView>>, ISchoolRequest, IValidatedCommand;

internal sealed class MergeLeerlingenHandler(Samenvoeger samenvoeger, LeerlingMergeSide side)
    : IRequestHandler<MergeLeerlingen, Result<SamenvoegingView<LeerlingView>>>
{
    public Task<Result<SamenvoegingView<LeerlingView>>> Handle(
        MergeLeerlingen request, CancellationToken cancellationToken) =>
        samenvoeger.MergeAsync(request, side, cancellationToken);
}

internal sealed class UndoMergeLeerlingenHandler(Samenvoeger samenvoeger, LeerlingMergeSide side)
    : IRequestHandler<UndoMergeLeerlingen, Result<HersteldeSamenvoegingView<LeerlingView>>>
{
    public Task<Result<HersteldeSamenvoegingView<LeerlingView>>> Handle(
        UndoMergeLeerlingen request, CancellationToken cancellationToken) =>
        samenvoeger.UndoAsync(request.SchoolId, request.LeerlingId, "leerling_id", side, cancellationToken);
}
