using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerlingen.Samenvoegen;

/// <summary>
/// Merges two docenten that are one person. The one that stays gets the keys, groepen and leerplannen that it lacks; the
/// other is archived and points at it, so that sources which know its keys reach the one that stays.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="BlijftId">The docent that stays.</param>
/// <param name="VervaltId">The docent that is merged with it.</param>
/// <param name="BlijftEtag">The version of the first that the caller saw; null for any.</param>
/// <param name="VervaltEtag">The version of the other that the caller saw; null for any.</param>
/// <param name="OndanksVerschil">Whether to merge although the ECK iDs differ, or both names do.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
[NotForSupport]
public sealed record MergeDocenten(
    SchoolId SchoolId,
    AccountId BlijftId,
    AccountId VervaltId,
    string? BlijftEtag,
    string? VervaltEtag,
    bool OndanksVerschil,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<SamenvoegingView<DocentView>>, ISchoolRequest, IValidatedCommand, ISamenvoegverzoek;

/// <summary>Undoes a merge of two docenten, while nothing newer touched either.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="DocentId">The docent that was archived by the merge.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
[NotForSupport]
public sealed record UndoMergeDocenten(SchoolId SchoolId, AccountId DocentId, Guid? RequestId, bool ValidateOnly)
    : ICommand<HersteldeSamenvoegingView<DocentView>>, ISchoolRequest, IValidatedCommand;

internal sealed class MergeDocentenHandler(Samenvoeger samenvoeger, DocentMergeSide side)
    : IRequestHandler<MergeDocenten, Result<SamenvoegingView<DocentView>>>
{
    public Task<Result<SamenvoegingView<DocentView>>> Handle(
        MergeDocenten request, CancellationToken cancellationToken) =>
        samenvoeger.MergeAsync(request, side, cancellationToken);
}

internal sealed class UndoMergeDocentenHandler(Samenvoeger samenvoeger, DocentMergeSide side)
    : IRequestHandler<UndoMergeDocenten, Result<HersteldeSamenvoegingView<DocentView>>>
{
    public Task<Result<HersteldeSamenvoegingView<DocentView>>> Handle(
        UndoMergeDocenten request, CancellationToken cancellationToken) =>
        samenvoeger.UndoAsync(request.SchoolId, request.DocentId, "docent_id", side, cancellationToken);
}
