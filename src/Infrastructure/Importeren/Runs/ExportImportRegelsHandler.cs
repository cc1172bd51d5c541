using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Runs;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Shared;
using MediatR;

namespace Kurve.Numo.Infrastructure.Importeren.Runs;

internal sealed class ExportImportRegelsHandler(DbSession session, IRunHistorie historie, RegelLezer regels)
    : IRequestHandler<ExportImportRegels, Result<Exportdeel>>
{
    private const int RowsAtOnce = 200;

    // The run and its rows of one moment, so that a part never mixes what was before and after an apply.
    public Task<Result<Exportdeel>> Handle(ExportImportRegels request, CancellationToken cancellationToken) =>
        session.ReadAtOnceAsync(() => ReadAsync(request, cancellationToken), cancellationToken);

    private async Task<Result<Exportdeel>> ReadAsync(ExportImportRegels request, CancellationToken ct)
    {
        if (await historie.FindAsync(request.SchoolId, request.ImportRunId, ct) is not { } run)
        {
            return new ImportRunOnbekend(request.ImportRunId);
        }

        if (run.Uitkomst is null)
        {
            return new PlanOntbreekt(run.Id);
        }

        var token = request.Hervat is { } text ? ResumeToken.Read(text) : new ResumeToken(run.Versie, RegelLezer.After(0));
        if (token is null || token.Versie != run.Versie)
        {
            return token is null ? ResumeTokenOngeldig.Default : new ExportVerouderd();
        }

        var list = new ListImportRegels(
            request.SchoolId,
            request.ImportRunId,
            new PageRequest(RowsAtOnce, token.Na),
            request.Soorten,
            request.Persoon,
            request.MetMelding);
        var page = await regels.ReadAsync(list, ct);
        return page.IsOk ? Write(page.Value, run, request.Hervat is null)
            : page.Error is PageTokenOngeldig ? ResumeTokenOngeldig.Default
            : page.Error;
    }

    private static Exportdeel Write(Page<ImportRegelView> page, ImportRun run, bool begin)
    {
        var csv = new CsvWriter();
        if (begin)
        {
            csv.BeginFile(RegelCsv.Heads);
        }

        foreach (var regel in page.Items)
        {
            if (!csv.TryWrite(RegelCsv.Values(regel)))
            {
                break;
            }
        }

        var last = csv.Rows > 0 ? page.Items[csv.Rows - 1].Nummer : 0;
        var ended = page.Next is null && csv.Rows == page.Items.Count;
        return csv.ToDeel(ended ? null : new ResumeToken(run.Versie, RegelLezer.After(last)).ToString());
    }
}
