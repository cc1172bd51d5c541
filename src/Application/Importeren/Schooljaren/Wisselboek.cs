using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Schooljaren;

/// <summary>Notes what imports do to the change of school year, each in the transaction of the import.</summary>
internal sealed class Wisselboek(ISchooljaarwisselRepository wissels, ICallerAccessor caller, TimeProvider clock)
{
    /// <summary>
    /// A run was applied: one of a year that has not begun prepares it; one of a year that has goes on with what was agreed.
    /// </summary>
    /// <returns>False when somebody changed the wissel at the same time; then nothing is to be committed.</returns>
    public async Task<bool> NoteAppliedAsync(ImportRun run, Standwijziging wijziging, CancellationToken ct)
    {
        var (wissel, now) = (await wissels.GetAsync(run.SchoolId, run.Schooljaar, ct), clock.GetUtcNow());
        if (IsOfOtherAgreement(run, wissel))
        {
            return false;
        }

        var after = run.Schooljaar > clock.CurrentSchooljaar()
            ? wissel.Prepare(new Wisselstap(now, caller.Current.Subject))
            : wissel.Advance(
                wijziging.Leerlingen
                    .Where(l => l.Soort == RegelSoort.Archiveren)
                    .CountBy(l => l.Gegevens.Vestiging)
                    .ToDictionary(),
                wijziging.Leerlingen.Where(l => l.Soort == RegelSoort.Bijwerken).Select(l => l.Gegevens.Vestiging).ToHashSet(),
                run.Voltooit(CountRegels(wijziging), clock.Today()),
                now);
        return after.Versie == wissel.Versie || await wissels.SaveAsync(after, ct);
    }

    // What was compared with an agreement, or refreshed by a night, counts only as long as that stands.
    private bool IsOfOtherAgreement(ImportRun run, Schooljaarwissel wissel)
    {
        var isRefresh = run.Schooljaar > clock.CurrentSchooljaar()
            && string.Equals(caller.Current.Subject, SystemCaller.Nights, StringComparison.Ordinal);
        return (run.Uitkomst?.Wisselversie is { } versie && versie != wissel.Versie) || (isRefresh && wissel.Voorbereid is null);
    }

    /// <summary>A night found nothing to do in a year that has begun.</summary>
    public async Task<bool> NoteNothingToDoAsync(ImportRun run, CancellationToken ct)
    {
        var wissel = await wissels.GetAsync(run.SchoolId, run.Schooljaar, ct);
        var after = wissel.Advance(
            new Dictionary<Vestigingsnummer, int>(),
            new HashSet<Vestigingsnummer>(),
            run.Voltooit(0, clock.Today()),
            clock.GetUtcNow());
        return after.Versie == wissel.Versie || await wissels.SaveAsync(after, ct);
    }

    /// <summary>
    /// A run was undone: with the preparation of a year goes the agreement, and after any other undo in that year nothing more
    /// happens by itself on 1 August and after. What a night refreshed comes back with the next, unless the source changed.
    /// </summary>
    public async Task<bool> NoteUndoneAsync(ImportRun run, CancellationToken ct)
    {
        var wissel = await wissels.GetAsync(run.SchoolId, run.Schooljaar, ct);
        var isPreparation = run.Schooljaar > clock.CurrentSchooljaar() && !run.IsAppliedBy(SystemCaller.Nights);
        var after = isPreparation && wissel.Voorbereid is not null ? wissel.Forget()
            : wissel.Grenzen.Count > 0 ? wissel.Undo()
            : wissel;
        return after.Versie == wissel.Versie || await wissels.SaveAsync(after, ct);
    }

    /// <summary>How many rows of a run a change is.</summary>
    public static int CountRegels(Standwijziging wijziging) =>
        wijziging.Leerlingen.Count(l => l.Regel > 0) + wijziging.Docenten.Count(d => d.Regel > 0);
}

/// <summary>Somebody changed what was agreed on a school year at the same moment.</summary>
/// <param name="Schooljaar">The school year.</param>
public sealed record WisselGewijzigd(Schooljaar Schooljaar)
    : Error(
        ErrorKind.Conflict,
        "WISSEL_GEWIJZIGD",
        $"Somebody changed the change to school year {Schooljaar} at the same moment: try again.",
        $"Iemand anders wijzigde op hetzelfde moment de wissel naar {Schooljaar}; probeer het opnieuw.");
