using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Opleidingen;

/// <summary>Takes back what a school has settled. No pupil changes before the next preview is applied.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Opleidingscode">The code, in any way of writing.</param>
/// <param name="Vanaf">The first school year of what is taken back; null for the current one.</param>
/// <param name="Etag">The version that the caller saw; null takes back any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record DeleteVertaling(
    SchoolId SchoolId, Vertaalcode Opleidingscode, Schooljaar? Vanaf, string? Etag, Guid? RequestId)
    : ICommand<VertalingView>, ISchoolRequest;

internal sealed class DeleteVertalingHandler(
    IOpenSchools scholen, IVertalingRepository vertalingen, TimeProvider clock)
    : IRequestHandler<DeleteVertaling, Result<VertalingView>>
{
    public async Task<Result<VertalingView>> Handle(DeleteVertaling request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var vanaf = request.Vanaf ?? clock.CurrentSchooljaar();
        var known = await vertalingen.FindAsync(request.SchoolId, request.Opleidingscode, vanaf, cancellationToken);
        if (known is null)
        {
            return new VertalingOnbekend(request.Opleidingscode, vanaf);
        }

        if (request.Etag is { } etag && !string.Equals(etag, Etags.Of(known.Versie), StringComparison.Ordinal))
        {
            return new VersieGewijzigd(etag);
        }

        return await vertalingen.DeleteAsync(known, cancellationToken)
            ? VertalingView.Of(known)
            : new VersieGewijzigd(Etags.Of(known.Versie));
    }
}
