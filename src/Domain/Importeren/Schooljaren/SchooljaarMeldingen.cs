using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Schooljaren;

/// <summary>What imports say around the change of school year. Names no person.</summary>
public static class SchooljaarMeldingen
{
    /// <summary>The code of <see cref="BuitenAfspraak"/>.</summary>
    public const string BuitenAfspraakCode = "BUITEN_AFSPRAAK";

    /// <summary>Somebody who was to come in a later school year is there already.</summary>
    public static Melding KomtEerder(Schooljaar instroom) =>
        new("KOMT_EERDER", $"Zou komen in {instroom}, en is er nu al.");

    /// <summary>Somebody who was to come is no longer delivered.</summary>
    public static Melding Ingetrokken(Schooljaar schooljaar) =>
        new("AANMELDING_INGETROKKEN", $"Zou komen in {schooljaar}, maar wordt daarvoor niet meer aangeleverd.");

    /// <summary>Somebody of now is no longer delivered for the next school year.</summary>
    public static Melding UitKlasGehaald(Schooljaar schooljaar) =>
        new(
            "UIT_KLAS_GEHAALD",
            $"Wordt voor {schooljaar} niet meer aangeleverd en staat daar niet meer in een klas. Nu verandert er niets.");

    /// <summary>The code of <see cref="VertrektLater"/>.</summary>
    public const string VertrektLaterCode = "VERTREKT_LATER";

    /// <summary>Somebody who leaves stays until the day that the school chose.</summary>
    public static Melding VertrektLater(DateOnly dag) =>
        new(VertrektLaterCode, $"Vertrekt, en wordt gearchiveerd op {Datum.Of(dag)}, zoals de school heeft gekozen.");

    /// <summary>Held, and why a run waits: more than the school agreed.</summary>
    public static Melding BuitenAfspraak(string wat) =>
        new(BuitenAfspraakCode, $"Dit valt buiten wat de school vooraf heeft afgesproken: {wat}.");

    /// <summary>Run: leerlingen of a vestiging have no class yet, so that those of last year stay.</summary>
    public static Melding KlassenOntbreken(Vestigingsnummer vestiging, int aantal, int hoogstens) =>
        new(
            "KLASSEN_ONTBREKEN",
            $"{aantal} leerlingen van vestiging {vestiging} hebben nog geen klas in dit schooljaar (afgesproken is hoogstens "
            + $"{hoogstens}). Zij houden die van vorig schooljaar tot hun klas er is.");

    /// <summary>What is missing: nothing is imported until a day after the school year begins.</summary>
    public static Melding Gepauzeerd(DateOnly totEnMet) =>
        new("IMPORT_GEPAUZEERD", $"De import is gepauzeerd tot en met {Datum.Of(totEnMet)}; zolang gaat niemand over.");

    /// <summary>Run: what the school said of leerplannen ends with the year before.</summary>
    public static Melding LeerplannenEindigen(int doelgroepen, int groepen, int leerlingen, int gaanMee) =>
        new(
            "LEERPLANNEN_EINDIGEN",
            $"Leerplannen van vorig schooljaar eindigen: {doelgroepen} van doelgroepen, {groepen} van groepen, {leerlingen} van "
            + $"leerlingen. Daarvan {(gaanMee == 1 ? "kan er 1" : $"kunnen er {gaanMee}")} worden overgenomen (carry-over).");

    /// <summary>Run: classes of this year have the name of one of last year with a leerplan, and mostly other leerlingen.</summary>
    public static Melding KlassenMetAnderen(int aantal) =>
        new(
            "LEERPLAN_VAN_ANDERE_KLAS",
            (aantal == 1 ? "1 groep met een leerplan houdt zijn naam, maar er zitten" : $"{aantal} groepen met een leerplan houden hun naam, maar er zitten")
            + " vooral andere leerlingen in. Neem die leerplannen niet zonder meer over.");

    /// <summary>Run: fields that were locked last year stay as they are.</summary>
    public static Melding SlotenVanVorigJaar(int leerlingen, int docenten) =>
        new(
            "SLOTEN_VAN_VORIG_JAAR",
            $"Van {leerlingen} leerlingen en {docenten} docenten is sinds vorig schooljaar leerjaar, doelgroep, stamgroep of groepen "
            + "vergrendeld. Controleer of dat nog klopt.");

    internal static string TeVeelVertrek(Vestigingsnummer vestiging, int aantal, int hoogstens) =>
        $"van vestiging {vestiging} vertrekken {aantal} leerlingen, hoogstens {hoogstens}";

    internal static string TeVeelNieuw(Vestigingsnummer vestiging, int aantal, int hoogstens) =>
        $"bij vestiging {vestiging} komen {aantal} leerlingen, hoogstens {hoogstens}";

    internal static string TeVeelDocenten(Vestigingsnummer? vestiging, int aantal, int van) =>
        $"{aantal} van de {van} docenten{(vestiging is { } v ? $" van vestiging {v}" : "")} vertrekken";

    internal static string NaAfloop(Vestigingsnummer vestiging) =>
        $"vestiging {vestiging} is al over, en er is iets waarover de nachten niet gaan";

    /// <summary>All reasons in one.</summary>
    public static Melding Join(IReadOnlyList<Melding> buiten) => buiten.Count == 1
        ? buiten[0]
        : new Melding(BuitenAfspraakCode, string.Join(" ", buiten.Select(b => b.Tekst)));

    internal static string NietAfgesproken(Vestigingsnummer vestiging) => $"vestiging {vestiging} is niet akkoord";
}
