using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Csv;

/// <summary>Takes a school's layout of columns away; a run that was made with it stays as it is.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Naam">Its name, in any case.</param>
/// <param name="Etag">The version that the caller saw; null takes away any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record DeleteKolomindeling(SchoolId SchoolId, string Naam, string? Etag, Guid? RequestId)
    : ICommand<KolomindelingView>, ISchoolRequest;

internal sealed class DeleteKolomindelingHandler(IOpenSchools scholen, IKolomindelingRepository indelingen)
    : IRequestHandler<DeleteKolomindeling, Result<KolomindelingView>>
{
    public async Task<Result<KolomindelingView>> Handle(
        DeleteKolomindeling request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        if (await indelingen.FindAsync(request.SchoolId, request.Naam, cancellationToken) is not { } known)
        {
            return new KolomindelingOnbekend(request.Naam);
        }

        if (request.Etag is { } etag && !string.Equals(etag, Etags.Of(known.Versie), StringComparison.Ordinal))
        {
            return new KolomindelingGewijzigd(known.Naam);
        }

        return await indelingen.DeleteAsync(known, cancellationToken)
            ? KolomindelingView.Of(known)
            : new KolomindelingGewijzigd(known.Naam);
    }
}
