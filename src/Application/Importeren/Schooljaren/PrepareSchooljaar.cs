using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Schooljaren;

/// <summary>
/// Starts a preview of the school year whose change is at hand, which prepares it once a person applies it; answers at once.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year; null for the one at hand. It has not begun.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record PrepareSchooljaar(SchoolId SchoolId, Schooljaar? Schooljaar, Guid? RequestId)
    : ICommand<ImportRunView>, ISchoolRequest;

internal sealed class PrepareSchooljaarHandler(PreviewGuard guard, IImportQueue queue, IUnitOfWork work, TimeProvider clock)
    : IRequestHandler<PrepareSchooljaar, Result<ImportRunView>>
{
    public async Task<Result<ImportRunView>> Handle(PrepareSchooljaar request, CancellationToken cancellationToken)
    {
        var volgend = Schooljaar.Hydrate(clock.CurrentSchooljaar().Begin + 1);
        if (request.Schooljaar is { } asked && asked != volgend)
        {
            return new WisselNietAanDeOrde(asked, volgend) { Field = "schooljaar" };
        }

        if (!queue.IsOpen)
        {
            return new ProcesStopt();
        }

        var started = await guard.StartAsync(request.SchoolId, volgend, cancellationToken);
        if (started.IsOk)
        {
            work.OnCommitted(() => queue.Enqueue(request.SchoolId, started.Value.Id));
        }

        return started.Map(ImportRunView.Of);
    }
}
