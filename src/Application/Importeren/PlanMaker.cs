using Kurve.Numo.Application.Importeren.Beleid;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv.Lezen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Compares a delivery with what Numo has, and stores the plan with its run.</summary>
public sealed class PlanMaker(
    Planbasis basis,
    Eindezoeker eindes,
    IPlanStore plannen,
    IImportRunRepository runs,
    IUnitOfWork work,
    Repetition repetition,
    Wachtmelder wachtmelder,
    Bewaartermijnen termijnen,
    TimeProvider clock)
{
    /// <summary>
    /// Makes and stores the plan; older plans of the school for the same school year, or for one that is over, that nobody applied
    /// are discarded with it.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="delivered">What was delivered.</param>
    /// <param name="nachtsoorten">The kinds that a night applies where nothing was agreed; null for the plan of a person.</param>
    /// <param name="voortgang">Is told how far it is.</param>
    /// <param name="ct">Stops it.</param>
    internal async Task CompareAsync(
        ImportRun run, Aanlevering delivered, IReadOnlyList<RegelSoort>? nachtsoorten, Voortgang voortgang, CancellationToken ct)
    {
        var (aanlevering, plan) = await PlanAsync(run, delivered, nachtsoorten, voortgang, ct);
        var fase = voortgang.Begin(Importfase.Opslaan, plan.AantalRegels);
        await repetition.RunAsync(
            "The plan of an import",
            isRemembered: true,
            async () =>
            {
                await StoreAsync(run, aanlevering, plan, fase, voortgang, ct);
                return new Done();
            },
            ct);
    }

    // Done twice, the second finds its run compared already, and changes nothing.
    private async Task StoreAsync(
        ImportRun run,
        Aanlevering aanlevering,
        ImportPlan plan,
        Voortgang.Fasemeter fase,
        Voortgang voortgang,
        CancellationToken ct)
    {
        await using var scope = await work.BeginAsync(ct);
        var now = clock.GetUtcNow();
        var open = await runs.ListOpenAsync(run.SchoolId, ct);
        var huidig = clock.CurrentSchooljaar();
        foreach (var older in open.Where(
            r => r.Id != run.Id && !r.IsBezig && (r.Schooljaar == run.Schooljaar || r.Schooljaar < huidig)))
        {
            await runs.UpdateAsync(older.Replace(now).Value, ct);
        }

        // The run last: until then nobody who tells of it, or discards it, has to wait for its row.
        await plannen.SaveLosseRegelsAsync(run, LosseRegel.Of(aanlevering), ct);
        await plannen.SaveAsync(run, plan, fase, ct);
        fase.End(plan.AantalRegels);
        now = clock.GetUtcNow();
        var compared = run.Compared(Summarize(plan, aanlevering), now).Value.With(voortgang) with
        {
            Vervalt = now + termijnen.Voorbeeld,
        };
        if (await runs.UpdateAsync(compared, ct))
        {
            await wachtmelder.ReportAsync(compared, ct);
            await scope.CommitAsync(ct);
        }
    }

    private async Task<(Aanlevering Aanlevering, ImportPlan Plan)> PlanAsync(
        ImportRun run, Aanlevering delivered, IReadOnlyList<RegelSoort>? nachtsoorten, Voortgang voortgang, CancellationToken ct)
    {
        var personen = delivered.Leerlingen.Count + delivered.Docenten.Count;
        var fase = voortgang.Begin(Importfase.Vergelijken, personen);
        var (stand, kader) = await repetition.RunAsync(
            "What an import is compared with", isRemembered: true, () => basis.LoadAsync(run, nachtsoorten, ct), ct);
        var aanlevering = Groepsherkenning.Match(delivered, stand);
        var plan = ImportPlanner.Plan(stand, aanlevering, kader, new Rekengang(fase, ct));
        if (plan.Klassentabel is { Begonnen: true } && kader.Wisselafspraak?.Grenzen.Any(grens => grens.Begonnen is not null) != true)
        {
            var einde = await eindes.FindAsync(run.SchoolId, run.Schooljaar, ct);
            plan = plan with { Waarschuwingen = [.. plan.Waarschuwingen, .. Eindezoeker.Explain(einde)] };
        }

        fase.End(personen);
        return (aanlevering, plan);
    }

    private static Uitkomst Summarize(ImportPlan plan, Aanlevering aanlevering) => new(
        plan.Hash,
        plan.BasisVersie,
        aanlevering.Vingerafdruk,
        Tellingen.Of(plan.Leerlingen),
        Tellingen.Of(plan.Docenten),
        Tellingen.Nul with
        {
            Nieuw = plan.Groepen.Count(g => g.Soort == RegelSoort.Nieuw),
            Bijwerken = plan.Groepen.Count(g => g.Soort == RegelSoort.Bijwerken),
            Archiveren = plan.Groepen.Count(g => g.Soort == RegelSoort.Archiveren),
        },
        plan.Waarschuwingen,
        plan.Remmen,
        aanlevering.Rapport)
    {
        Modus = plan.Modus,
        Klassentabel = plan.Klassentabel,
        Wisselversie = plan.Wisselversie,
        Cijfers = plan.Cijfers.Count == 0 ? null : plan.Cijfers,
        BuitenAfspraak = plan.BuitenAfspraak.Count == 0 ? null : plan.BuitenAfspraak,
        Omvang = plan.Omvang,
        Vestigingen = plan.Vestigingen,
        Csv = aanlevering.Csv,
    };
}
