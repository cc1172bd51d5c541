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
    : ICommand<TerugdraaiingView>, IReadingDryRun, ISchoolRequest;

/// <summary>What undoing a run did, or would do.</summary>
/// <param name="Run">The run after.</param>
/// <param name="Gelaten">The persons and groepen that stay as they are.</param>
public sealed record TerugdraaiingView(ImportRunView Run, IReadOnlyList<Gelaten> Gelaten);

internal sealed class UndoImportHandler(
    IOpenSchools scholen,
    UndoPreparation preparation,
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
        var run = school.IsOk ? await preparation.FindAsync(request, cancellationToken) : school.Error;
        if (!run.IsOk)
        {
            return run.Error;
        }

        return request.ValidateOnly
            ? await TellAsync(run.Value, cancellationToken)
            : await UndoAsync(request, run.Value, cancellationToken);
    }

    private async Task<Result<TerugdraaiingView>> TellAsync(ImportRun run, CancellationToken ct)
    {
        var besluit = await herstel.DecideAsync(run.SchoolId, run.Id, run.Schooljaar, ct);
        return transition.Tell(run, r => r.Undo(Summarize(besluit)))
            .Map(after => new TerugdraaiingView(ImportRunView.Of(after), besluit.Uitkomst.Gelaten));
    }

    private async Task<Result<TerugdraaiingView>> UndoAsync(UndoImport request, ImportRun run, CancellationToken ct)
    {
        var begonnen = clock.GetUtcNow();
        var besluit = preparation.Besluit ?? await herstel.DecideAsync(run.SchoolId, run.Id, run.Schooljaar, ct);
        if (!await herstel.ClaimAsync(besluit, ct))
        {
            // Somebody changed the school since it was read: what stands in the way may be another.
            var again = await preparation.FindAsync(request, ct);
            if (!again.IsOk)
            {
                return again.Error;
            }

            besluit = await herstel.DecideAsync(run.SchoolId, run.Id, run.Schooljaar, ct);
        }

        await herstel.UndoAsync(besluit, ct);
        touched.Aantal = besluit.Uitkomst.Hersteld;
        if (!await wissels.NoteUndoneAsync(run, ct))
        {
            return new WisselGewijzigd(run.Schooljaar);
        }

        var undone = await transition.DoAsync(
            run.SchoolId,
            run.Id,
            r => r.Undo(Summarize(besluit)).Map(after => after.UndoneSince(begonnen, clock.GetUtcNow())),
            ct);
        return undone.Map(after => new TerugdraaiingView(ImportRunView.Of(after), besluit.Uitkomst.Gelaten));
    }

    private static Terugdraaiing Summarize(Herstelbesluit besluit)
    {
        var uitkomst = besluit.Uitkomst;
        var groepen = uitkomst.Gelaten.Count(g => g.Soort == Herstelsoort.Groep);
        return new Terugdraaiing(
            uitkomst.Hersteld, uitkomst.Verwijderd, uitkomst.Gelaten.Count - groepen, groepen);
    }
}
