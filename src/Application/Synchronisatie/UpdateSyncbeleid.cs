using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Synchronisatie;

/// <summary>Changes what a school wants of its nightly sync. Nobody's data change by it.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Soorten">What is applied without a person from now on; null leaves that as it is.</param>
/// <param name="Pauze">Pauses for this reason; the empty text ends the pause; null leaves that as it is.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record UpdateSyncbeleid(
    SchoolId SchoolId, IReadOnlyList<RegelSoort>? Soorten, string? Pauze, string? Etag, Guid? RequestId)
    : ICommand<SyncbeleidView>, ISchoolRequest;

internal sealed class UpdateSyncbeleidHandler(
    IOpenSchools scholen, ISyncbeleidRepository repository, ICallerAccessor caller, TimeProvider clock)
    : IRequestHandler<UpdateSyncbeleid, Result<SyncbeleidView>>
{
    public async Task<Result<SyncbeleidView>> Handle(UpdateSyncbeleid request, CancellationToken cancellationToken)
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

        var changed = known.Change(request.Soorten, request.Pauze, caller.Current.Subject, clock.GetUtcNow());
        if (!changed.IsOk)
        {
            return changed.Error;
        }

        return await repository.SaveAsync(changed.Value, cancellationToken)
            ? SyncbeleidView.Of(changed.Value)
            : new VersieGewijzigd(Etags.Of(known.Versie));
    }
}
