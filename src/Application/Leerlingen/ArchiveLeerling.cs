using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>
/// Archives a leerling by hand, keeping everything. While the source still has the leerling, each preview shows that it
/// would come back. Refused while the leerling is pinned.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="LeerlingId">The leerling; one who is archived stays as it is.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
public sealed record ArchiveLeerling(
    SchoolId SchoolId, AccountId LeerlingId, string? Etag, Guid? RequestId, bool ValidateOnly)
    : ICommand<LeerlingView>, ISchoolRequest, IValidatedCommand;

/// <summary>Brings an archived leerling back by hand. If no source has it, the next preview shows that it leaves.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="LeerlingId">The leerling; one who is active stays as it is.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
public sealed record ReactivateLeerling(
    SchoolId SchoolId, AccountId LeerlingId, string? Etag, Guid? RequestId, bool ValidateOnly)
    : ICommand<LeerlingView>, ISchoolRequest, IValidatedCommand;

internal sealed class ArchiveLeerlingHandler(
    Persoonswijzigingen personen, ICallerAccessor caller, TimeProvider clock)
    : IRequestHandler<ArchiveLeerling, Result<LeerlingView>>
{
    public Task<Result<LeerlingView>> Handle(ArchiveLeerling request, CancellationToken cancellationToken) =>
        personen.DoAsync(
            request.SchoolId,
            request.LeerlingId,
            "leerling_id",
            request.Etag,
            (Account<LeerlingGegevens> account) => account.Archive(
                caller.Current.Subject, clock.GetUtcNow(), clock.Today()),
            cancellationToken);
}

internal sealed class ReactivateLeerlingHandler(Persoonswijzigingen personen)
    : IRequestHandler<ReactivateLeerling, Result<LeerlingView>>
{
    public Task<Result<LeerlingView>> Handle(ReactivateLeerling request, CancellationToken cancellationToken) =>
        personen.DoAsync(
            request.SchoolId,
            request.LeerlingId,
            "leerling_id",
            request.Etag,
            (Account<LeerlingGegevens> account) => account.Reactivate(),
            cancellationToken);
}
