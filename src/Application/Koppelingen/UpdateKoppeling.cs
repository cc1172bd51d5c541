using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>
/// Mends what was entered wrongly; null leaves a value. Gates that were proved with another value lapse.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooldomein">The school's name at Magister.</param>
/// <param name="WebserviceGebruiker">The web service user.</param>
/// <param name="WebserviceWachtwoord">Its password.</param>
/// <param name="UwlrEndpoint">Another UWLR address than the configured one.</param>
/// <param name="UwlrAutorisatiesleutel">Another UWLR key than the configured one.</param>
/// <param name="ZonderEigenUwlr">Whether it goes back to the configured UWLR address and key.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Beheer)]
public sealed record UpdateKoppeling(
    SchoolId SchoolId,
    Schooldomein? Schooldomein,
    string? WebserviceGebruiker,
    Geheim? WebserviceWachtwoord,
    Uri? UwlrEndpoint,
    Geheim? UwlrAutorisatiesleutel,
    bool ZonderEigenUwlr,
    string? Etag,
    Guid? RequestId) : ICommand<KoppelingView>, ISchoolRequest;

internal sealed class UpdateKoppelingHandler(
    KoppelingWijziging wijziging,
    IGeheimen geheimen,
    IEndpointPolicy endpoints,
    ICallerAccessor caller,
    TimeProvider clock)
    : IRequestHandler<UpdateKoppeling, Result<KoppelingView>>
{
    public async Task<Result<KoppelingView>> Handle(UpdateKoppeling request, CancellationToken cancellationToken)
    {
        if (request.UwlrEndpoint is { } endpoint && !endpoints.Allows(endpoint))
        {
            return new EndpointGeweigerd { Field = "uwlr_endpoint" };
        }

        var change = new Koppelingwijziging(
            request.Schooldomein,
            request.WebserviceGebruiker,
            Protect(request.SchoolId, request.WebserviceWachtwoord),
            request.UwlrEndpoint,
            Protect(request.SchoolId, request.UwlrAutorisatiesleutel),
            request.ZonderEigenUwlr);
        var feit = new Feit(clock.GetUtcNow(), caller.Current.Subject, "Gegevens van de koppeling gewijzigd");
        var updated = await wijziging.DoAsync(
            request.SchoolId,
            request.Etag,
            koppeling => CheckSleutel(koppeling.Change(change, feit)),
            cancellationToken);
        return updated.Map(KoppelingView.Of);
    }

    // Kurve's own key opens every school: it goes to the configured host alone.
    private Result<Koppeling> CheckSleutel(Koppeling koppeling) =>
        koppeling is { UwlrEndpoint: { } endpoint, UwlrAutorisatiesleutel: null } && !endpoints.IsConfigured(endpoint)
            ? new EigenSleutelOntbreekt { Field = "uwlr_autorisatiesleutel" }
            : koppeling;

    private byte[]? Protect(SchoolId schoolId, Geheim? geheim) =>
        geheim is null ? null : geheimen.Protect(schoolId, geheim);
}
