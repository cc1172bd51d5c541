using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>
/// Changes a leerling by hand. What changes is locked against the source unless said otherwise; plans that were made
/// before are old.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="LeerlingId">The leerling.</param>
/// <param name="Bewerking">What changes.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
[NotForSupport]
public sealed record UpdateLeerling(
    SchoolId SchoolId,
    AccountId LeerlingId,
    Bewerking<LeerlingGegevens> Bewerking,
    string? Etag,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<LeerlingView>, ISchoolRequest, IValidatedCommand;

internal sealed class UpdateLeerlingHandler(Persoonswijzigingen personen)
    : IRequestHandler<UpdateLeerling, Result<LeerlingView>>
{
    public Task<Result<LeerlingView>> Handle(UpdateLeerling request, CancellationToken cancellationToken) =>
        personen.DoAsync(
            request.SchoolId,
            request.LeerlingId,
            "leerling.id",
            request.Etag,
            account => Check(account, request.Bewerking.ApplyTo(account)),
            cancellationToken);

    // What a source left inconsistent does not stand in the way of another change.
    private static Result<Account<LeerlingGegevens>> Check(
        Account<LeerlingGegevens> before, Account<LeerlingGegevens> after) =>
        (before.Gegevens.DifferenceTo(after.Gegevens) & (Veld.Leerjaar | Veld.Doelgroep)) != Veld.Geen
        && after.Gegevens is { Leerjaar: { } leerjaar, Doelgroep: { } doelgroep } && leerjaar != doelgroep.Leerjaar
            ? new LeerjaarAndersDanDoelgroep(leerjaar, doelgroep.Leerjaar) { Field = "leerling.leerjaar" }
            : after;
}
