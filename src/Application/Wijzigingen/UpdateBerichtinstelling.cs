using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using MediatR;

namespace Kurve.Numo.Application.Wijzigingen;

/// <summary>Changes whom a school wants to be told, of what and when.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Wijziging">What to change.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="ValidateOnly">Whether only to say what would hold.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
[NotForSupport]
public sealed record UpdateBerichtinstelling(
    SchoolId SchoolId, Berichtwijziging Wijziging, string? Etag, bool ValidateOnly, Guid? RequestId)
    : ICommand<BerichtinstellingView>, IValidatedCommand, ISchoolRequest;

internal sealed class UpdateBerichtinstellingHandler(
    IOpenSchools scholen,
    IBerichtinstellingRepository repository,
    IWebhookPolicy policy,
    ICallerAccessor caller,
    TimeProvider clock)
    : IRequestHandler<UpdateBerichtinstelling, Result<BerichtinstellingView>>
{
    public async Task<Result<BerichtinstellingView>> Handle(
        UpdateBerichtinstelling request, CancellationToken cancellationToken)
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

        var changed = Check(request.Wijziging)
            .Then(wijziging => known.Change(wijziging, caller.Current.Subject, clock.GetUtcNow()));
        if (!changed.IsOk)
        {
            return changed.Error;
        }

        return await repository.SaveAsync(changed.Value, cancellationToken)
            ? BerichtinstellingView.Of(
                changed.Value, await repository.ListAdressenAsync(request.SchoolId, cancellationToken))
            : new VersieGewijzigd(Etags.Of(known.Versie));
    }

    private Result<Berichtwijziging> Check(Berichtwijziging wijziging)
    {
        if (wijziging.Webhook is not { Length: > 0 } webhook)
        {
            return wijziging;
        }

        var adres = policy.Check(webhook);
        return adres.IsOk
            ? wijziging with { Webhook = adres.Value }
            : adres.Error with { Field = "berichtinstelling.webhook.adres" };
    }
}
