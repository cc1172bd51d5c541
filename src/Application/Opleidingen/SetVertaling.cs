using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Opleidingen;

/// <summary>
/// Settles what a code of a school means; whatever was settled from the same school year on is replaced. No pupil
/// changes before the next preview is applied.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Opleidingscode">The code as the school writes it.</param>
/// <param name="Opleiding">Code of the opleiding.</param>
/// <param name="Vanaf">The first school year; null for the current one.</param>
/// <param name="Tot">The last school year; null as long as nothing else is said.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Only says what would be settled.</param>
[RequiresScope(Scopes.Import)]
public sealed record SetVertaling(
    SchoolId SchoolId,
    string Opleidingscode,
    string Opleiding,
    Schooljaar? Vanaf,
    Schooljaar? Tot,
    string? Etag,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<VertalingView>, ISchoolRequest, IValidatedCommand;

internal sealed class SetVertalingHandler(
    IOpenSchools scholen,
    IVertalingRepository vertalingen,
    Opleidingscatalogus catalogus,
    ICallerAccessor caller,
    TimeProvider clock) : IRequestHandler<SetVertaling, Result<VertalingView>>
{
    public async Task<Result<VertalingView>> Handle(SetVertaling request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        var wanted = school.Then(_ => Read(request));
        if (!wanted.IsOk)
        {
            return wanted.Error;
        }

        var vertaling = wanted.Value;
        var known = await vertalingen.FindAsync(
            vertaling.SchoolId, vertaling.Code, vertaling.Vanaf, cancellationToken);
        if (request.Etag is { } etag && !string.Equals(etag, Etags.Of(known?.Versie ?? 0), StringComparison.Ordinal))
        {
            return new VersieGewijzigd(etag);
        }

        var next = vertaling with { Versie = (known?.Versie ?? 0) + 1 };
        await vertalingen.SaveAsync(next, cancellationToken);
        return VertalingView.Of(next);
    }

    private Result<Schoolvertaling> Read(SetVertaling request)
    {
        var code = Vertaalcode.Create(request.Opleidingscode);
        var vanaf = request.Vanaf ?? clock.CurrentSchooljaar();
        return !code.IsOk ? code.Error with { Field = "opleidingscode" }
            : catalogus.Find(request.Opleiding) is not { } opleiding ? OpleidingOnbekend.For(request.Opleiding)
            : request.Tot is { } tot && tot < vanaf ? GeldigheidOngeldig.For(vanaf, tot)
            : new Schoolvertaling(
                request.SchoolId,
                code.Value,
                request.Opleidingscode.Trim(),
                opleiding,
                vanaf,
                request.Tot,
                caller.Current.Subject,
                clock.GetUtcNow(),
                Versie: 0);
    }
}
