using Kurve.Numo.Application.Importeren.Beleid;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Applies a run: data, audit and state in one transaction.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="ImportRunId">The run.</param>
/// <param name="PlanHash">The hash of the plan that was looked at.</param>
/// <param name="Soorten">The kinds to apply; none for all four.</param>
/// <param name="Regels">Only these row numbers; none for all of the kinds.</param>
/// <param name="UitgezonderdeRegels">All of the kinds but these row numbers; not together with
/// <paramref name="Regels"/>.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record ApplyImport(
    SchoolId SchoolId,
    ImportRunId ImportRunId,
    string PlanHash,
    IReadOnlyList<RegelSoort> Soorten,
    IReadOnlyList<int> Regels,
    IReadOnlyList<int> UitgezonderdeRegels,
    Guid? RequestId) : ICommand<ImportRunView>, ISchoolRequest;

internal sealed class ApplyImportHandler(
    RunTransition transition,
    ApplyPreparation preparation,
    ISchoolstandStore standen,
    IOpenSchools scholen,
    Touched touched,
    Bronpoort bronpoort,
    Beleidwacht beleid,
    Wisselboek wissels,
    TimeProvider clock)
    : IRequestHandler<ApplyImport, Result<ImportRunView>>
{
    public async Task<Result<ImportRunView>> Handle(ApplyImport request, CancellationToken cancellationToken)
    {
        var keuze = Regelkeuze.Create(request.Soorten, request.Regels, request.UitgezonderdeRegels);
        if (!keuze.IsOk)
        {
            return keuze.Error;
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

        var modus = await beleid.CheckAsync(request.SchoolId, cancellationToken);
        if (!modus.IsOk)
        {
            return modus.Error;
        }

        var begun = await transition.DoAsync(
            request.SchoolId,
            request.ImportRunId,
            run => run.CheckModus(modus.Value).Then(allowed => allowed.BeginApply(request.PlanHash, clock.CurrentSchooljaar())),
            cancellationToken);
        if (!begun.IsOk)
        {
            return begun.Error;
        }

        var applied = await ApplyAsync(begun.Value, keuze.Value, cancellationToken);
        return applied.Map(ImportRunView.Of);
    }

    private async Task<Result<ImportRun>> ApplyAsync(ImportRun run, Regelkeuze keuze, CancellationToken ct)
    {
        var begonnen = clock.GetUtcNow();
        var loaded = preparation.Take(run, keuze) ?? await preparation.LoadAsync(run, keuze, ct);
        if (!loaded.IsOk)
        {
            return loaded.Error;
        }

        var wijziging = loaded.Value;
        touched.Aantal = wijziging.Leerlingen.Count + wijziging.Docenten.Count;
        if (!await standen.ApplyAsync(run.SchoolId, wijziging, ct))
        {
            return new StandGewijzigd(run.Id);
        }

        var dubbel = await standen.CountSharedEmailsAsync(run.SchoolId, EmailsOf(wijziging), ct);
        if (dubbel > 0)
        {
            return new EmailNogBezet(dubbel);
        }

        var geheel = run.Voltooit(Wisselboek.CountRegels(wijziging), clock.Today());
        await standen.NoteSchooljaarAsync(run.SchoolId, run.Schooljaar, geheel, run.Id, ct);
        if (!await wissels.NoteAppliedAsync(run, wijziging, ct))
        {
            return new WisselGewijzigd(run.Schooljaar);
        }

        var toepassing = wijziging.Tel(keuze.Regels.Count);
        return await transition.DoAsync(
            run.SchoolId,
            run.Id,
            r => r.Applied(SoortenOf(keuze, wijziging), touched.Aantal, clock.GetUtcNow())
                .Map(after => after.AppliedSince(begonnen).Counted(toepassing)),
            ct);
    }

    // Of chosen rows, the kinds that are among them.
    private static RegelSoort[] SoortenOf(Regelkeuze keuze, Standwijziging wijziging)
    {
        var found = wijziging.Leerlingen.Select(l => l.Soort).Concat(wijziging.Docenten.Select(d => d.Soort));
        return keuze.NamesRegels ? [.. found.Distinct().Order()] : [.. keuze.Soorten];
    }

    private static IReadOnlyCollection<string> EmailsOf(Standwijziging wijziging) =>
    [
        .. wijziging.Docenten
            .Where(d => d.Soort is RegelSoort.Nieuw or RegelSoort.Heractiveren || d.Gewijzigd.HasFlag(Veld.Email))
            .Where(d => d.Soort != RegelSoort.Archiveren)
            .Select(d => d.Gegevens.Email)
            .OfType<string>(),
    ];
}
