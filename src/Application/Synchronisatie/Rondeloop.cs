using Kurve.Numo.Application.Importeren.Contract;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Application.Synchronisatie;

/// <summary>
/// Carries out one ronde.
/// </summary>
internal sealed partial class Rondeloop(
    IRondeRepository rondes,
    ISyncbeleidRepository beleid,
    UnattendedImport import,
    Nachtkoppeling koppelingen,
    PreparedYear voorbereiding,
    Rondestappen stappen,
    Syncinstellingen instellingen,
    TimeProvider clock,
    ILogger<Rondeloop> logger)
{
    /// <summary>The ronde after this try; <see cref="RondeOvergenomen"/> when another process has it now.</summary>
    /// <param name="ronde">One that is due.</param>
    /// <param name="fencing">The number of this try.</param>
    /// <param name="ct">Stops the work; the ronde then stays open, for whoever tries it next.</param>
    public async Task<Result<Ronde>> RunAsync(Ronde ronde, int fencing, CancellationToken ct)
    {
        using var measurement = Telemetry.Ronde();
        try
        {
            var begun = await BeginAsync(ronde, fencing, ct);
            var tried = begun.IsOk ? await TryAsync(begun.Value, ct) : begun;
            measurement.Outcome = tried switch
            {
                { Error: { } error } => error.Code,
                { Value: { Beeindigd: null, Fout: { } fout } } => fout.Code,
                { Value: var done } => done.Uitkomst.ToString().ToUpperInvariant(),
            };
            return tried;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            measurement.Outcome = Importfout.Onderbroken.Code;
            throw;
        }
    }

    /// <summary>
    /// A bug, or a store that was away, is a try that failed as any other: it rests, so that nobody is asked over and
    /// over. When the store is away still, the ronde stays as it is, for when it is back.
    /// </summary>
    private async Task<Result<Ronde>> TryAsync(Ronde ronde, CancellationToken ct)
    {
        try
        {
            return await GoThroughAsync(ronde, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            LogBug(exception, ronde.SchoolId);
            return await rondes.FindOpenAsync(ronde.SchoolId, ct) is { } last && last.Fencing == ronde.Fencing
                ? await FailAsync(last, Importfout.Intern, Actiehouder.Kurve)
                : new RondeOvergenomen(ronde.SchoolId);
        }
    }

    private async Task<Result<Ronde>> GoThroughAsync(Ronde ronde, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (ronde.FindEinde(instellingen.EindeVan(ronde), now) is { } over)
        {
            return await stappen.EndAsync(ronde.GiveUp(over, now), Nobody);
        }

        // A port that was open and is closed may be open again soon, as after any outage; other gates take a person.
        var ready = await koppelingen.ProbeAsync(ronde.SchoolId, ct);
        if (!ready.IsOk)
        {
            return ready.Error is PoortenOpen { Errors: [PoortOpen { Poort: Poort.Allowlisting } closed] }
                ? await FailAsync(ronde, Importfout.Of(ready.Error), closed.Actiehouder)
                : await RefuseAsync(ronde, ready.Error);
        }

        var refreshed = await voorbereiding.RefreshAsync(ronde, ct);
        var started = refreshed.IsOk ? await StartAsync(refreshed.Value, ct) : refreshed;
        return started switch
        {
            { IsOk: true } => await ImportAsync(started.Value, ct),
            { Error: ImportBezig or RondeOvergenomen } => await SettleAsync(ronde, started.Error),
            _ => await RefuseAsync(ronde, started.Error),
        };
    }

    private Task<Result<Ronde>> BeginAsync(Ronde due, int fencing, CancellationToken ct) => stappen.InTransactionAsync(
        async () =>
        {
            // As it is now: another process may have ended a try of it since it was found.
            if ((await rondes.FindOpenAsync(due.SchoolId, ct) ?? await AddAsync(due, ct)) is not { } ronde
                || !ronde.IsDezelfdeAls(due)
                || ronde.NietVoor > clock.GetUtcNow())
            {
                return new RondeOvergenomen(due.SchoolId);
            }

            await rondes.RemoveEndedAsync(ronde.SchoolId, ronde.Nacht.AddDays(-Ronde.BewaardeDagen), ct);
            if (ronde.Run is { } earlier)
            {
                await import.AbandonAsync(ronde.SchoolId, earlier, ct);
            }

            var begun = ronde.Begin(fencing, clock.GetUtcNow());
            return await rondes.BeginAsync(begun, ct) ? begun : new RondeOvergenomen(ronde.SchoolId);
        },
        ct);

    /// <summary>That of the night is stored when it is begun; null when it has ended already.</summary>
    private async Task<Ronde?> AddAsync(Ronde due, CancellationToken ct) =>
        due is { Volgnummer: 0, Pogingen: 0 } && await rondes.AddAsync(due, ct) ? due : null;

    private Task<Result<Ronde>> StartAsync(Ronde ronde, CancellationToken ct) => stappen.TakeAsync(
        ronde, async () => (await import.StartAsync(ronde.SchoolId, schooljaar: null, ct)).Map(run => ronde with { Run = run.Id }), ct);

    private async Task<Result<Ronde>> ImportAsync(Ronde ronde, CancellationToken ct)
    {
        var started = await import.GetAsync(ronde.SchoolId, ronde.Run!.Value, ct);
        var gewenst = await beleid.GetAsync(ronde.SchoolId, ct);
        var aanlevering = await import.FetchAsync(started, gewenst.Soorten, ct);
        ct.ThrowIfCancellationRequested();
        var run = await import.GetAsync(ronde.SchoolId, started.Id, ct);
        return run.State switch
        {
            ImportState.Vergeleken => await DecideAsync(ronde, run, aanlevering!, ct),
            ImportState.Wachtend when await import.IsStillNotReadyAsync(run, ct) => await EndAsync(
                ronde, Rondeuitkomst.NietsNieuws, () => import.DiscardAsync(run)),
            ImportState.Wachtend when run.Uitkomst!.BuitenAfspraak is { } buiten => await LeaveRestAsync(
                ronde, Rondeuitkomst.Wacht, SchooljaarMeldingen.Join(buiten), aanlevering!, () => import.DiscardAsync(run), ct),
            ImportState.Wachtend => await EndAsync(ronde, Rondeuitkomst.Wacht),
            ImportState.Verworpen => await RefuseAsync(ronde, new RondeVerworpen(ronde.SchoolId)),
            _ => await FailAsync(ronde, run.Fout ?? Importfout.Onderbroken, run.Actiehouder),
        };
    }

    private async Task<Result<Ronde>> DecideAsync(
        Ronde ronde, ImportRun run, Aanlevering aanlevering, CancellationToken ct)
    {
        var gewenst = await beleid.GetAsync(ronde.SchoolId, ct);
        var (afspraak, vandaag) = (await import.FindAfspraakAsync(run, ct), clock.Today());

        // An undo ends an agreement, so a person agreed on one that holds after that.
        var isVertrouwd = afspraak?.GeldtOp(vandaag) == true || await import.IsTrustedAsync(ronde.SchoolId, ct);
        var keuze = Synckeuze.Of(run.Uitkomst!, gewenst.Soorten, isVertrouwd, afspraak, vandaag);
        if (keuze.Toepassen.Count > 0)
        {
            // Not cancellable, as the step that it is for: a ronde that came this far is done sooner than stopped.
            await import.PrepareAsync(
                run,
                afspraak?.GeldtOp(vandaag) == true ? Regelkeuze.Toepasbaar : keuze.Toepassen,
                CancellationToken.None);
        }

        return keuze switch
        {
            { Toepassen: [], Wacht: { } reden } when run.Uitkomst!.BuitenAfspraak is not null => await LeaveRestAsync(
                ronde, Rondeuitkomst.Wacht, reden, aanlevering, () => import.DiscardAsync(run), ct),
            { Toepassen: [], Wacht: { } reden } => await EndAsync(
                ronde, Rondeuitkomst.Wacht, () => import.HoldAsync(run, reden)),
            { Toepassen: [] } => await EndAsync(ronde, Rondeuitkomst.NietsNieuws, () => import.DiscardAsync(run)),
            { Toepassen: var soorten, Wacht: { } reden } => await LeaveRestAsync(
                ronde, Rondeuitkomst.Deels, reden, aanlevering, () => ApplyAsync(soorten), ct),
            { Toepassen: var soorten } => await EndAsync(ronde, Rondeuitkomst.Toegepast, () => ApplyAsync(soorten)),
        };

        Task<Result<int>> ApplyAsync(IReadOnlyList<RegelSoort> soorten) =>
            afspraak?.GeldtOp(vandaag) == true ? import.ApplySchooljaarAsync(run) : import.ApplyAsync(run, soorten);
    }

    /// <summary>
    /// What is left is compared anew, with what Numo has after the first step; so it is a plan that can be applied as it is.
    /// </summary>
    private async Task<Result<Ronde>> LeaveRestAsync(
        Ronde ronde,
        Rondeuitkomst uitkomst,
        Melding reden,
        Aanlevering aanlevering,
        Func<Task<Result<int>>> first,
        CancellationToken ct)
    {
        var applied = await stappen.TakeAsync(
            ronde, async () => (await first()).Map(_ => ronde), CancellationToken.None);
        var started = applied.IsOk ? await StartAsync(ronde, ct) : applied;
        if (!started.IsOk)
        {
            return await SettleAsync(ronde, started.Error);
        }

        var rest = await import.GetAsync(ronde.SchoolId, started.Value.Run!.Value, ct);
        await import.CompareAsync(rest, aanlevering, ct);
        ct.ThrowIfCancellationRequested();
        var compared = await import.GetAsync(ronde.SchoolId, rest.Id, ct);
        return compared.State == ImportState.Vergeleken
            ? await EndAsync(started.Value, uitkomst, () => import.HoldAsync(compared, reden))
            : await EndAsync(started.Value, uitkomst);
    }

    /// <summary>A step that could not be taken: somebody changed the school meanwhile, or has the ronde now.</summary>
    private async Task<Result<Ronde>> SettleAsync(Ronde ronde, Error error) => error is RondeOvergenomen
        ? error
        : await FailAsync(ronde, Importfout.Of(error), Actiehouder.Niemand);

    private Task<Result<Ronde>> FailAsync(Ronde ronde, Importfout fout, Actiehouder actiehouder)
    {
        var failed = ronde.Fail(fout, actiehouder, clock.GetUtcNow(), instellingen.Rust);
        return failed.Beeindigd is null
            ? stappen.TakeAsync(failed, () => Task.FromResult<Result<Ronde>>(failed), CancellationToken.None)
            : stappen.EndAsync(failed, Nobody);
    }

    private Task<Result<Ronde>> RefuseAsync(Ronde ronde, Error error)
    {
        var actiehouder = error switch
        {
            PoortenOpen { Errors: [PoortOpen first, ..] } => first.Actiehouder,
            ImportGepauzeerd or RondeVerworpen => Actiehouder.School,
            _ => Actiehouder.Kurve,
        };
        return stappen.EndAsync(ronde.Refuse(Importfout.Of(error), actiehouder, clock.GetUtcNow()), Nobody);
    }

    private Task<Result<Ronde>> EndAsync(Ronde ronde, Rondeuitkomst uitkomst) => EndAsync(ronde, uitkomst, Nobody);

    private async Task<Result<Ronde>> EndAsync(Ronde ronde, Rondeuitkomst uitkomst, Func<Task<Result<int>>> last)
    {
        var ended = await stappen.EndAsync(ronde.End(uitkomst, clock.GetUtcNow()), last);
        return ended.IsOk ? ended : await SettleAsync(ronde, ended.Error);
    }

    private static Task<Result<int>> Nobody() => Task.FromResult<Result<int>>(0);

    [LoggerMessage(LogLevel.Error, "The sync of school {SchoolId} failed unexpectedly")]
    private partial void LogBug(Exception exception, SchoolLabel schoolId);
}
