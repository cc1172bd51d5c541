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
public sealed record GetSchooljaarwissel(SchoolId SchoolId, Schooljaar? Schooljaar) : IQuery<WisselMetEinde>, ISchoolRequest;

/// <summary>The change of school year at a school, with what ends by it.</summary>
/// <param name="Wissel">The change.</param>
/// <param name="Einde">What ends.</param>
public sealed record WisselMetEinde(WisselView Wissel, Jaareinde Einde);

internal sealed class GetSchooljaarwisselHandler(
    IOpenSchools scholen, IWisselgegevensReader gegevens, Eindezoeker einde, TimeProvider clock)
    : IRequestHandler<GetSchooljaarwissel, Result<WisselMetEinde>>
{
    public async Task<Result<WisselMetEinde>> Handle(GetSchooljaarwissel request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var (id, vandaag) = (request.SchoolId, clock.Today());
        var jaar = request.Schooljaar ?? Schooljaarwissel.JaarOp(vandaag);
        var found = await gegevens.LoadAsync([id], jaar, cancellationToken);
        return new WisselMetEinde(
            WisselView.Of(school.Value, found[id], vandaag), await einde.FindAsync(id, jaar, cancellationToken));
    }
}
