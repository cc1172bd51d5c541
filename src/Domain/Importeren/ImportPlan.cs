using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>Leerling or docent.</summary>
public enum Persoonssoort
{
    /// <summary>Pupil.</summary>
    Leerling = 1,

    /// <summary>Teacher.</summary>
    Docent,
}

/// <summary>What a plan does with one person.</summary>
public enum RegelSoort
{
    /// <summary>A new account.</summary>
    Nieuw = 1,

    /// <summary>An account with changed fields.</summary>
    Bijwerken,

    /// <summary>An archived account comes back, perhaps with changed fields.</summary>
    Heractiveren,

    /// <summary>An account that the source no longer delivers.</summary>
    Archiveren,

    /// <summary>An account that stays as it is.</summary>
    Ongewijzigd,

    /// <summary>A person whose keys point at different accounts: nothing happens to any of them.</summary>
    Conflict,

    /// <summary>A person that cannot be read or recognised.</summary>
    Afgekeurd,

    /// <summary>Somebody with whom nothing happens now, by the school's rules or the school year.</summary>
    Aangehouden,
}

/// <summary>A field that changes.</summary>
/// <param name="Veld">The field.</param>
/// <param name="Oud">What Numo has; null when nothing.</param>
/// <param name="Nieuw">What the source says; null when nothing.</param>
/// <param name="Vergrendeld">Whether the field is locked in Numo, so that it keeps its old value.</param>
public sealed record Veldwijziging(Veld Veld, string? Oud, string? Nieuw, bool Vergrendeld)
{
    /// <summary>Whether the field keeps its old value for now, by the school's rules or the school year.</summary>
    public bool Aangehouden { get; init; }
}

/// <summary>What a plan does with one person.</summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
/// <param name="Soort">What happens.</param>
/// <param name="Account">The account before; null for a new one, a conflict and a rejected person.</param>
/// <param name="Gegevens">The person's data after; for a conflict or rejected person, what was delivered.</param>
/// <param name="Gewijzigd">The fields that change.</param>
/// <param name="Wijzigingen">Old and new of each field that changes, and of each that would but is locked.</param>
/// <param name="Meldingen">Reasons and remarks.</param>
public sealed record Planregel<T>(
    RegelSoort Soort,
    Account<T>? Account,
    T Gegevens,
    Veld Gewijzigd,
    IReadOnlyList<Veldwijziging> Wijzigingen,
    IReadOnlyList<Melding> Meldingen)
    where T : Persoonsgegevens<T>
{
    /// <summary>Of a held row, what would happen otherwise; else null.</summary>
    public RegelSoort? Aangehouden { get; init; }

    /// <summary>What happens, or would if the row were not held.</summary>
    public RegelSoort Bedoeling => Aangehouden ?? Soort;

    /// <summary>When a school year changes, the name of the home class in the year before.</summary>
    public string? VorigeStamgroep { get; init; }

    /// <summary>What was delivered of the person; null of somebody who was not delivered.</summary>
    public T? Aangeleverd { get; init; }

    /// <summary>
    /// Of a conflict: the accounts that it is about. Of a new person: archived accounts with the same name, of many the
    /// first few.
    /// </summary>
    public IReadOnlyList<Betrokkene> Betrokken { get; init; } = [];

    /// <summary>What other accounts give up to this one.</summary>
    public IReadOnlyList<Afstand<T>> Afstanden { get; init; } = [];

    /// <summary>The remembered decision that this row follows, if any.</summary>
    public Beslissing? Beslissing { get; init; }

    /// <summary>The fields of the account that are locked.</summary>
    public Veld Vergrendeld => Account?.Vergrendeld ?? Veld.Geen;

    /// <summary>Whether something is applied of the person while the doelgroep waits: nobody knows which enrolment counts.</summary>
    public bool IsInTwijfel => Soort is RegelSoort.Nieuw or RegelSoort.Bijwerken or RegelSoort.Heractiveren
        && !Vergrendeld.HasFlag(Veld.Doelgroep)
        && Meldingen.Any(m => m.Code is Importeren.Meldingen.MeerdereInschrijvingenCode);

    /// <summary>Whether nothing changes but that the person gets a home class that was missing, or groepen beside those of now.</summary>
    public bool KrijgtAlleenGroepen => Soort == RegelSoort.Bijwerken && Account is { } account
        && (Gewijzigd & ~(Veld.Stamgroep | Veld.Groepen)) == Veld.Geen
        && account.Gegevens.AlleGroepen.All(Gegevens.AlleGroepen.Contains);

    /// <summary>How the person moves within the school.</summary>
    public Verplaatsingsoort Verplaatsing => Verplaatsingen.Of(this);

    /// <summary>
    /// Whether there is anything to show: all but persons that stay as they are, have no remark and no locked field.
    /// </summary>
    public bool IsMeldenswaardig => Soort != RegelSoort.Ongewijzigd || Meldingen.Count > 0 || Wijzigingen.Count > 0
        || Vergrendeld != Veld.Geen;
}

/// <summary>What a plan does with one groep.</summary>
/// <param name="Soort">New, changed (or back) or archived.</param>
/// <param name="Id">The groep's id; null for a new one.</param>
/// <param name="Gegevens">Its data after.</param>
public sealed record Groepsregel(RegelSoort Soort, GroepId? Id, GroepGegevens Gegevens)
{
    /// <summary>Whether a source delivers it under another key than before, so that it was recognised by name.</summary>
    public bool KrijgtAndereSleutel { get; init; }
}

