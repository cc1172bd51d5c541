using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Wijzigingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Tells people that a run waits for one of them. Called by all code that makes a run wait.</summary>
public sealed class Wachtmelder(IBerichtOutbox outbox, IRunHistorie historie, TimeProvider clock)
{
    /// <summary>
    /// Stores that a run waits, in the transaction that makes it so; nothing when it does not wait. One that waits with
    /// the plan and the brakes of the run before it is no news to whoever was told of that one.
    /// </summary>
    public async Task ReportAsync(ImportRun run, CancellationToken ct)
    {
        if (run.State != ImportState.Wachtend)
        {
            return;
        }

        var before = await historie.FindComparedBeforeAsync(run.SchoolId, run.Id, ct);
        var vorige = before?.Uitkomst is { } uitkomst && IsSame(uitkomst, run.Uitkomst!) ? before.Id.ToString() : null;
        await outbox.AddAsync(run.SchoolId, AanleidingOf(run) with { Vorige = vorige }, ct);
    }

    private static bool IsSame(Uitkomst before, Uitkomst uitkomst) =>
        string.Equals(before.PlanHash, uitkomst.PlanHash, StringComparison.Ordinal)
        && before.Remmen.SequenceEqual(uitkomst.Remmen);

    private Aanleiding AanleidingOf(ImportRun run)
    {
        var uitkomst = run.Uitkomst!;
        return new Aanleiding(
            Berichtsoort.RunWacht,
            run.Id.ToString(),
            clock.GetUtcNow(),
            [
                .. uitkomst.Remmen.CountBy(r => r)
                    .Select(same => new Berichtreden(same.Key.Code, same.Key.Tekst, same.Value)),
            ],
            [.. Count(uitkomst.Leerlingen, uitkomst.Docenten).Where(t => t.Aantal > 0)],
            Berichtcodes.OfActiehouder(run.Actiehouder.ToString()));
    }

    /// <summary>How many people of each kind, none included.</summary>
    internal static IEnumerable<Berichttelling> Count(Tellingen leerlingen, Tellingen docenten)
    {
        yield return new Berichttelling("nieuw", leerlingen.Nieuw + docenten.Nieuw);
        yield return new Berichttelling("bijwerken", leerlingen.Bijwerken + docenten.Bijwerken);
        yield return new Berichttelling("heractiveren", leerlingen.Heractiveren + docenten.Heractiveren);
        yield return new Berichttelling("archiveren", leerlingen.Archiveren + docenten.Archiveren);
        yield return new Berichttelling("conflict", leerlingen.Conflict + docenten.Conflict);
        yield return new Berichttelling("afgekeurd", leerlingen.Afgekeurd + docenten.Afgekeurd);
        yield return new Berichttelling("aangehouden", leerlingen.Aangehouden + docenten.Aangehouden);
    }
}
