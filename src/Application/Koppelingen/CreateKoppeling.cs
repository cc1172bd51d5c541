using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>Connects a school to its school administration.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Las">The kind of school administration.</param>
/// <param name="Schooldomein">The school's name at Magister.</param>
/// <param name="WebserviceGebruiker">The web service user.</param>
/// <param name="WebserviceWachtwoord">Its password; null for a school that gets it with its kit.</param>
/// <param name="UwlrEndpoint">Another UWLR address than the configured one.</param>
/// <param name="UwlrAutorisatiesleutel">Another UWLR key than the configured one.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Beheer)]
public sealed record CreateKoppeling(
    SchoolId SchoolId,
    Las Las,
    Schooldomein Schooldomein,
    string WebserviceGebruiker,
    Geheim? WebserviceWachtwoord,
    Uri? UwlrEndpoint,
    Geheim? UwlrAutorisatiesleutel,
    Guid? RequestId) : ICommand<KoppelingView>, ISchoolRequest;

internal sealed class CreateKoppelingHandler(
    IKoppelingRepository koppelingen,
    IOpenSchools scholen,
    IGeheimen geheimen,
    IEndpointPolicy endpoints,
    IKurveInstellingen kurve,
    TimeProvider clock)
    : IRequestHandler<CreateKoppeling, Result<KoppelingView>>
{
    public async Task<Result<KoppelingView>> Handle(CreateKoppeling request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        if (request.UwlrEndpoint is { } endpoint && !endpoints.Allows(endpoint))
        {
            return new EndpointGeweigerd { Field = "uwlr_endpoint" };
        }

        // Kurve's own key opens every school: it goes to the configured host alone.
        if (request is { UwlrEndpoint: { } other, UwlrAutorisatiesleutel: null } && !endpoints.IsConfigured(other))
        {
            return new EigenSleutelOntbreekt { Field = "uwlr_autorisatiesleutel" };
        }

        var koppeling = new Koppeling
        {
            SchoolId = request.SchoolId,
            Las = request.Las,
            Schooldomein = request.Schooldomein,
            Webservicepoort = kurve.Webservicepoort,
            WebserviceGebruiker = request.WebserviceGebruiker,
            WebserviceWachtwoord = Protect(request.SchoolId, request.WebserviceWachtwoord),
            UwlrEndpoint = request.UwlrEndpoint,
            UwlrAutorisatiesleutel = Protect(request.SchoolId, request.UwlrAutorisatiesleutel),
            Gemaakt = clock.GetUtcNow(),
        };
        var added = await koppelingen.AddAsync(koppeling, cancellationToken);
        return added.Map(_ => KoppelingView.Of(koppeling));
    }

    private byte[]? Protect(SchoolId schoolId, Geheim? geheim) =>
        geheim is null ? null : geheimen.Protect(schoolId, geheim);
}
