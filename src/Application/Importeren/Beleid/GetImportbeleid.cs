using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Beleid;

/// <summary>Asks for a school's rules for its imports.</summary>
/// <param name="SchoolId">The school.</param>
[RequiresScope(Scopes.Import)]
public sealed record GetImportbeleid(SchoolId SchoolId) : IQuery<ImportbeleidView>, ISchoolRequest;

internal sealed class GetImportbeleidHandler(IOpenSchools scholen, IImportbeleidRepository beleid, TimeProvider clock)
    : IRequestHandler<GetImportbeleid, Result<ImportbeleidView>>
{
    public async Task<Result<ImportbeleidView>> Handle(GetImportbeleid request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        return school.IsOk
            ? ImportbeleidView.Of(await beleid.GetAsync(request.SchoolId, cancellationToken), clock.Today())
            : school.Error;
    }
}
