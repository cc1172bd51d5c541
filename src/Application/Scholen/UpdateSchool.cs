using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Scholen;

/// <summary>Changes a school.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Naam">Its new name; null leaves it.</param>
/// <param name="Vestigingen">Its new vestigingen; null leaves them.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Beheer)]
public sealed record UpdateSchool(
    SchoolId SchoolId, string? Naam, IReadOnlyList<Vestigingsnummer>? Vestigingen, string? Etag, Guid? RequestId)
    : ICommand<SchoolView>, ISchoolRequest;

internal sealed class UpdateSchoolHandler(ISchoolRepository scholen) : IRequestHandler<UpdateSchool, Result<SchoolView>>
{
    public async Task<Result<SchoolView>> Handle(UpdateSchool request, CancellationToken cancellationToken)
    {
        if (await scholen.FindAsync(request.SchoolId, cancellationToken) is not { } school)
        {
            return new SchoolOnbekend(request.SchoolId);
        }

        if (request.Etag is { } etag && !string.Equals(etag, Etags.Of(school.Versie), StringComparison.Ordinal))
        {
            return new VersieGewijzigd(etag);
        }

        var changed = school.Change(request.Naam, request.Vestigingen);
        if (!changed.IsOk)
        {
            return changed.Error;
        }

        var updated = await scholen.UpdateAsync(changed.Value, cancellationToken);
        return updated.Map(_ => SchoolView.Of(changed.Value));
    }
}
