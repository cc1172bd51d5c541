using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Conflicten;

/// <summary>Takes back what was decided of a conflict: the next preview shows the conflict again.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="BeslissingId">The decision.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record DeleteBeslissing(SchoolId SchoolId, BeslissingId BeslissingId, Guid? RequestId)
    : ICommand<BeslissingView>, ISchoolRequest;

internal sealed class DeleteBeslissingHandler(IOpenSchools scholen, IBeslissingStore beslissingen, Touched touched)
    : IRequestHandler<DeleteBeslissing, Result<BeslissingView>>
{
    public async Task<Result<BeslissingView>> Handle(DeleteBeslissing request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        if (await beslissingen.FindAsync(request.SchoolId, request.BeslissingId, cancellationToken) is not { } known)
        {
            return new BeslissingOnbekend(request.BeslissingId);
        }

        await beslissingen.DeleteAsync(request.SchoolId, known.Id, cancellationToken);
        touched.Aantal = 1;
        return BeslissingView.Of(known);
    }
}
