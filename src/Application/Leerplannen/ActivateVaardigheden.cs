using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerplannen;

/// <summary>Activates vaardigheden for a doelgroep, groep or leerling.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year; null for the groep's own, or for the current one.</param>
/// <param name="Bereik">For whom.</param>
/// <param name="Vaardigheden">Codes, at least one.</param>
/// <param name="MetVoorwaarden">Whether voorwaarden that are not active are activated as well.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Leerplan)]
public sealed record ActivateVaardigheden(
    SchoolId SchoolId,
    Schooljaar? Schooljaar,
    Leerplanbereik Bereik,
    IReadOnlyList<string> Vaardigheden,
    bool MetVoorwaarden,
    string? Etag,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<LeerplanwijzigingView>, IValidatedCommand, ISchoolRequest;

internal sealed class ActivateVaardighedenHandler(LeerplanWijziging wijziging)
    : IRequestHandler<ActivateVaardigheden, Result<LeerplanwijzigingView>>
{
    public Task<Result<LeerplanwijzigingView>> Handle(
        ActivateVaardigheden request, CancellationToken cancellationToken) => wijziging.DoAsync(
        new Leerplanverwijzing(request.SchoolId, request.Schooljaar, request.Bereik, request.Etag),
        (keuze, leerplan) => keuze.Activate(leerplan, request.Vaardigheden, request.MetVoorwaarden),
        cancellationToken);
}
