using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Runs;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Runs;

/// <summary>
/// Undoes the run that a person applied last in a school year: data, audit and state in one transaction. Nights that came
/// after it, and runs that changed nobody, do not stand in the way; who changed since then is left.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="ImportRunId">The run.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
public sealed record UndoImport(SchoolId SchoolId, ImportRunId ImportRunId, Guid? RequestId, bool ValidateOnly)
    : ICommand<TerugdraaiingView>, IValidatedCommand, ISchoolRequest;

/// <summary>What undoing a run did, or would do.</summary>
/// <param name="Run">The run after.</param>
/// <param name="Gelaten">The persons and groepen that stay as they are.</param>
public sealed record TerugdraaiingView(ImportRunView Run, IReadOnlyList<Gelaten> Gelaten);

internal sealed class UndoImportHandler(
    IOpenSchools scholen,
    IRunHistorie historie,
    ISchoolstandStore stand,
    IHerstelStore herstel,
    RunTransition transition,
    Wisselboek wissels,
    Touched touched,
    TimeProvider clock)
    : IRequestHandler<UndoImport, Result<TerugdraaiingView>>
{
    public async Task<Result<TerugdraaiingView>> Handle(UndoImport request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        await stand.ClaimAsync(request.SchoolId, cancellationToken);
        var run = await FindAsync(request, cancellationToken);
        return run.IsOk ? await UndoAsync(run.Value, cancellationToken) : run.Error;
    }

    private async Task<Result<ImportRun>> FindAsync(UndoImport request, CancellationToken ct)
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

    private async Task<Result<TerugdraaiingView>> UndoAsync(ImportRun run, CancellationToken ct)
    {
        var uitkomst = await herstel.UndoAsync(run.SchoolId, run.Id, run.Schooljaar, ct);
        var groepen = uitkomst.Gelaten.Count(g => g.Soort == Herstelsoort.Groep);
        var terugdraaiing = new Terugdraaiing(
            uitkomst.Hersteld, uitkomst.Verwijderd, uitkomst.Gelaten.Count - groepen, groepen);
        touched.Aantal = uitkomst.Hersteld;
        if (!await wissels.NoteUndoneAsync(run, ct))
        {
            return new WisselGewijzigd(run.Schooljaar);
        }

        var undone = await transition.DoAsync(run.SchoolId, run.Id, r => r.Undo(terugdraaiing), ct);
        return undone.Map(after => new TerugdraaiingView(ImportRunView.Of(after), uitkomst.Gelaten));
    }
}