/// <summary>How many persons of each kind a plan has.</summary>
/// <param name="Nieuw">New accounts.</param>
/// <param name="Bijwerken">Changed accounts.</param>
/// <param name="Heractiveren">Accounts that come back.</param>
/// <param name="Archiveren">Accounts that leave.</param>
/// <param name="Ongewijzigd">Accounts that stay as they are.</param>
/// <param name="Conflict">Persons whose keys disagree.</param>
/// <param name="Afgekeurd">Persons that cannot be imported.</param>
public sealed record Tellingen(
    int Nieuw, int Bijwerken, int Heractiveren, int Archiveren, int Ongewijzigd, int Conflict, int Afgekeurd)
{
    /// <summary>Persons with whom nothing happens now, by the school's rules or the school year.</summary>
    public int Aangehouden { get; init; }

    /// <summary>Persons of whom something else is applied, while their doelgroep waits for who knows the enrolment.</summary>
    public int InTwijfel { get; init; }

    /// <summary>Of those who change, persons who only get groepen that were missing, as when a school publishes its classes late.</summary>
    public int AlleenGroepenErbij { get; init; }

    /// <summary>Nobody at all.</summary>
    public static Tellingen Nul { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Persons who move to another stamgroep; of docenten, whose groepen change.</summary>
    public int NaarAndereGroep { get; init; }

    /// <summary>Persons who move to another vestiging.</summary>
    public int NaarAndereVestiging { get; init; }

    /// <summary>Persons with a field that is locked against the source.</summary>
    public int MetVergrendeling { get; init; }

    /// <summary>Accounts that applying the whole plan would touch.</summary>
    public int Wijzigingen => Nieuw + Bijwerken + Heractiveren + Archiveren;

    /// <summary>Persons with whom nothing can happen until somebody acts: in conflict, rejected, held or in part.</summary>
    public int Wachtend => Conflict + Afgekeurd + Aangehouden + InTwijfel;

    /// <summary>Counts rows.</summary>
    public static Tellingen Of<T>(IReadOnlyList<Planregel<T>> regels)
        where T : Persoonsgegevens<T>
    {
        Span<int> counts = stackalloc int[(int)RegelSoort.Aangehouden + 1];
        counts.Clear();
        var (groep, vestiging, vergrendeld, twijfel, erbij) = (0, 0, 0, 0, 0);
        foreach (var regel in regels)
        {
            counts[(int)regel.Soort]++;
            groep += regel.Verplaatsing.HasFlag(Verplaatsingsoort.Groep) ? 1 : 0;
            vestiging += regel.Verplaatsing.HasFlag(Verplaatsingsoort.Vestiging) ? 1 : 0;
            twijfel += regel.IsInTwijfel ? 1 : 0;
            erbij += regel.KrijgtAlleenGroepen ? 1 : 0;
            vergrendeld += regel.Vergrendeld != Veld.Geen ? 1 : 0;
        }

        return new Tellingen(counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7])
        {
            Aangehouden = counts[8],
            NaarAndereGroep = groep,
            NaarAndereVestiging = vestiging,
            MetVergrendeling = vergrendeld,
            InTwijfel = twijfel,
            AlleenGroepenErbij = erbij,
        };
    }
}

/// <summary>What an import would do, person by person, made by <see cref="ImportPlanner"/>.</summary>
/// <param name="Schooljaar">The school year of the groepen.</param>
/// <param name="BasisVersie">The version of the school's data that it was made on.</param>
/// <param name="Groepen">The groepen that change.</param>
/// <param name="Leerlingen">One row per leerling, ordered by kind and name.</param>
/// <param name="Docenten">One row per docent, ordered by kind and name.</param>
/// <param name="Waarschuwingen">What the run as a whole has to say.</param>
/// <param name="Remmen">Reasons to stop before applying; none lets the plan be applied at once.</param>
/// <param name="Hash">Names this plan to the letter: SHA-256, lower-case hex.</param>
public sealed record ImportPlan(
    Schooljaar Schooljaar,
    long BasisVersie,
    IReadOnlyList<Groepsregel> Groepen,
    IReadOnlyList<Planregel<LeerlingGegevens>> Leerlingen,
    IReadOnlyList<Planregel<DocentGegevens>> Docenten,
    IReadOnlyList<Melding> Waarschuwingen,
    IReadOnlyList<Melding> Remmen,
    string Hash)
{
    /// <summary>What the import may do by the school's rules.</summary>
    public Importmodus Modus { get; init; } = Importmodus.Normaal;

    /// <summary>The classes of both years, for the first import of a school year; else null.</summary>
    public Klassentabel? Klassentabel { get; init; }

    /// <summary>What the change of school year does at each vestiging; none when it makes none.</summary>
    public IReadOnlyList<Wisselcijfers> Cijfers { get; init; } = [];

    /// <summary>The version of the agreement that it was made with; null when none held.</summary>
    public long? Wisselversie { get; init; }

    /// <summary>Why rows are held that lie outside what the school agreed; none when there are no such rows.</summary>
    public IReadOnlyList<Melding> BuitenAfspraak { get; init; } = [];

    /// <summary>The vestigingen of which this may be the whole school year.</summary>
    public IReadOnlyList<Vestigingsnummer> Vestigingen { get; init; } = [];

    /// <summary>How many usable persons were delivered of each vestiging; the next run is measured against it.</summary>
    public IReadOnlyList<Vestigingsomvang> Omvang { get; init; } = [];

    /// <summary>How many rows have something to show, and are stored.</summary>
    public int AantalRegels =>
        Leerlingen.Count(r => r.IsMeldenswaardig) + Docenten.Count(r => r.IsMeldenswaardig);
}
