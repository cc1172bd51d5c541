using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Asks for one run.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="ImportRunId">The run.</param>
[RequiresScope(Scopes.Import)]
public sealed record GetImportRun(SchoolId SchoolId, ImportRunId ImportRunId) : IQuery<ImportRunView>, ISchoolRequest;

internal sealed class GetImportRunHandler(
    IImportRunRepository runs) : IRequestHandler<GetImportRun, Result<ImportRunView>>
{
    public async Task<Result<ImportRunView>> Handle(GetImportRun request, CancellationToken cancellationToken) =>
        await runs.FindAsync(request.SchoolId, request.ImportRunId, cancellationToken) is { } run
            ? ImportRunView.Of(run)
            : new ImportRunOnbekend(request.ImportRunId);
}
