using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Releases the brake of a run, for the plan that was looked at.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="ImportRunId">The run.</param>
/// <param name="PlanHash">The hash of the plan that was looked at.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record ReleaseBrake(SchoolId SchoolId, ImportRunId ImportRunId, string PlanHash, Guid? RequestId)
    : ICommand<ImportRunView>, ISchoolRequest;

internal sealed class ReleaseBrakeHandler(RunTransition transition, TimeProvider clock)
    : IRequestHandler<ReleaseBrake, Result<ImportRunView>>
{
    public async Task<Result<ImportRunView>> Handle(ReleaseBrake request, CancellationToken cancellationToken)
    {
        var run = await transition.DoAsync(
            request.SchoolId,
            request.ImportRunId,
            found => found.ReleaseBrake(request.PlanHash, clock.GetUtcNow()),
            cancellationToken);
        return run.Map(ImportRunView.Of);
    }
}
