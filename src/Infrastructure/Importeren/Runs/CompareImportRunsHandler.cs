using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Runs;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Importeren.Runs;

internal sealed class CompareImportRunsHandler(DbSession session, IRunHistorie historie, RegelLezer regels)
    : IRequestHandler<CompareImportRuns, Result<RunvergelijkingView>>
{
    public async Task<Result<RunvergelijkingView>> Handle(
        CompareImportRuns request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadNumber(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        return await session.ReadAtOnceAsync(() => CompareAsync(request, after, cancellationToken), cancellationToken);
    }

    private async Task<Result<RunvergelijkingView>> CompareAsync(
        CompareImportRuns request, int after, CancellationToken ct)
    {
        var run = await FindAsync(request.SchoolId, request.ImportRunId, ct);
        if (!run.IsOk)
        {
            return run.Error;
        }

        var vorige = await FindVorigeAsync(request, ct);
        if (!vorige.IsOk)
        {
            return vorige.Error;
        }

        var nu = await regels.ReadAllAsync(run.Value, ct);
        var toen = await regels.ReadAllAsync(vorige.Value, ct);
        return nu.Then(now => toen.Map(then => Show(
            run.Value, vorige.Value, Regelvergelijking.Compare(now, then), request.Page, after)));
    }

    private async Task<Result<ImportRun>> FindAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct) =>
        await historie.FindAsync(schoolId, id, ct) is not { } run ? new ImportRunOnbekend(id)
        : run.Uitkomst is null ? new PlanOntbreekt(id)
        : run;

    private async Task<Result<ImportRun>> FindVorigeAsync(CompareImportRuns request, CancellationToken ct)
    {
        if (request.VorigeId is { } id)
        {
            return await FindAsync(request.SchoolId, id, ct);
        }

        // What was applied is what the school has; what was only looked at may differ in a detail that nobody saw.
        var vorige = await historie.FindAppliedBeforeAsync(request.SchoolId, request.ImportRunId, ct)
            ?? await historie.FindComparedBeforeAsync(request.SchoolId, request.ImportRunId, ct);
        return vorige is { } found ? found : new VorigeRunOntbreekt(request.ImportRunId);
    }

    private static RunvergelijkingView Show(
        ImportRun run,
        ImportRun vorige,
        IReadOnlyList<(Verschilsoort? Soort, ImportRegelView? Regel, ImportRegelView? Vorige)> compared,
        PageRequest page,
        int after)
    {
        var verschillen = compared
            .Where(c => c.Soort is not null)
            .Select((c, index) => new Regelverschil(index + 1, c.Soort!.Value, c.Regel, c.Vorige))
            .ToList();
        return new RunvergelijkingView(
            ImportRunView.Of(run),
            ImportRunView.Of(vorige),
            verschillen.Count(v => v.Soort == Verschilsoort.Erbij),
            verschillen.Count(v => v.Soort == Verschilsoort.Anders),
            verschillen.Count(v => v.Soort == Verschilsoort.Eraf),
            compared.Count - verschillen.Count,
            PageTokens.ToPage([.. verschillen.Skip(after).Take(page.Size + 1)], page, v => v.Nummer));
    }
}
