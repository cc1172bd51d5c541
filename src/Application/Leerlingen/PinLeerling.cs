using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>
/// Pins a leerling: until a day no source archives it. Replaces an earlier pin; one that says the same changes nothing.
/// Like every change by hand it makes plans of before old, and undoing an earlier run leaves the leerling as it is.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="LeerlingId">The leerling, who is active.</param>
/// <param name="Reden">Why.</param>
/// <param name="TotEnMet">The last day, from today on.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
public sealed record PinLeerling(
    SchoolId SchoolId,
    AccountId LeerlingId,
    string Reden,
    DateOnly TotEnMet,
    string? Etag,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<LeerlingView>, ISchoolRequest, IValidatedCommand;

/// <summary>Takes the pin of a leerling away. If no source has it, the next preview shows that it leaves.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="LeerlingId">The leerling; one who is not pinned stays as it is.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
public sealed record UnpinLeerling(
    SchoolId SchoolId, AccountId LeerlingId, string? Etag, Guid? RequestId, bool ValidateOnly)
    : ICommand<LeerlingView>, ISchoolRequest, IValidatedCommand;

internal sealed class PinLeerlingHandler(Persoonswijzigingen personen, ICallerAccessor caller, TimeProvider clock)
    : IRequestHandler<PinLeerling, Result<LeerlingView>>
{
    public Task<Result<LeerlingView>> Handle(PinLeerling request, CancellationToken cancellationToken) =>
        personen.DoAsync(
            request.SchoolId,
            request.LeerlingId,
            "leerling_id",
            request.Etag,
            (Account<LeerlingGegevens> account) => Vastzetting
                .Create(request.Reden, request.TotEnMet, clock.Today(), caller.Current.Subject, clock.GetUtcNow())
                .Then(account.Pin),
            cancellationToken);
}

internal sealed class UnpinLeerlingHandler(Persoonswijzigingen personen)
    : IRequestHandler<UnpinLeerling, Result<LeerlingView>>
{
    public Task<Result<LeerlingView>> Handle(UnpinLeerling request, CancellationToken cancellationToken) =>
        personen.DoAsync(
            request.SchoolId,
            request.LeerlingId,
            "leerling_id",
            request.Etag,
            (Account<LeerlingGegevens> account) => account.Unpin(),
            cancellationToken);
}
