using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Applies a run: data, audit and state in one transaction.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="ImportRunId">The run.</param>
/// <param name="PlanHash">The hash of the plan that was looked at.</param>
/// <param name="Soorten">The kinds to apply; none for all four.</param>
/// <param name="Regels">Only these row numbers; none for all of the kinds.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record ApplyImport(
    SchoolId SchoolId,
    ImportRunId ImportRunId,
    string PlanHash,
    IReadOnlyList<RegelSoort> Soorten,
    IReadOnlyList<int> Regels,
    Guid? RequestId) : ICommand<ImportRunView>, ISchoolRequest;

internal sealed class ApplyImportHandler(
    RunTransition transition,
    IPlanStore plannen,
    ISchoolstandStore standen,
    IOpenSchools scholen,
    Touched touched,
    Bronpoort bronpoort,
    TimeProvider clock)
    : IRequestHandler<ApplyImport, Result<ImportRunView>>
{
    private static readonly RegelSoort[] Toepasbaar =
        [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren, RegelSoort.Archiveren];

    public async Task<Result<ImportRunView>> Handle(ApplyImport request, CancellationToken cancellationToken)
    {
        var soorten = request.Soorten.Count == 0 ? Toepasbaar : [.. request.Soorten.Distinct().Order()];
        if (soorten.Except(Toepasbaar).Cast<RegelSoort?>().FirstOrDefault() is { } soort)
        {
            return new SoortNietToepasbaar(soort) { Field = "soorten" };
        }

        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var ready = await bronpoort.CheckAsync(request.SchoolId, request.ImportRunId, cancellationToken);
        if (!ready.IsOk)
        {
            return ready.Error;
        }

        var begun = await transition.DoAsync(
            request.SchoolId, request.ImportRunId, run => run.BeginApply(request.PlanHash), cancellationToken);
        if (!begun.IsOk)
        {
            return begun.Error;
        }

        var applied = await ApplyAsync(begun.Value, soorten, request.Regels, cancellationToken);
        return applied.Map(ImportRunView.Of);
    }

    private async Task<Result<ImportRun>> ApplyAsync(
        ImportRun run, RegelSoort[] soorten, IReadOnlyList<int> regels, CancellationToken ct)
    {
        var wijziging = await plannen.LoadAsync(run, soorten, regels, ct);
        if (regels.Count > 0 && wijziging.Leerlingen.Count + wijziging.Docenten.Count != regels.Distinct().Count())
        {
            return new RegelsOnbekend { Field = "regels" };
        }

        // Of chosen rows, the kinds that are among them.
        var found = wijziging.Leerlingen.Select(l => l.Soort).Concat(wijziging.Docenten.Select(d => d.Soort));
        var applied = regels.Count == 0 ? soorten : [.. found.Distinct().Order()];
        touched.Aantal = wijziging.Leerlingen.Count + wijziging.Docenten.Count;
        if (!await standen.ApplyAsync(run.SchoolId, wijziging, ct))
        {
            return new StandGewijzigd(run.Id);
        }

        return await transition.DoAsync(
            run.SchoolId, run.Id, r => r.Applied(applied, touched.Aantal, clock.GetUtcNow()), ct);
    }
}
