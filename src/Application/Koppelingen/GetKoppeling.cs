using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>Asks for a school's koppeling.</summary>
/// <param name="SchoolId">The school.</param>
[RequiresScope(Scopes.Read)]
public sealed record GetKoppeling(SchoolId SchoolId) : IQuery<KoppelingView>, ISchoolRequest;

internal sealed class GetKoppelingHandler(IKoppelingRepository koppelingen)
    : IRequestHandler<GetKoppeling, Result<KoppelingView>>
{
    public async Task<Result<KoppelingView>> Handle(GetKoppeling request, CancellationToken cancellationToken) =>
        await koppelingen.FindAsync(request.SchoolId, cancellationToken) is { } koppeling
            ? KoppelingView.Of(koppeling)
            : new KoppelingOnbekend(request.SchoolId);
}
