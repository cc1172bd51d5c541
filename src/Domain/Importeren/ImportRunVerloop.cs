using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Runs;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <content>What becomes of a run after its comparison.</content>
public sealed partial record ImportRun
{
    /// <summary>Who did what with it, and what that did.</summary>
    public Verloop Verloop { get; init; } = Verloop.Leeg;

    /// <summary>Until when its preview can be applied; null before the comparison.</summary>
    public DateTimeOffset? Vervalt { get; init; }

    /// <summary>When its plan and herstelpunt were cleaned up; the run itself and its counts stay.</summary>
    public DateTimeOffset? PlanOpgeruimd { get; init; }

    /// <summary>Whether its preview is too old to be applied, be that noted already or not.</summary>
    public bool IsVervallen(DateTimeOffset now) => Verloop.Verwerping == Verwerpingen.Vervallen
        || (State is ImportState.Vergeleken or ImportState.Wachtend && Vervalt <= now);

    /// <summary>Its preview was not applied in time.</summary>
    public Result<ImportRun> Expire(DateTimeOffset now) => !IsVervallen(now)
        ? new StateOngeschikt(Id, State, ImportState.Vergeleken)
        : Discard(now).Map(run => run with
        {
            Actiehouder = Actiehouder.School,
            Verloop = run.Verloop with { Verwerping = Verwerpingen.Vervallen },
        });

    /// <summary>A newer preview takes its place.</summary>
    public Result<ImportRun> Replace(DateTimeOffset now) => Discard(now).Map(run => run with
    {
        Verloop = run.Verloop with { Verwerping = Verwerpingen.Vervangen },
    });

    /// <summary>The run, which was applied, with what that did.</summary>
    public ImportRun Counted(Toepassing toepassing) => this with
    {
        Verloop = Verloop with { Toepassing = toepassing },
    };

    /// <summary>
    /// The vestigingen of which so many applied rows are the whole school year: it had begun when they were compared, no row that changes something
    /// was left out, and none was held by the school's rules.
    /// </summary>
    /// <param name="regels">The rows that are applied.</param>
    /// <param name="vandaag">Today in the Netherlands.</param>
    public IReadOnlyList<Vestigingsnummer> Voltooit(int regels, DateOnly vandaag) =>
        vandaag >= Schooljaar.EersteDag && !IsVooruit && Uitkomst is { Modus: Importmodus.Normaal, Vestigingen: { } vestigingen }
        && regels == Uitkomst.Leerlingen.Wijzigingen + Uitkomst.Docenten.Wijzigingen
            ? vestigingen
            : [];

    /// <summary>Whether it was compared before its school year began, so that it holds back what waits for that.</summary>
    public bool IsVooruit => Vergeleken is { } moment && Nederland.DagOp(moment) < Schooljaar.EersteDag;

    /// <summary>Whether somebody applied it.</summary>
    public bool IsAppliedBy(string wie) => Verloop.Handelingen.Any(h =>
        h.Soort == Handelingsoort.Toegepast && string.Equals(h.Wie, wie, StringComparison.Ordinal));

    /// <summary>It was applied, and is undone.</summary>
    public Result<ImportRun> Undo(Terugdraaiing terugdraaiing) => When(
        ImportState.Toegepast,
        run => run with
        {
            State = ImportState.Teruggedraaid,
            Verloop = run.Verloop with { Terugdraaiing = terugdraaiing },
        });

    /// <summary>The same run, with what undoing it took.</summary>
    public ImportRun UndoneSince(DateTimeOffset begonnen, DateTimeOffset klaar)
    {
        var personen = Verloop.Terugdraaiing?.Hersteld ?? 0;
        return this with
        {
            Fases = [.. Fases, new Fasevoortgang(Importfase.Terugdraaien, null, personen, personen, begonnen, klaar)],
        };
    }

    /// <summary>Its plan and herstelpunt were kept long enough.</summary>
    public Result<ImportRun> CleanUp(DateTimeOffset now) => Beeindigd is null || PlanOpgeruimd is not null
        ? new StateOngeschikt(Id, State, ImportState.Toegepast)
        : this with { PlanOpgeruimd = now, Versie = Versie + 1 };

    /// <summary>The run with what a person did with it.</summary>
    public ImportRun Note(Handeling handeling) =>
        this with { Verloop = Verloop with { Handelingen = [.. Verloop.Handelingen, handeling] } };
}
