using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerplannen;

/// <summary>Asks what a school says to one doelgroep, groep or leerling.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year; null for the groep's own, or for the current one.</param>
/// <param name="Bereik">For whom.</param>
[RequiresScope(Scopes.Read)]
public sealed record GetLeerplan(SchoolId SchoolId, Schooljaar? Schooljaar, Leerplanbereik Bereik)
    : IQuery<LeerplanView>, ISchoolRequest;

internal sealed class GetLeerplanHandler(ILeerplanStore leerplannen, IVaardighedenStore vaardigheden)
    : IRequestHandler<GetLeerplan, Result<LeerplanView>>
{
    public async Task<Result<LeerplanView>> Handle(GetLeerplan request, CancellationToken cancellationToken)
    {
        var leerplan = await leerplannen.GetAsync(
            request.SchoolId, request.Schooljaar, request.Bereik, cancellationToken);
        if (!leerplan.IsOk)
        {
            return leerplan.Error;
        }

        var leerlingen = await leerplannen.LoadLeerlingenAsync(leerplan.Value, cancellationToken);
        var catalogus = await vaardigheden.GetAsync(cancellationToken);
        return LeerplanView.Of(leerplan.Value, leerlingen.Count, catalogus);
    }
}
