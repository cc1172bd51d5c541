using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren;

/// <summary>
/// Reads what is to be applied before anybody has to wait for it. A plan never changes once it is stored, so what was
/// read before the transaction holds in it.
/// </summary>
internal sealed class ApplyPreparation(IImportRunRepository runs, IPlanStore plannen) : IPreparation<ApplyImport>
{
    private (ImportRunId Run, Regelkeuze Keuze, Result<Standwijziging> Wijziging)? _loaded;

    public async Task PrepareAsync(ApplyImport request, CancellationToken ct)
    {
        _loaded = null;
        var keuze = Regelkeuze.Create(request.Soorten, request.Regels, request.UitgezonderdeRegels);
        if (keuze.IsOk
            && await runs.FindAsync(request.SchoolId, request.ImportRunId, ct) is { State: ImportState.Vergeleken } run
            && string.Equals(run.Uitkomst?.PlanHash, request.PlanHash, StringComparison.Ordinal))
        {
            _loaded = (run.Id, keuze.Value, await LoadAsync(run, keuze.Value, ct));
        }
    }

    /// <summary>What was read of these rows of a run; null when that was not read.</summary>
    public Result<Standwijziging>? Take(ImportRun run, Regelkeuze keuze) =>
        _loaded is { } loaded && loaded.Run == run.Id && loaded.Keuze.IsSame(keuze)
            ? loaded.Wijziging
            : default(Result<Standwijziging>?);

    /// <summary>Reads what applying these rows changes; or why they cannot be chosen.</summary>
    public async Task<Result<Standwijziging>> LoadAsync(ImportRun run, Regelkeuze keuze, CancellationToken ct)
    {
        if (keuze.NamesRegels
            && keuze.Check(await plannen.ListRegelsAsync(run, ct)) is { IsOk: false, Error: { } error })
        {
            return error;
        }

        var plan = await plannen.LoadAsync(run, keuze, ct);
        return keuze.IsAlles ? plan : plan.WithNeededGroepen();
    }
}
