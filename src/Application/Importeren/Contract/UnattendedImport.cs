using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Contract;

/// <summary>
/// The steps of an import that nobody looks at, for other modules. What a person does is bound to the same rules: a
/// brake is never released here.
/// </summary>
internal sealed class UnattendedImport(
    PreviewGuard guard,
    FetchImport fetch,
    ApplyPreparation preparation,
    IRequestHandler<ApplyImport, Result<ImportRunView>> apply,
    RunTransition transition,
    Wachtmelder wachtmelder,
    IImportRunRepository runs,
    IRunHistorie historie,
    ISchoolstandStore standen,
    ISchooljaarwisselRepository wissels,
    Wisselboek boek,
    Wisselmelder wisselmelder,
    IAuditLog audit,
    ICallerAccessor caller,
    TimeProvider clock)
{
    /// <summary>Starts a run, in the transaction at hand.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="schooljaar">The school year; null for the current one.</param>
    /// <param name="ct">Stops it.</param>
    public Task<Result<ImportRun>> StartAsync(SchoolId schoolId, Schooljaar? schooljaar, CancellationToken ct) =>
        guard.StartAsync(schoolId, schooljaar, ct);

    /// <summary>
    /// Fetches and compares; what the school agreed beforehand decides what can be applied. However it goes, the run's state
    /// says what happened.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="soorten">The kinds that the school lets be applied where it agreed on nothing.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>What was delivered; null when the run failed or was stopped before.</returns>
    public Task<Aanlevering?> FetchAsync(ImportRun run, IReadOnlyList<RegelSoort> soorten, CancellationToken ct) =>
        fetch.RunUnattendedAsync(run.SchoolId, run.Id, soorten, ct);

    /// <summary>Whether a person prepared a school year.</summary>
    public async Task<bool> IsPreparedAsync(SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct) =>
        (await wissels.GetAsync(schoolId, schooljaar, ct)).Voorbereid is not null;

    /// <summary>
    /// What the school agreed on the school year of a run, in the version that the run was compared with if that held then; null
    /// for nothing, or while it takes only additions.
    /// </summary>
    public async Task<Wisselafspraak?> FindAfspraakAsync(ImportRun run, CancellationToken ct)
    {
        var afspraak = (await wissels.GetAsync(run.SchoolId, run.Schooljaar, ct)).Afspraak;
        return run.Uitkomst is { Modus: Importmodus.Normaal } uitkomst
            && (uitkomst.Wisselversie == afspraak?.Versie || afspraak?.GeldtOp(clock.Today()) == false)
                ? afspraak
                : null;
    }

    /// <summary>Compares what was delivered with what Numo has now.</summary>
    public Task CompareAsync(ImportRun run, Aanlevering aanlevering, CancellationToken ct) =>
        fetch.CompareAsync(run.SchoolId, run.Id, aanlevering, ct);

    /// <summary>A run of the school as it is now.</summary>
    public async Task<ImportRun> GetAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct) =>
        await runs.FindAsync(schoolId, id, ct)
        ?? throw new InvalidOperationException($"Import run {id} is not there.");

    /// <summary>
    /// Whether a person of the school has applied an import which was not undone since: until then nothing of it is
    /// applied without one.
    /// </summary>
    public Task<bool> IsTrustedAsync(SchoolId schoolId, CancellationToken ct) =>
        runs.IsLastAppliedKeptAsync(schoolId, clock.CurrentSchooljaar(), ct);

    /// <summary>Reads what applying kinds of a compared run changes, before the transaction that applies them.</summary>
    public Task PrepareAsync(ImportRun run, IReadOnlyList<RegelSoort> soorten, CancellationToken ct) =>
        preparation.PrepareAsync(ApplyOf(run, soorten), ct);

    /// <summary>
    /// Applies all of a compared run that has something to do with a new school year, in the transaction at hand, and tells
    /// people; how many people that changed.
    /// </summary>
    public async Task<Result<int>> ApplySchooljaarAsync(ImportRun run)
    {
        var applied = await ApplyAsync(run, Regelkeuze.Toepasbaar);
        if (applied.IsOk)
        {
            await wisselmelder.ReportAsync(run, applied.Value, CancellationToken.None);
        }

        return applied;
    }

    /// <summary>Applies kinds of a compared run, in the transaction at hand; how many people that changed.</summary>
    public async Task<Result<int>> ApplyAsync(ImportRun run, IReadOnlyList<RegelSoort> soorten)
    {
        var applied = await apply.Handle(ApplyOf(run, soorten), CancellationToken.None);
        if (applied.IsOk)
        {
            var regel = new Auditregel(
                caller.Current.Subject, nameof(ApplyImport), run.SchoolId, applied.Value.ToegepastePersonen);
            await audit.AddAsync(regel, CancellationToken.None);
        }

        return applied.Map(after => after.ToegepastePersonen);
    }

    /// <summary>
    /// Leaves a compared run to a person, in the transaction at hand; nobody changes by it. One that is the same as the
    /// run before waits for the reason of then, so that it does not look new.
    /// </summary>
    public async Task<Result<int>> HoldAsync(ImportRun run, Melding reden)
    {
        var vorige = await historie.FindComparedBeforeAsync(run.SchoolId, run.Id, CancellationToken.None);
        var eerder = string.Equals(vorige?.Uitkomst?.PlanHash, run.Uitkomst!.PlanHash, StringComparison.Ordinal)
            ? vorige!.Uitkomst!.Remmen.FirstOrDefault(r => string.Equals(r.Code, reden.Code, StringComparison.Ordinal))
            : null;
        var held = await transition.DoAsync(
            run.SchoolId, run.Id, found => found.Hold(eerder ?? reden), CancellationToken.None);
        if (held.IsOk)
        {
            await wachtmelder.ReportAsync(held.Value, CancellationToken.None);
        }

        return held.Map(_ => 0);
    }

    /// <summary>
    /// Whether a run waits for a source that is not ready for the new school year, as the run before it did: that was told
    /// once, and nobody has anything to do.
    /// </summary>
    public async Task<bool> IsStillNotReadyAsync(ImportRun run, CancellationToken ct)
    {
        var vorige = await historie.FindComparedBeforeAsync(run.SchoolId, run.Id, ct);
        return CodesOf(run).Contains(BeleidMeldingen.NogNietKlaarCode) && CodesOf(run).SetEquals(CodesOf(vorige));
    }

    private static HashSet<string> CodesOf(ImportRun? run) =>
        [.. run?.Uitkomst?.Remmen.Select(rem => rem.Code) ?? []];

    /// <summary>
    /// Discards a compared run that has nothing to do, in the transaction at hand. Where the school is as the source says,
    /// the school year is imported as a whole.
    /// </summary>
    public async Task<Result<int>> DiscardAsync(ImportRun run)
    {
        if (run.State == ImportState.Vergeleken)
        {
            await standen.NoteSchooljaarAsync(
                run.SchoolId, run.Schooljaar, run.Voltooit(0, clock.Today()), run.Id, CancellationToken.None);
            if (!await boek.NoteNothingToDoAsync(run, CancellationToken.None))
            {
                return new WisselGewijzigd(run.Schooljaar);
            }
        }

        var discarded = await transition.DoAsync(
            run.SchoolId, run.Id, found => found.Discard(clock.GetUtcNow()), CancellationToken.None);
        return discarded.Map(_ => 0);
    }

    /// <summary>
    /// Ends a run whose process is known to be gone, in the transaction at hand, so that another may begin.
    /// </summary>
    public async Task AbandonAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct)
    {
        if (await runs.FindAsync(schoolId, id, ct) is { IsBezig: true } run)
        {
            var failed = run.Fail(Importfout.Onderbroken, Actiehouder.Kurve, clock.GetUtcNow());
            await runs.UpdateAsync(failed.Value, ct);
        }
    }

    private static ApplyImport ApplyOf(ImportRun run, IReadOnlyList<RegelSoort> soorten) =>
        new(run.SchoolId, run.Id, run.Uitkomst!.PlanHash, soorten, [], [], RequestId: null);
}
