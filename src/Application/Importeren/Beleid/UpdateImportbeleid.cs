using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Beleid;

/// <summary>Changes a school's rules for its imports. Nobody's data change by it.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Wijziging">What changes.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record UpdateImportbeleid(SchoolId SchoolId, Beleidswijziging Wijziging, string? Etag, Guid? RequestId)
    : ICommand<ImportbeleidView>, ISchoolRequest;

internal sealed class UpdateImportbeleidHandler(
    IOpenSchools scholen, IImportbeleidRepository repository, ICallerAccessor caller, TimeProvider clock)
    : IRequestHandler<UpdateImportbeleid, Result<ImportbeleidView>>
{
    public async Task<Result<ImportbeleidView>> Handle(UpdateImportbeleid request, CancellationToken cancellationToken)
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

        var vandaag = clock.Today();
        var changed = known.Change(request.Wijziging, vandaag, caller.Current.Subject, clock.GetUtcNow());
        if (!changed.IsOk)
        {
            return changed.Error;
        }

        return await repository.SaveAsync(changed.Value, cancellationToken)
            ? ImportbeleidView.Of(changed.Value, vandaag)
            : new VersieGewijzigd(Etags.Of(known.Versie));
    }
}
