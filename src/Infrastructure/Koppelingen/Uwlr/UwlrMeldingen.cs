using Kurve.Numo.Domain.Importeren;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>What is odd about a person, a groep or an answer of UWLR. A groep may be named, a person never.</summary>
internal static class UwlrMeldingen
{
    public static Melding GeenSleutel { get; } = new("GEEN_SLEUTEL", "Magister gaf geen ECK iD en geen sleutel.");

    public static Melding SleutelIsGeen { get; } = new(
        "GEEN_WAARDE",
        "In het veld 'key' staat dat er geen sleutel is; wat Numo heeft blijft. Laat de sleutel in Magister invullen.");

    public static Melding NaamIsGeen { get; } = new(
        "GEEN_WAARDE",
        "In een deel van de naam staat dat er geen is (zoals n.v.t.); wat Numo heeft blijft. Laat de naam in Magister invullen.");

    public static Melding GeenNaam { get; } = new("GEEN_NAAM", "Magister gaf geen achternaam en geen roepnaam.");

    public static Melding DubbeleSleutel { get; } = new(
        "DUBBELE_SLEUTEL", "Een andere persoon in hetzelfde antwoord heeft dezelfde sleutel of hetzelfde ECK iD.");

    public static Melding DubbelGeleverd { get; } = new(
        "DUBBEL_GELEVERD", "Magister gaf deze persoon meer dan eens, steeds hetzelfde.");

    public static Melding EmailOnbruikbaar { get; } = new(
        "EMAIL_ONBRUIKBAAR",
        "Bij het e-mailadres staat niet één adres; het is niet overgenomen en het oude blijft. Herstel het in Magister.");

    public static Melding JaargroepOnbekend { get; } = new(
        "JAARGROEP_ONBEKEND", "De jaargroep is geen leerjaar van het voortgezet onderwijs.");

    public static Melding MeerStamgroepen { get; } = new(
        "MEER_STAMGROEPEN", "Magister gaf meer dan een stamgroep; de eerste telt.");

    public static Melding SchoolNietGenoemd { get; } = new(
        "SCHOOL_NIET_GENOEMD", "Het antwoord noemt geen BRIN of vestiging.");

    public static Melding SchooljaarNietGenoemd { get; } = new(
        "SCHOOLJAAR_NIET_GENOEMD", "Het antwoord noemt geen schooljaar.");

    public static Melding GroepenNietGeleverd { get; } = new(
        "GROEPEN_NIET_GELEVERD", "Magister gaf geen groepen; de groepen in Numo blijven zoals ze zijn.");

    public static Melding DocentenNietGeleverd { get; } = new("DOCENTEN_NIET_GELEVERD", "Magister gaf geen docenten.");

    public static Melding GeenLeerlingen { get; } = new("GEEN_LEERLINGEN", "De leerlingenlijst van Magister is leeg.");

    public static Melding GroepZonderSleutel { get; } = new(
        "GROEP_ZONDER_SLEUTEL", "Een groep zonder sleutel is overgeslagen.");

    public static Melding StamgroepenNietGeleverd { get; } = new(
        "STAMGROEPEN_NIET_GELEVERD",
        "Geen enkele leerling in het antwoord heeft een stamgroep; de stamgroepen in Numo blijven zoals ze zijn.");

    public static Melding LidmaatschapNietGeleverd(string wie) => new(
        "GROEPSLEDEN_NIET_GELEVERD",
        $"Er zijn samengestelde groepen, maar geen van de {wie} in het antwoord zit in een groep; wie in Numo in een groep "
        + "zit, blijft daarin.");

    public static Melding VerwijzingLeeg { get; } = new(
        "GROEP_ONBEKEND", "Magister verwijst naar een groep zonder te zeggen welke; de groep in Numo blijft.");

    public static Melding GroepOnbekend(string key) => new(
        "GROEP_ONBEKEND", $"Groep '{key}' staat niet bij de groepen van het antwoord; wie er in Numo in zit, blijft erin.");

    public static Melding DubbeleGroep(string key) =>
        new("DUBBELE_GROEP", $"Groep '{key}' staat meer dan eens in het antwoord; de eerste telt.");

    public static Melding GroepZonderNaam(string key) =>
        new("GROEP_ZONDER_NAAM", $"Groep '{key}' heeft geen naam; de sleutel wordt de naam.");

    public static Melding GroepsjaarOnbekend(string key) =>
        new("JAARGROEP_ONBEKEND", $"De jaargroep van groep '{key}' is geen leerjaar van het voortgezet onderwijs.");

    /// <summary>Rejected: half a key is the key of somebody else.</summary>
    public static Melding TeLang(string element, int max) =>
        new("WAARDE_TE_LANG", $"Het veld '{element}' is langer dan {max} tekens.");

    public static Melding Ingekort(string element, int max) =>
        new("WAARDE_INGEKORT", $"Het veld '{element}' is langer dan {max} tekens en is ingekort.");

    public static Melding GroepIngekort(string key, int max) =>
        new("WAARDE_INGEKORT", $"De naam van groep '{key}' is langer dan {max} tekens en is ingekort.");

    public static Melding GroepTeLang(string element, int max) =>
        new("WAARDE_TE_LANG", $"Een groep is overgeslagen: het veld '{element}' is langer dan {max} tekens.");
}
