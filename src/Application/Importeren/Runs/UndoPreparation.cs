using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Runs;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Runs;

/// <summary>
/// Finds the run that is to be undone, and decides who goes back to what before anybody has to wait for it.
/// </summary>
internal sealed class UndoPreparation(IRunHistorie historie, IHerstelStore herstel, TimeProvider clock)
    : IPreparation<UndoImport>
{
    /// <summary>What was decided; null when the run cannot be undone.</summary>
    public Herstelbesluit? Besluit { get; private set; }

    public async Task PrepareAsync(UndoImport request, CancellationToken ct)
    {
        var run = await FindAsync(request, ct);
        Besluit = run.IsOk ? await herstel.DecideAsync(request.SchoolId, run.Value.Id, run.Value.Schooljaar, ct) : null;
    }

    /// <summary>The run, when it can be undone.</summary>
    public async Task<Result<ImportRun>> FindAsync(UndoImport request, CancellationToken ct)
    {
        if (await historie.FindAsync(request.SchoolId, request.ImportRunId, ct) is not { } run)
        {
            return new ImportRunOnbekend(request.ImportRunId);
        }

        if (run.State != ImportState.Toegepast)
        {
            return new StateOngeschikt(run.Id, run.State, ImportState.Toegepast);
        }

        if (run.Schooljaar < clock.CurrentSchooljaar())
        {
            return new SchooljaarVoorbij(run.Schooljaar);
        }

        if (run.PlanOpgeruimd is not null || run.Verloop.Toepassing is null)
        {
            return new HerstelpuntOntbreekt(run.Id);
        }

        var later = await historie.ListLaterAppliedAsync(run, ct);
        return later.FirstOrDefault(r => !r.IsAppliedBy(SystemCaller.Nights)) is { } blocking
            ? new NietLaatsteToegepast(run.Id, blocking.Id)
            : run;
    }
}
