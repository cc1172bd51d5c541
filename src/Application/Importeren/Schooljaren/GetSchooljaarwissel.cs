using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Schooljaren;

/// <summary>Asks for the change of school year at a school.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year that begins; null for the one at hand.</param>
[RequiresScope(Scopes.Read)]
public sealed record GetSchooljaarwissel(SchoolId SchoolId, Schooljaar? Schooljaar) : IQuery<WisselView>, ISchoolRequest;

internal sealed class GetSchooljaarwisselHandler(
    IOpenSchools scholen, IWisselgegevensReader gegevens, TimeProvider clock)
    : IRequestHandler<GetSchooljaarwissel, Result<WisselView>>
{
    public async Task<Result<WisselView>> Handle(GetSchooljaarwissel request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var (id, vandaag) = (request.SchoolId, clock.Today());
        var found = await gegevens.LoadAsync([id], request.Schooljaar ?? Schooljaarwissel.JaarOp(vandaag), cancellationToken);
        return WisselView.Of(school.Value, found[id], vandaag);
    }
}
