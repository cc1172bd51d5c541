using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Discards a run; one that is being fetched or compared stops within seconds.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="ImportRunId">The run.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record DiscardImport(SchoolId SchoolId, ImportRunId ImportRunId, Guid? RequestId)
    : ICommand<ImportRunView>, ISchoolRequest;

internal sealed class DiscardImportHandler(RunTransition transition, TimeProvider clock)
    : IRequestHandler<DiscardImport, Result<ImportRunView>>
{
    private const int Attempts = 3;

    public async Task<Result<ImportRunView>> Handle(DiscardImport request, CancellationToken cancellationToken)
    {
        // A run that goes on changes by itself meanwhile; who wants it to stop need not care.
        for (var attempt = 1; ; attempt++)
        {
            var run = await transition.DoAsync(
                request.SchoolId, request.ImportRunId, found => found.Discard(clock.GetUtcNow()), cancellationToken);
            if (run.Error is not RunGewijzigd || attempt == Attempts)
            {
                return run.Map(ImportRunView.Of);
            }
        }
    }
}
