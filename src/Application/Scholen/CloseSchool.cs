using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Scholen;

/// <summary>Closes a school: its data stay, nothing is imported any more.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Beheer)]
public sealed record CloseSchool(SchoolId SchoolId, Guid? RequestId) : ICommand<SchoolView>, ISchoolRequest;

internal sealed class CloseSchoolHandler(ISchoolRepository scholen, TimeProvider clock)
    : IRequestHandler<CloseSchool, Result<SchoolView>>
{
    public async Task<Result<SchoolView>> Handle(CloseSchool request, CancellationToken cancellationToken)
    {
        if (await scholen.FindAsync(request.SchoolId, cancellationToken) is not { } school)
        {
            return new SchoolOnbekend(request.SchoolId);
        }

        var closed = school.Close(clock.GetUtcNow());
        var updated = closed == school ? new Done() : await scholen.UpdateAsync(closed, cancellationToken);
        return updated.Map(_ => SchoolView.Of(closed));
    }
}
