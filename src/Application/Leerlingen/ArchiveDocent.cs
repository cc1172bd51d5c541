using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>
/// Archives a docent by hand, keeping everything. While the source still has the docent, each preview shows that it
/// would come back. Refused while the docent is pinned.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="DocentId">The docent; one who is archived stays as it is.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
public sealed record ArchiveDocent(
    SchoolId SchoolId, AccountId DocentId, string? Etag, Guid? RequestId, bool ValidateOnly)
    : ICommand<DocentView>, ISchoolRequest, IValidatedCommand;

/// <summary>
/// Brings an archived docent back by hand. If no source has it, the next preview shows that it leaves.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="DocentId">The docent; one who is active stays as it is.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
public sealed record ReactivateDocent(
    SchoolId SchoolId, AccountId DocentId, string? Etag, Guid? RequestId, bool ValidateOnly)
    : ICommand<DocentView>, ISchoolRequest, IValidatedCommand;

internal sealed class ArchiveDocentHandler(
    Persoonswijzigingen personen, ICallerAccessor caller, TimeProvider clock)
    : IRequestHandler<ArchiveDocent, Result<DocentView>>
{
    public Task<Result<DocentView>> Handle(ArchiveDocent request, CancellationToken cancellationToken) =>
        personen.DoAsync(
            request.SchoolId,
            request.DocentId,
            "docent_id",
            request.Etag,
            (Account<DocentGegevens> account) => account.Archive(
                caller.Current.Subject, clock.GetUtcNow(), clock.Today()),
            cancellationToken);
}

internal sealed class ReactivateDocentHandler(Persoonswijzigingen personen)
    : IRequestHandler<ReactivateDocent, Result<DocentView>>
{
    public Task<Result<DocentView>> Handle(ReactivateDocent request, CancellationToken cancellationToken) =>
        personen.DoAsync(
            request.SchoolId,
            request.DocentId,
            "docent_id",
            request.Etag,
            (Account<DocentGegevens> account) => account.Reactivate(),
            cancellationToken);
}
