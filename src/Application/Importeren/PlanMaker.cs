using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv.Lezen;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Compares a delivery with what Numo has, and stores the plan with its run.</summary>
public sealed class PlanMaker(
    ISchoolstandStore standen, IPlanStore plannen, IImportRunRepository runs, IUnitOfWork work, TimeProvider clock)
{
    /// <summary>
    /// Makes and stores the plan; older plans of the school that nobody applied are discarded with it.
    /// </summary>
    internal async Task CompareAsync(ImportRun run, Aanlevering delivered, CancellationToken ct)
    {
        var stand = await standen.LoadAsync(run.SchoolId, run.Schooljaar, ct);
        var aanlevering = Groepsherkenning.Match(delivered, stand.Groepen);
        var plan = ImportPlanner.Plan(stand, aanlevering, ImportBeleid.Standaard);
        var now = clock.GetUtcNow();
        var compared = run.Compared(Summarize(plan, aanlevering), now).Value;

        await using var scope = await work.BeginAsync(ct);
        foreach (var older in (await runs.ListOpenAsync(run.SchoolId, ct)).Where(r => r.Id != run.Id && !r.IsBezig))
        {
            await runs.UpdateAsync(older.Discard(now).Value, ct);
        }

        if (await runs.UpdateAsync(compared, ct))
        {
            await plannen.SaveAsync(compared, plan, ct);
            await scope.CommitAsync(ct);
        }
    }

    private static Uitkomst Summarize(ImportPlan plan, Aanlevering aanlevering) => new(
        plan.Hash,
        plan.BasisVersie,
        aanlevering.Vingerafdruk,
        Tellingen.Of(plan.Leerlingen),
        Tellingen.Of(plan.Docenten),
        Tellingen.Nul with
        {
            Nieuw = plan.Groepen.Count(g => g.Soort == RegelSoort.Nieuw),
            Bijwerken = plan.Groepen.Count(g => g.Soort == RegelSoort.Bijwerken),
            Archiveren = plan.Groepen.Count(g => g.Soort == RegelSoort.Archiveren),
        },
        plan.Waarschuwingen,
        plan.Remmen,
        aanlevering.Rapport)
    {
        Csv = aanlevering.Csv,
    };
}
