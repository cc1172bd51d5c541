using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Queues a run again that was accepted and that nobody has begun with.</summary>
internal sealed class RunResumption(
    IImportRunRepository runs, IKolomindelingRepository indelingen, Uploads uploads, LevendeRuns levend, IImportQueue queue)
    : IResumption<PreviewImport>, IResumption<PrepareSchooljaar>, IResumption<UploadImport>
{
    public Task ResumeAsync(PreviewImport request, object answer, CancellationToken ct) =>
        ResumeAsync(request.SchoolId, answer, ct);

    public Task ResumeAsync(PrepareSchooljaar request, object answer, CancellationToken ct) =>
        ResumeAsync(request.SchoolId, answer, ct);
    public async Task ResumeAsync(UploadImport request, object answer, CancellationToken ct)
    {
        if (await FindWaitingAsync(request.SchoolId, answer, ct) is not { } run || uploads.Find(run.Id) is not null)
        {
            return;
        }

        var indeling = request.Keuze.Indeling is { } naam ? await indelingen.FindAsync(request.SchoolId, naam, ct) : null;
        uploads.Add(run.Id, new Wachtend(request.Bestand, request.Keuze, indeling));
        queue.Enqueue(run.SchoolId, run.Id);
    }

    private async Task ResumeAsync(SchoolId schoolId, object answer, CancellationToken ct)
    {
        if (await FindWaitingAsync(schoolId, answer, ct) is { } run)
        {
            queue.Enqueue(run.SchoolId, run.Id);
        }
    }

    // Who began with it has told so at once, as the first of its phases.
    private async Task<ImportRun?> FindWaitingAsync(SchoolId schoolId, object answer, CancellationToken ct) =>
        answer is ImportRunView { State: ImportState.Ophalen } view
        && !levend.Contains(new ImportRunId(view.Id))
        && await runs.FindAsync(schoolId, new ImportRunId(view.Id), ct) is { State: ImportState.Ophalen, Fases.Count: 0 } run
            ? run
            : null;
}
