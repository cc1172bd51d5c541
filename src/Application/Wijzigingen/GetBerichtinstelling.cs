using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Wijzigingen;

/// <summary>Asks whom a school wants to be told, and how each address fares.</summary>
/// <param name="SchoolId">The school.</param>
[RequiresScope(Scopes.Read)]
public sealed record GetBerichtinstelling(SchoolId SchoolId) : IQuery<BerichtinstellingView>, ISchoolRequest;

internal sealed class GetBerichtinstellingHandler(IOpenSchools scholen, IBerichtinstellingRepository repository)
    : IRequestHandler<GetBerichtinstelling, Result<BerichtinstellingView>>
{
    public async Task<Result<BerichtinstellingView>> Handle(
        GetBerichtinstelling request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        return school.IsOk
            ? BerichtinstellingView.Of(
                await repository.GetAsync(request.SchoolId, cancellationToken),
                await repository.ListAdressenAsync(request.SchoolId, cancellationToken))
            : school.Error;
    }
}
