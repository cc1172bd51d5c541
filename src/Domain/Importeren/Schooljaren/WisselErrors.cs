using System.Globalization;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Schooljaren;

/// <summary>A school year was not prepared, so that there is nothing to agree on.</summary>
/// <param name="Schooljaar">The school year.</param>
/// <param name="IsBegonnen">Whether it has begun, so that it is too late to prepare it.</param>
public sealed record NietVoorbereid(Schooljaar Schooljaar, bool IsBegonnen)
    : Error(
        ErrorKind.Precondition,
        "NIET_VOORBEREID",
        IsBegonnen
            ? $"School year {Schooljaar} began without being prepared: import it by hand (PreviewImport, ApplyImport)."
            : $"School year {Schooljaar} was not prepared: call PrepareSchooljaar and apply its run first.",
        IsBegonnen
            ? $"{Schooljaar} is begonnen zonder te zijn voorbereid; importeer met de hand."
            : $"{Schooljaar} is nog niet voorbereid; doe dat eerst.");

/// <summary>Nothing was agreed that could be withdrawn.</summary>
/// <param name="Schooljaar">The school year.</param>
public sealed record NietAfgesproken(Schooljaar Schooljaar)
    : Error(
        ErrorKind.Precondition,
        "NIET_AFGESPROKEN",
        $"Nothing was agreed on school year {Schooljaar}, so there is nothing to withdraw.",
        $"Over {Schooljaar} is niets afgesproken.");

/// <summary>It is too late to agree on a school year.</summary>
/// <param name="Schooljaar">The school year.</param>
/// <param name="Laatste">The last day on which an agreement holds.</param>
public sealed record WisselTeLaat(Schooljaar Schooljaar, DateOnly Laatste)
    : Error(
        ErrorKind.Precondition,
        "WISSEL_TE_LAAT",
        string.Create(
            CultureInfo.InvariantCulture,
            $"An agreement on school year {Schooljaar} holds until {Laatste:yyyy-MM-dd}: import by hand instead."),
        $"Een afspraak over {Schooljaar} geldt tot en met {Datum.Of(Laatste)}; importeer met de hand.");

/// <summary>The day on which leavers are archived is out of range.</summary>
public sealed record VertrekdatumOngeldig(DateOnly VertrekOp, DateOnly Eerste, DateOnly Laatste)
    : Error(
        ErrorKind.Invalid,
        "VERTREKDATUM_ONGELDIG",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Leavers would be archived on {VertrekOp:yyyy-MM-dd}; expected {Eerste:yyyy-MM-dd} to {Laatste:yyyy-MM-dd}."),
        $"Kies voor het archiveren een dag van {Datum.Of(Eerste)} tot en met {Datum.Of(Laatste)}.");

/// <summary>A school that takes only additions cannot agree on a change of school year, which changes everybody.</summary>
public sealed record WisselAlleenToevoegen()
    : Error(
        ErrorKind.Precondition,
        "WISSEL_ALLEEN_TOEVOEGEN",
        "The school takes only additions: set its mode to NORMAAL (UpdateImportbeleid) before it agrees.",
        "De school staat op 'alleen toevoegen'; zet dat eerst op 'normaal'.");

/// <summary>The school year is not the one whose change is at hand.</summary>
/// <param name="Schooljaar">The school year.</param>
/// <param name="Verwacht">The one at hand.</param>
public sealed record WisselNietAanDeOrde(Schooljaar Schooljaar, Schooljaar Verwacht)
    : Error(
        ErrorKind.Invalid,
        "SCHOOLJAAR_NIET_AAN_DE_ORDE",
        $"School year {Schooljaar} cannot be prepared now; expected {Verwacht}.",
        $"{Schooljaar} kan nu niet worden voorbereid, wel {Verwacht}.");

/// <summary>Bounds were named twice for one vestiging.</summary>
/// <param name="Vestiging">The vestiging.</param>
public sealed record GrensDubbel(Vestigingsnummer Vestiging)
    : Error(
        ErrorKind.Invalid,
        "GRENS_DUBBEL",
        $"Bounds are given twice for vestiging {Vestiging}; give them once.",
        $"Voor vestiging {Vestiging} staan er twee afspraken; geef er een.");

/// <summary>Nothing is known of a vestiging that bounds could leave room beside.</summary>
/// <param name="Vestiging">The vestiging.</param>
public sealed record GrensOntbreekt(Vestigingsnummer Vestiging)
    : Error(
        ErrorKind.Precondition,
        "GRENS_ONTBREEKT",
        $"No preparation says how many leave and come at vestiging {Vestiging}: give its max_vertrek and max_nieuw.",
        $"Van vestiging {Vestiging} is niet bekend hoeveel leerlingen vertrekken en komen; vul die aantallen in.");
