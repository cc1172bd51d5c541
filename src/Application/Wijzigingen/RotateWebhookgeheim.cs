using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using MediatR;

namespace Kurve.Numo.Application.Wijzigingen;

/// <summary>
/// Issues the secret of a school's webhook, or its next one; the one before signs beside it for a day. It has no request
/// id: an answer that is kept to be repeated would keep the secret readable.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
[RequiresScope(Scopes.Import)]
[NotForSupport]
public sealed record RotateWebhookgeheim(SchoolId SchoolId, string? Etag) : ICommand<NieuwWebhookgeheim>, ISchoolRequest
{
    /// <inheritdoc/>
    public Guid? RequestId => null;
}

/// <summary>The secret of a school's webhook.</summary>
/// <param name="Instelling">Whom the school wants to be told.</param>
/// <param name="Geheim">The secret; shown now and never again.</param>
public sealed record NieuwWebhookgeheim(BerichtinstellingView Instelling, Webhookgeheim Geheim);

internal sealed class RotateWebhookgeheimHandler(
    IOpenSchools scholen,
    IBerichtinstellingRepository repository,
    IWebhookgeheimen geheimen,
    ICallerAccessor caller,
    TimeProvider clock)
    : IRequestHandler<RotateWebhookgeheim, Result<NieuwWebhookgeheim>>
{
    public async Task<Result<NieuwWebhookgeheim>> Handle(
        RotateWebhookgeheim request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var known = await repository.GetAsync(request.SchoolId, cancellationToken);
        if (request.Etag is { } etag && !string.Equals(etag, Etags.Of(known.Versie), StringComparison.Ordinal))
        {
            return new VersieGewijzigd(etag);
        }

        var geheim = Webhookgeheim.Make();
        var rotated = known.Rotate(
            geheimen.Protect(request.SchoolId, geheim), caller.Current.Subject, clock.GetUtcNow());
        return await repository.SaveAsync(rotated, cancellationToken)
            ? new NieuwWebhookgeheim(
                BerichtinstellingView.Of(
                    rotated, await repository.ListAdressenAsync(request.SchoolId, cancellationToken)),
                geheim)
            : new VersieGewijzigd(Etags.Of(known.Versie));
    }
}
