using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Beleid;

/// <summary>What a plan reckons with beside what Numo has and what was delivered.</summary>
/// <param name="Beleid">The school's rules.</param>
/// <param name="Vandaag">Today in the Netherlands.</param>
public sealed record Plankader(ImportBeleid Beleid, DateOnly Vandaag)
{
    /// <summary>How many the last applied run had of each vestiging; empty when there was none.</summary>
    public IReadOnlyList<Vestigingsomvang> Vorige { get; init; } = [];

    /// <summary>What people decided of earlier conflicts.</summary>
    public IReadOnlyList<Beslissing> Beslissingen { get; init; } = [];

    /// <summary>The school years beside the one that is imported.</summary>
    public Buurjaren Buurjaren { get; init; } = Buurjaren.Geen;

    /// <summary>
    /// Whether the accounts of a vestiging are of the school year that is imported: it was imported as a whole since it
    /// began, or the vestiging has no earlier one. Else they are of the year before.
    /// </summary>
    public bool IsLopend(Vestigingsnummer vestiging) => !Buurjaren.Achter.Contains(vestiging);

    /// <summary>What the school agreed beforehand on the school year that is imported; null for nothing.</summary>
    public Wisselafspraak? Wisselafspraak { get; init; }

    /// <summary>
    /// For a plan of a night, at which no person looks before it is applied: the kinds that the school lets be applied where it
    /// agreed on nothing. Null for the plan of a person.
    /// </summary>
    public IReadOnlyList<RegelSoort>? Nachtsoorten { get; init; }

    /// <summary>Whether leerlingen of a vestiging were imported before: else it is new.</summary>
    public bool IsKnown(Vestigingsnummer vestiging) => Vorige.Any(v => v.Vestiging == vestiging && v.Leerlingen > 0);

    /// <summary>
    /// Whether the accounts of a vestiging are of the school year that is imported, perhaps without their classes: those may
    /// come later.
    /// </summary>
    public bool IsBegonnen(Vestigingsnummer vestiging) => IsLopend(vestiging)
        || Wisselafspraak?.Grenzen.Any(grens => grens.Vestiging == vestiging && grens.Begonnen is not null) == true;

    /// <summary>
    /// Whether somebody has a class of the year before and would have none in the year that is imported.
    /// </summary>
    /// <param name="account">Who.</param>
    /// <param name="straks">The data after.</param>
    public bool LosesClass(AccountId account, LeerlingGegevens straks) =>
        straks.Stamgroep is null && Buurjaren.Stamgroepen.ContainsKey(account);

    /// <summary>What this import may do.</summary>
    public Importmodus Modus => Beleid.ModusOp(Vandaag);

    /// <summary>Whether a school year has not begun.</summary>
    public bool IsVooruit(Schooljaar schooljaar) => Vandaag < schooljaar.EersteDag;

    /// <summary>Whether a school year is over.</summary>
    public bool IsVoorbij(Schooljaar schooljaar) => schooljaar < Schooljaar.Op(Vandaag);
}

/// <summary>How many usable persons a source delivered of one vestiging.</summary>
/// <param name="Vestiging">The vestiging.</param>
/// <param name="Leerlingen">Its leerlingen.</param>
/// <param name="Docenten">Its docenten.</param>
public sealed record Vestigingsomvang(Vestigingsnummer Vestiging, int Leerlingen, int Docenten);

/// <summary>What an import of one school year has to know of those beside it.</summary>
/// <param name="Stamgroepen">The home class that each leerling had in the school year before.</param>
/// <param name="Later">The leerlingen and docenten that are in a groep of a later school year.</param>
public sealed record Buurjaren(
    IReadOnlyDictionary<AccountId, GroepGegevens> Stamgroepen, IReadOnlySet<AccountId> Later)
{
    /// <summary>
    /// The vestigingen that have groepen of earlier school years, and of which the year that is imported was not imported as
    /// a whole yet.
    /// </summary>
    public IReadOnlySet<Vestigingsnummer> Achter { get; init; } = new HashSet<Vestigingsnummer>();

    /// <summary>
    /// Who was in groepen in the school year before: leerlingen in samengestelde ones, docenten in any. Read only where a
    /// vestiging is behind and the year that is imported has begun.
    /// </summary>
    public IReadOnlySet<AccountId> InGroepen { get; init; } = new HashSet<AccountId>();

    /// <summary>Nothing is known of other school years.</summary>
    public static Buurjaren Geen { get; } =
        new(new Dictionary<AccountId, GroepGegevens>(), new HashSet<AccountId>());
}
