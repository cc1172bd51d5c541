using Kurve.Numo.Application.Importeren.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Application.Synchronisatie;

/// <summary>
/// Keeps the school year that a person prepared as its source has it, until it begins: newcomers that change or are withdrawn,
/// classes that come late or get another name. Nobody of now is touched by it, so all of it is applied, unless a brake is on.
/// </summary>
internal sealed partial class PreparedYear(
    UnattendedImport import, Rondestappen stappen, TimeProvider clock, ILogger<PreparedYear> logger)
{
    /// <summary>
    /// Refreshes the prepared year of a school, if there is one. That this cannot be done does not stop the ronde: its run says
    /// why.
    /// </summary>
    /// <returns>The ronde, without a run; <see cref="RondeOvergenomen"/> when another process has it now.</returns>
    public async Task<Result<Ronde>> RefreshAsync(Ronde ronde, CancellationToken ct)
    {
        try
        {
            return await TryAsync(ronde, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            LogBug(exception, ronde.SchoolId);
            return ronde;
        }
    }

    private async Task<Result<Ronde>> TryAsync(Ronde ronde, CancellationToken ct)
    {
        var volgend = Schooljaar.Hydrate(clock.CurrentSchooljaar().Begin + 1);
        if (!await import.IsPreparedAsync(ronde.SchoolId, volgend, ct))
        {
            return ronde;
        }

        var started = await stappen.TakeAsync(
            ronde,
            async () => (await import.StartAsync(ronde.SchoolId, volgend, ct)).Map(run => ronde with { Run = run.Id }),
            ct);
        return started switch
        {
            { IsOk: true } => await ImportAsync(started.Value, ct),
            { Error: RondeOvergenomen } => started,
            _ => ronde,
        };
    }

    private async Task<Result<Ronde>> ImportAsync(Ronde ronde, CancellationToken ct)
    {
        var started = await import.GetAsync(ronde.SchoolId, ronde.Run!.Value, ct);
        await import.FetchAsync(started, Regelkeuze.Toepasbaar, ct);
        ct.ThrowIfCancellationRequested();
        var run = await import.GetAsync(ronde.SchoolId, started.Id, ct);
        if (run is { State: ImportState.Vergeleken, Uitkomst: { } changes } && HasChanges(changes))
        {
            await import.PrepareAsync(run, Regelkeuze.Toepasbaar, ct);
        }

        var without = ronde with { Run = null };
        Func<Task<Result<int>>>? step = run switch
        {
            { State: ImportState.Vergeleken, Uitkomst: { } uitkomst } when HasChanges(uitkomst) =>
                () => import.ApplySchooljaarAsync(run),
            { State: ImportState.Vergeleken, Uitkomst: { } uitkomst } when HasConflicts(uitkomst) =>
                () => import.HoldAsync(run, Meldingen.WachtOpBeoordeling),
            { State: ImportState.Vergeleken } => () => import.DiscardAsync(run),
            { State: ImportState.Wachtend } when await import.IsStillNotReadyAsync(run, ct) => () => import.DiscardAsync(run),
            _ => null,
        };
        if (step is null)
        {
            return without;
        }

        var taken = await stappen.TakeAsync(
            without, async () => (await step()).Map(_ => without), CancellationToken.None);
        return taken.Error is RondeOvergenomen ? taken : without;
    }

    private static bool HasChanges(Uitkomst uitkomst) =>
        uitkomst.Leerlingen.Wijzigingen + uitkomst.Docenten.Wijzigingen + uitkomst.Groepen.Wijzigingen > 0;

    private static bool HasConflicts(Uitkomst uitkomst) =>
        uitkomst.Leerlingen.Conflict + uitkomst.Docenten.Conflict > 0;

    [LoggerMessage(LogLevel.Error, "The prepared year of school {SchoolId} could not be brought up to date")]
    private partial void LogBug(Exception exception, SchoolLabel schoolId);
}
