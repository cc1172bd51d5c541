using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerplannen;

/// <summary>
/// Takes last year's leerplannen over into a school year, for which nothing happens by itself. What the school said in
/// the new school year already is left as it is.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Van">From which school year; null for the one before <paramref name="Naar"/>.</param>
/// <param name="Naar">Into which school year; null for the current one.</param>
/// <param name="Soorten">Which leerplannen, at least one soort.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Leerplan)]
public sealed record CarryOverLeerplannen(
    SchoolId SchoolId,
    Schooljaar? Van,
    Schooljaar? Naar,
    IReadOnlyList<Leerplansoort> Soorten,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<OvernameView>, IValidatedCommand, ISchoolRequest;

/// <summary>What a carry-over did, or would do.</summary>
/// <param name="Van">From which school year, such as 2026-2027.</param>
/// <param name="Naar">Into which.</param>
/// <param name="Overnames">The numbers, per soort.</param>
public sealed record OvernameView(string Van, string Naar, IReadOnlyList<Overname> Overnames);

internal sealed class CarryOverLeerplannenHandler(
    IOpenSchools scholen, ILeerplanStore leerplannen, Touched touched, TimeProvider clock)
    : IRequestHandler<CarryOverLeerplannen, Result<OvernameView>>
{
    public async Task<Result<OvernameView>> Handle(CarryOverLeerplannen request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var naar = request.Naar ?? clock.CurrentSchooljaar();
        var van = request.Van ?? Schooljaar.Hydrate(naar.Begin - 1);
        if (naar < clock.CurrentSchooljaar())
        {
            return new SchooljaarVoorbij(naar) { Field = "naar_schooljaar" };
        }

        if (van >= naar)
        {
            return new SchooljarenVerkeerdom(van, naar) { Field = "van_schooljaar" };
        }

        var overnames = await leerplannen.CarryOverAsync(
            request.SchoolId, van, naar, [.. request.Soorten.Distinct()], cancellationToken);
        touched.Aantal = overnames.Where(o => o.Soort == Leerplansoort.Leerling).Sum(o => o.Overgenomen);
        return new OvernameView(van.ToString(), naar.ToString(), overnames);
    }
}
