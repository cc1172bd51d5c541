using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerplannen;

/// <summary>Replaces what a leerplan says; null leaves a part as it is.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year; null for the groep's own, or for the current one.</param>
/// <param name="Bereik">For whom.</param>
/// <param name="Keuzes">All that it is to say of vaardigheden, each code once.</param>
/// <param name="Streefniveaus">All that it is to say of levels to reach, each vak once.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Leerplan)]
public sealed record UpdateLeerplan(
    SchoolId SchoolId,
    Schooljaar? Schooljaar,
    Leerplanbereik Bereik,
    IReadOnlyDictionary<string, bool>? Keuzes,
    IReadOnlyDictionary<Vak, Niveau>? Streefniveaus,
    string? Etag,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<LeerplanwijzigingView>, IValidatedCommand, ISchoolRequest;

internal sealed class UpdateLeerplanHandler(LeerplanWijziging wijziging)
    : IRequestHandler<UpdateLeerplan, Result<LeerplanwijzigingView>>
{
    public Task<Result<LeerplanwijzigingView>> Handle(
        UpdateLeerplan request, CancellationToken cancellationToken) => wijziging.DoAsync(
        new Leerplanverwijzing(
            request.SchoolId, request.Schooljaar, request.Bereik, request.Etag, Veld: "leerplan.bereik"),
        (keuze, leerplan) => keuze.Replace(leerplan, request.Keuzes, request.Streefniveaus),
        cancellationToken);
}
