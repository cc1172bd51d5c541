using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>How far an import run is.</summary>
public enum ImportState
{
    /// <summary>Fetching from the sources.</summary>
    Ophalen = 1,

    /// <summary>Fetched; joining and comparing.</summary>
    Opgehaald,

    /// <summary>Compared: can be applied.</summary>
    Vergeleken,

    /// <summary>Compared, but braked until a person releases it.</summary>
    Wachtend,

    /// <summary>Being applied.</summary>
    Toepassen,

    /// <summary>Applied.</summary>
    Toegepast,

    /// <summary>Discarded, or replaced by a newer preview.</summary>
    Verworpen,

    /// <summary>Failed.</summary>
    Mislukt,

    /// <summary>Undone.</summary>
    Teruggedraaid,
}

/// <summary>Where a run's people come from.</summary>
public enum Bron
{
    /// <summary>UWLR joined with Magister's web service.</summary>
    Magister = 1,

    /// <summary>A file that somebody uploaded.</summary>
    Csv = 2,
}

/// <summary>Why a run failed.</summary>
/// <param name="Code">The reason in UPPER_SNAKE.</param>
/// <param name="Tekst">Dutch, for the school.</param>
public sealed record Importfout(string Code, string Tekst)
{
    /// <summary>The process that was fetching stopped.</summary>
    public static Importfout Onderbroken { get; } =
        new("ONDERBROKEN", "Het ophalen is onderbroken. Start de import opnieuw.");

    /// <summary>A bug or broken infrastructure; the log has the details.</summary>
    public static Importfout Intern { get; } =
        new("INTERNE_FOUT", "Er ging iets mis bij Numo. Kurve kijkt ernaar; de gegevens zijn niet veranderd.");

    /// <summary>The same as an error.</summary>
    public static Importfout Of(Error error) => new(error.Code, error.Tekst);
}

/// <summary>What the comparison of a run amounted to.</summary>
/// <param name="PlanHash">Names the plan to the letter.</param>
/// <param name="BasisVersie">The version of the school's data that the plan was made on.</param>
/// <param name="Vingerafdruk">Hash over the sources' answers: the same answers have the same.</param>
/// <param name="Leerlingen">Leerlingen per kind.</param>
/// <param name="Docenten">Docenten per kind.</param>
/// <param name="Groepen">Groepen per kind; only new, changed and archived ones are counted.</param>
/// <param name="Waarschuwingen">What the run as a whole has to say.</param>
/// <param name="Remmen">Why the brake was put on.</param>
/// <param name="Rapport">How the sources were joined.</param>
public sealed record Uitkomst(
    string PlanHash,
    long BasisVersie,
    string Vingerafdruk,
    Tellingen Leerlingen,
    Tellingen Docenten,
    Tellingen Groepen,
    IReadOnlyList<Melding> Waarschuwingen,
    IReadOnlyList<Melding> Remmen,
    Koppelrapport? Rapport)
{
    /// <summary>What the import may do by the school's rules.</summary>
    public Importmodus? Modus { get; init; }

    /// <summary>The classes of both years, for the first import of a school year; else null.</summary>
    public Klassentabel? Klassentabel { get; init; }

    /// <summary>What the change of school year does at each vestiging; null when it makes none.</summary>
    public IReadOnlyList<Wisselcijfers>? Cijfers { get; init; }

    /// <summary>Why rows are held that lie outside what the school agreed; null when there are no such rows.</summary>
    public IReadOnlyList<Melding>? BuitenAfspraak { get; init; }

    /// <summary>The version of the agreement that the plan was made with; null when none held.</summary>
    public long? Wisselversie { get; init; }

    /// <summary>How many usable persons the sources delivered of each vestiging; null when that was not measured.</summary>
    public IReadOnlyList<Vestigingsomvang>? Omvang { get; init; }

    /// <summary>The vestigingen of which this may be the whole school year; null when that was not noted.</summary>
    public IReadOnlyList<Vestigingsnummer>? Vestigingen { get; init; }

    /// <summary>What was found in the file; null when the people did not come from one.</summary>
    public Csvrapport? Csv { get; init; }

    /// <summary>Whether somebody is in conflict, rejected or held, so that a person has something to mend.</summary>
    public bool LaatWachten => Leerlingen.Wachtend + Docenten.Wachtend > 0;
}

