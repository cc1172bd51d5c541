using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Csv;

/// <summary>
/// Asks how large a file of a school may be. Asked before a file is received, so that nobody can send one who may not.
/// </summary>
/// <param name="SchoolId">The school.</param>
[RequiresScope(Scopes.Import)]
public sealed record GetUploadgrenzen(SchoolId SchoolId) : IQuery<Uploadgrenzen>, ISchoolRequest;

internal sealed class GetUploadgrenzenHandler(IOpenSchools scholen, Uploadgrenzen grenzen)
    : IRequestHandler<GetUploadgrenzen, Result<Uploadgrenzen>>
{
    public async Task<Result<Uploadgrenzen>> Handle(GetUploadgrenzen request, CancellationToken cancellationToken) =>
        (await scholen.GetAsync(request.SchoolId, cancellationToken)).Map(_ => grenzen);
}
