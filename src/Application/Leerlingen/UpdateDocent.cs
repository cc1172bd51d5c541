using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>
/// Changes a docent by hand. What changes is locked against the source unless said otherwise; plans that were made
/// before are old.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="DocentId">The docent.</param>
/// <param name="Bewerking">What changes.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
[NotForSupport]
public sealed record UpdateDocent(
    SchoolId SchoolId,
    AccountId DocentId,
    Bewerking<DocentGegevens> Bewerking,
    string? Etag,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<DocentView>, ISchoolRequest, IValidatedCommand;

internal sealed class UpdateDocentHandler(Persoonswijzigingen personen)
    : IRequestHandler<UpdateDocent, Result<DocentView>>
{
    public Task<Result<DocentView>> Handle(UpdateDocent request, CancellationToken cancellationToken) =>
        personen.DoAsync(
            request.SchoolId,
            request.DocentId,
            "docent.id",
            request.Etag,
            account => request.Bewerking.ApplyTo(account),
            cancellationToken);
}
