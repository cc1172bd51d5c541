using Kurve.Numo.Application.Importeren.Conflicten;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Application.Importeren.Beleid;

/// <summary>Gathers what a plan is made of beside what was delivered.</summary>
public sealed class Planbasis(
    ISchoolstandStore standen,
    IBuurjarenStore buurjaren,
    IImportbeleidRepository beleid,
    IImportRunRepository runs,
    IBeslissingStore beslissingen,
    ISchooljaarwisselRepository wissels,
    TimeProvider clock)
{
    /// <summary>All that Numo has of the school, and what the plan reckons with.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nachtsoorten">The kinds that a night applies where nothing was agreed; null for the plan of a person.</param>
    /// <param name="ct">Stops the read.</param>
    internal Task<(Schoolstand Stand, Plankader Kader)> LoadAsync(ImportRun run, IReadOnlyList<RegelSoort>? nachtsoorten, CancellationToken ct) =>
        LoadAsync(run, nachtsoorten, clock.Today(), ct);

    /// <summary>The same as it would be on another day.</summary>
    internal async Task<(Schoolstand Stand, Plankader Kader)> LoadAsync(
        ImportRun run, IReadOnlyList<RegelSoort>? nachtsoorten, DateOnly dag, CancellationToken ct)
    {
        var stand = await standen.LoadAsync(run.SchoolId, run.Schooljaar, ct);
        var last = await runs.FindLastAppliedAsync(run.SchoolId, run.Schooljaar, ct);
        var kader = new Plankader(await beleid.GetAsync(run.SchoolId, ct), dag)
        {
            Vorige = last?.Uitkomst?.Omvang ?? [],
            Beslissingen = await beslissingen.ListAsync(run.SchoolId, ct),
            Wisselafspraak = (await wissels.GetAsync(run.SchoolId, run.Schooljaar, ct)).Afspraak,
            Nachtsoorten = nachtsoorten,
        };

        return (stand, kader with
        {
            Buurjaren = await buurjaren.LoadAsync(
                run.SchoolId, run.Schooljaar, kader.IsVooruit(run.Schooljaar), ct),
        });
    }
}
