using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerplannen.Contract;

/// <summary>Tells what a school loses on 1 August, when the leerplannen of a school year end, unless it takes them over.
/// </summary>
public interface IEindigendeLeerplannen
{
    /// <summary>How many leerplannen one answer has at most.</summary>
    const int MostLeerplannen = 10_000;

    /// <summary>
    /// The leerplannen of a school year that say something, and what <see cref="CarryOverLeerplannen"/> would do with each
    /// of them now. One without a single keuze or streefniveau is left out, though a carry-over counts it.
    /// </summary>
    /// <param name="schoolId">The school; one that is unknown has none.</param>
    /// <param name="van">The school year that ends; the carry-over goes into the one after it.</param>
    /// <param name="ct">Stops the read.</param>
    Task<EindigendeLeerplannen> ListAsync(SchoolId schoolId, Schooljaar van, CancellationToken ct);
}

/// <summary>The leerplannen that end with a school year.</summary>
/// <param name="Totaal">How many there are, those beyond <see cref="IEindigendeLeerplannen.MostLeerplannen"/> included.
/// </param>
/// <param name="Leerplannen">The first of them: doelgroepen as the catalogue orders them, groepen by vestiging and name,
/// leerlingen in the order in which they were made. Those beyond the limit are left out, leerlingen first.</param>
public sealed record EindigendeLeerplannen(int Totaal, IReadOnlyList<EindigendLeerplan> Leerplannen);

/// <summary>A leerplan that ends with its school year.</summary>
/// <param name="Soort">For what it is; that one of <see cref="Doelgroep"/>, <see cref="Groep"/> and
/// <see cref="Leerling"/> is set.</param>
/// <param name="Inhoud">How much it says.</param>
/// <param name="AantalLeerlingen">The active pupils of now that it is for, those of a groep included who have a later one
/// as well; none for an opleiding that the catalogue dropped, and for an archived leerling.</param>
/// <param name="Uitkomst">What a carry-over into the next school year would do with it.</param>
public sealed record EindigendLeerplan(
    Leerplansoort Soort, Leerplaninhoud Inhoud, int AantalLeerlingen, Overnameuitkomst Uitkomst)
{
    /// <summary>Name and leerjaar of a doelgroep, such as havo 3; of an opleiding that the catalogue dropped its code
    /// instead of a name.</summary>
    public string? Doelgroep { get; init; }

    /// <summary>The groep.</summary>
    public EindigendeGroep? Groep { get; init; }

    /// <summary>The account of a leerling.</summary>
    public AccountId? Leerling { get; init; }
}

/// <summary>How much a leerplan says.</summary>
/// <param name="Actief">Vaardigheden that it switches on.</param>
/// <param name="Inactief">Vaardigheden that it switches off.</param>
/// <param name="Vervallen">Those of both that the catalogue dropped: a carry-over leaves them behind.</param>
/// <param name="Streefniveaus">Vakken of which it says the level to reach.</param>
public sealed record Leerplaninhoud(int Actief, int Inactief, int Vervallen, int Streefniveaus);

/// <summary>A groep whose school year ends.</summary>
/// <param name="Id">The groep.</param>
/// <param name="Naam">Its name.</param>
/// <param name="Vestiging">Its vestiging.</param>
/// <param name="Soort">Stamgroep or samengestelde groep.</param>
/// <param name="Tegenhanger">The groep of the next school year that its leerplan would go to, or that has one already; null
/// when there is none.</param>
public sealed record EindigendeGroep(
    GroepId Id, string Naam, Vestigingsnummer Vestiging, Groepsoort Soort, Groepstegenhanger? Tegenhanger);

/// <summary>
/// The groep of the next school year with the same vestiging, soort and name. It need not be the same class: in many schools
/// 3A of next year has none of the pupils that 3A of this year has.
/// </summary>
/// <param name="Id">The groep; of several with that name the one that a carry-over takes.</param>
/// <param name="ZelfdeLeerlingen">Its active pupils that are in the groep that ends as well.</param>
/// <param name="AantalLeerlingen">All its active pupils.</param>
public sealed record Groepstegenhanger(GroepId Id, int ZelfdeLeerlingen, int AantalLeerlingen);

/// <summary>What a carry-over does, or would do, with one leerplan.</summary>
public enum Overnameuitkomst
{
    /// <summary>
    /// It is copied, without what the catalogue dropped. That of a groep goes to the groep with the same name, even when its
    /// leerlingen are others.
    /// </summary>
    GaatMee = 1,

    /// <summary>It is left, since the new school year has a leerplan there already, or gets one from another groep of the
    /// same name.</summary>
    AlAanwezig,

    /// <summary>It is left, since the catalogue dropped the opleiding, the new school year has no groep of that vestiging,
    /// soort and name (yet), or the leerling is archived.</summary>
    GeenTegenhanger,
}
