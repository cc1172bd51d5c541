using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Discards a run; one that is being fetched stops within a second or so.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="ImportRunId">The run.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record DiscardImport(SchoolId SchoolId, ImportRunId ImportRunId, Guid? RequestId)
    : ICommand<ImportRunView>, ISchoolRequest;

internal sealed class DiscardImportHandler(RunTransition transition, TimeProvider clock)
    : IRequestHandler<DiscardImport, Result<ImportRunView>>
{
    public async Task<Result<ImportRunView>> Handle(DiscardImport request, CancellationToken cancellationToken)
    {
        var run = await transition.DoAsync(
            request.SchoolId, request.ImportRunId, found => found.Discard(clock.GetUtcNow()), cancellationToken);
        return run.Map(ImportRunView.Of);
    }
}
