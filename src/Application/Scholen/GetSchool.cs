using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Scholen;

/// <summary>Asks for one school.</summary>
/// <param name="SchoolId">The school.</param>
[RequiresScope(Scopes.Read)]
public sealed record GetSchool(SchoolId SchoolId) : IQuery<SchoolView>, ISchoolRequest;

internal sealed class GetSchoolHandler(ISchoolRepository scholen) : IRequestHandler<GetSchool, Result<SchoolView>>
{
    public async Task<Result<SchoolView>> Handle(GetSchool request, CancellationToken cancellationToken) =>
        await scholen.FindAsync(request.SchoolId, cancellationToken) is { } school
            ? SchoolView.Of(school)
            : new SchoolOnbekend(request.SchoolId);
}