/// <summary>
/// One import of one school. Its transitions are the only way to change its state; each gives the run after, or the
/// error that says why not. Stored with its version, so that of two transitions at once one loses.
/// </summary>
public sealed partial record ImportRun
{
    /// <summary>How long a fetch may be silent before others take it for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How far ahead the end of a lease may lie. Clocks of replicas differ less; one that lies further ahead was given
    /// before the clock was moved back, and holds up nobody.
    /// </summary>
    public static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(5);

    /// <summary>Its id.</summary>
    public required ImportRunId Id { get; init; }

    /// <summary>The school.</summary>
    public required SchoolId SchoolId { get; init; }

    /// <summary>Where the people come from.</summary>
    public required Bron Bron { get; init; }

    /// <summary>The school year that was asked for.</summary>
    public required Schooljaar Schooljaar { get; init; }

    /// <summary>Who asked.</summary>
    public required string AangevraagdDoor { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Aangevraagd { get; init; }

    /// <summary>Until when the process that fetches it is taken to be alive.</summary>
    public required DateTimeOffset LeaseTot { get; init; }

    /// <summary>How far it is.</summary>
    public ImportState State { get; init; } = ImportState.Ophalen;

    /// <summary>People read so far.</summary>
    public int Gelezen { get; init; }

    /// <summary>What it did and does, in the order in which it began each.</summary>
    public IReadOnlyList<Fasevoortgang> Fases { get; init; } = [];

    /// <summary>What the comparison amounted to; null before that.</summary>
    public Uitkomst? Uitkomst { get; init; }

    /// <summary>Why it failed.</summary>
    public Importfout? Fout { get; init; }

    /// <summary>Who does the next step.</summary>
    public Actiehouder Actiehouder { get; init; } = Actiehouder.Niemand;

    /// <summary>When the comparison was ready.</summary>
    public DateTimeOffset? Vergeleken { get; init; }

    /// <summary>When the brake was released.</summary>
    public DateTimeOffset? Vrijgegeven { get; init; }

    /// <summary>When it was applied, discarded or failed.</summary>
    public DateTimeOffset? Beeindigd { get; init; }

    /// <summary>The kinds that were applied.</summary>
    public IReadOnlyList<RegelSoort> ToegepasteSoorten { get; init; } = [];

    /// <summary>How many persons applying changed.</summary>
    public int ToegepastePersonen { get; init; }

    /// <summary>Rises with each change.</summary>
    public long Versie { get; init; } = 1;

    /// <summary>Whether it is being fetched or compared: a school has one such run at most.</summary>
    public bool IsBezig => State is ImportState.Ophalen or ImportState.Opgehaald;

    /// <summary>Whether nothing more happens by itself: a person acts next, or nobody does.</summary>
    public bool IsStil => !IsBezig && State != ImportState.Toepassen;

    /// <summary>A run that begins to fetch.</summary>
    public static ImportRun Start(
        ImportRunId id, SchoolId schoolId, Schooljaar schooljaar, string aangevraagdDoor, DateTimeOffset now) => new()
        {
            Id = id,
            SchoolId = schoolId,
            Bron = Bron.Magister,
            Schooljaar = schooljaar,
            AangevraagdDoor = aangevraagdDoor,
            Aangevraagd = now,
            LeaseTot = now + Lease,
        };

    /// <summary>Whether its process fell silent.</summary>
    public bool IsVerlopen(DateTimeOffset now) => IsBezig && (LeaseTot < now || LeaseTot > now + LongestLease);

    /// <summary>The sources have answered.</summary>
    public Result<ImportRun> Fetched(DateTimeOffset now) => When(
        ImportState.Ophalen, run => run with { State = ImportState.Opgehaald, LeaseTot = now + Lease });

    /// <summary>The plan is ready; with brakes it waits for a person.</summary>
    public Result<ImportRun> Compared(Uitkomst uitkomst, DateTimeOffset now) => When(
        ImportState.Opgehaald,
        run => run with
        {
            State = uitkomst.Remmen.Count > 0 ? ImportState.Wachtend : ImportState.Vergeleken,
            Uitkomst = uitkomst,
            Actiehouder = Actiehouder.School,
            Vergeleken = now,
        });

    /// <summary>It failed; nothing was changed.</summary>
    public Result<ImportRun> Fail(Importfout fout, Actiehouder actiehouder, DateTimeOffset now) => IsBezig
        ? this with
        {
            State = ImportState.Mislukt,
            Fout = fout,
            Actiehouder = actiehouder,
            Beeindigd = now,
            Versie = Versie + 1,
        }
        : new StateOngeschikt(Id, State, ImportState.Ophalen);

    /// <summary>What nobody may apply without a person who looked at it waits for one, and says why.</summary>
    public Result<ImportRun> Hold(Melding reden) => When(
        ImportState.Vergeleken,
        run => run with
        {
            State = ImportState.Wachtend,
            Uitkomst = run.Uitkomst! with { Remmen = [.. run.Uitkomst.Remmen, reden] },
        });

    /// <summary>A person releases the brake, for this plan alone.</summary>
    public Result<ImportRun> ReleaseBrake(
        string planHash, DateTimeOffset now) => CheckHash(planHash).Then(run => run.When(
        ImportState.Wachtend, braked => braked with { State = ImportState.Vergeleken, Vrijgegeven = now }));

    /// <summary>Whether its plan keeps to what the school allows now.</summary>
    public Result<ImportRun> CheckModus(Importmodus modus) =>
        modus != Importmodus.Normaal && (Uitkomst?.Modus ?? Importmodus.Normaal) == Importmodus.Normaal
            ? new BeleidGewijzigd(Id)
            : this;

    /// <summary>Somebody begins to apply it.</summary>
    /// <param name="planHash">The hash of the plan that was looked at.</param>
    /// <param name="huidig">The school year of now: those before it are over.</param>
    public Result<ImportRun> BeginApply(string planHash, Schooljaar huidig) => CheckHash(planHash).Then(run =>
        run.Schooljaar < huidig ? new SchooljaarVoorbij(run.Schooljaar)
        : run.IsVooruit && run.Schooljaar == huidig ? new SchooljaarIntussenBegonnen(run.Schooljaar)
        : run.State == ImportState.Wachtend ? new RemStaatAan(Id)
        : run.When(ImportState.Vergeleken, compared => compared with { State = ImportState.Toepassen }));

    /// <summary>It is applied: these kinds, to so many persons.</summary>
    public Result<ImportRun> Applied(IReadOnlyList<RegelSoort> soorten, int personen, DateTimeOffset now) => When(
        ImportState.Toepassen,
        run => run with
        {
            State = ImportState.Toegepast,
            ToegepasteSoorten = soorten,
            ToegepastePersonen = personen,

            // Who was rejected, held or in conflict still waits, whatever was applied.
            Actiehouder = run.Uitkomst is { LaatWachten: true } ? Actiehouder.School : Actiehouder.Niemand,
            Beeindigd = now,
        });

    /// <summary>The same run, with what applying it took: to so many persons, from then until now.</summary>
    public ImportRun AppliedSince(DateTimeOffset begonnen) => this with
    {
        Fases =
        [
            .. Fases,
            new Fasevoortgang(
                Importfase.Toepassen, null, ToegepastePersonen, ToegepastePersonen, begonnen, Beeindigd),
        ],
    };

    /// <summary>Somebody discards it, or a newer preview takes its place.</summary>
    public Result<ImportRun> Discard(DateTimeOffset now) =>
        IsBezig || State is ImportState.Vergeleken or ImportState.Wachtend
        ? this with
        {
            State = ImportState.Verworpen,
            Actiehouder = Actiehouder.Niemand,
            Beeindigd = now,
            Versie = Versie + 1,
        }
        : new StateOngeschikt(Id, State, ImportState.Vergeleken);

    private Result<ImportRun> CheckHash(string planHash) => Uitkomst is { } uitkomst
        && !string.Equals(uitkomst.PlanHash, planHash, StringComparison.Ordinal)
            ? new PlanHashOnjuist(Id)
            : this;

    private Result<ImportRun> When(ImportState state, Func<ImportRun, ImportRun> change) => State == state
        ? change(this) with { Versie = Versie + 1 }
        : new StateOngeschikt(Id, State, state);
}
