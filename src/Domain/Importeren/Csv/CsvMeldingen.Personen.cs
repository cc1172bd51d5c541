using System.Globalization;

namespace Kurve.Numo.Domain.Importeren.Csv;

/// <content>Who a row is about, and whether a value is one.</content>
public static partial class CsvMeldingen
{
    /// <summary>The code of what is of another school year than the one that is imported.</summary>
    public const string AnderSchooljaarCode = "ANDER_SCHOOLJAAR";

    /// <summary>File: a column that means the same as another.</summary>
    public static Melding KolomDubbel(string gelezen, string ander, Csvkolom kolom) => new(
        "KOLOM_DUBBEL",
        $"De kolommen '{Show(gelezen)}' en '{Show(ander)}' betekenen allebei {Kolomnamen.Of(kolom)}; '{Show(gelezen)}' is gelezen. "
        + "Laat de andere weg, of geef met een eigen kolomindeling aan welke telt.");

    /// <summary>File: people who are not enrolled yet.</summary>
    public static Melding KomtLater(DateOnly dag, IReadOnlyList<int> regels) => new(
        "KOMT_LATER",
        $"{(regels.Count == 1 ? "1 persoon komt" : $"{regels.Count} personen komen")} op {Dag(dag)} ({Lines(regels)}) en "
        + $"{(regels.Count == 1 ? "is" : "zijn")} nu nog niet actief.");

    /// <summary>Account: a row says that the person comes later.</summary>
    public static Melding KomtOp(int regel, DateOnly dag) => new(
        "KOMT_LATER",
        $"Regel {regel}: volgens de begindatum komt deze persoon op {Dag(dag)}. Het account is nu actief en blijft zoals het is; "
        + "archiveer het in Numo als dat niet klopt.");

    /// <summary>File: rows of another school year.</summary>
    public static Melding AnderSchooljaar(string schooljaar, string gevraagd, IReadOnlyList<int> regels) => new(
        AnderSchooljaarCode,
        $"{(regels.Count == 1 ? "1 regel is" : $"{regels.Count} regels zijn")} van schooljaar {schooljaar} ({Lines(regels)}) en "
        + $"niet gelezen, want deze import is voor {gevraagd}.");

    /// <summary>Account: only a row of another school year tells of the person.</summary>
    public static Melding AlleenAnderSchooljaar(int regel, string schooljaar) => new(
        AnderSchooljaarCode,
        $"Regel {regel}: van deze persoon is er alleen een regel van schooljaar {schooljaar}. Het account blijft zoals het is; "
        + "archiveer het in Numo als deze persoon weg is.");

    /// <summary>Brake: all rows are of the next school year.</summary>
    public static Melding VolgendSchooljaar(string schooljaar) => new(
        "VOLGEND_SCHOOLJAAR",
        $"Alle regels van het bestand horen bij schooljaar {schooljaar}. Lever het bestand opnieuw aan voor dat schooljaar "
        + $"(--schooljaar {schooljaar}).");

    /// <summary>File: school years that cannot be read.</summary>
    public static Melding SchooljaarOnleesbaar(string kop, string waarde) => new(
        "SCHOOLJAAR_ONLEESBAAR",
        $"Kolom '{kop}': '{Show(waarde)}' is geen schooljaar zoals 2026-2027; zulke regels zijn gelezen alsof zij van dit "
        + "schooljaar zijn.");

    /// <summary>Row: the first day is none.</summary>
    public static Melding BegindatumOnleesbaar(int regel, string kop, string waarde) => new(
        "DATUM_ONLEESBAAR",
        $"Regel {regel}, kolom '{kop}': '{Show(waarde)}' is geen datum zoals 01-08-2026; de regel is gelezen alsof er geen datum "
        + "staat.");

    /// <summary>Rejected: a role that is not known.</summary>
    public static Melding RolOnbekend(int regel, string kop, string waarde) => new(
        "ROL_ONBEKEND",
        $"Regel {regel}, kolom '{kop}': '{Show(waarde)}' is geen rol die Numo kent. Het account blijft zoals het is; vul leerling of "
        + "docent in.");

    /// <summary>Rejected: a status that is not known.</summary>
    public static Melding StatusOnbekend(int regel, string kop, string waarde) => new(
        "STATUS_ONBEKEND",
        $"Regel {regel}, kolom '{kop}': '{Show(waarde)}' is geen status die Numo kent. Het account blijft zoals het is; vul actief of "
        + "gearchiveerd in.");

    /// <summary>Row: a number with signs between its digits.</summary>
    public static Melding ExcelGroepering(int regel, string kop, string waarde) => new(
        "EXCEL_GROEPERING",
        $"Regel {regel}, kolom '{kop}': '{Show(waarde)}' is een getal waarin een spreadsheet de cijfers in groepjes heeft gezet; het "
        + $"is niet gelezen. {AlsTekst}");

    /// <summary>Row: a number, a code or the name of a groep that lost letters.</summary>
    public static Melding LettersKwijt(int regel, string kop, string waarde) => new(
        "TEKENS_VERLOREN",
        $"Regel {regel}, kolom '{kop}': in '{Show(waarde)}' zijn letters verloren gegaan, dus de waarde is niet gelezen. Herstel "
        + "haar in de bron, of maak de export opnieuw als UTF-8.");

    /// <summary>Row: a value that says that there is none.</summary>
    public static Melding GeenWaarde(int regel, string kop, string waarde) => new(
        "GEEN_WAARDE",
        $"Regel {regel}, kolom '{kop}': '{Show(waarde)}' is gelezen als niet ingevuld; wat Numo heeft blijft zoals het is.");

    /// <summary>Row: a word that stands for no value in place of a first or last name.</summary>
    public static Melding GeenDeelVanNaam(int regel, string kop) => new(
        "GEEN_WAARDE",
        $"Regel {regel}, kolom '{kop}': dit is geen naam en is gelezen als niet ingevuld; wat Numo heeft blijft zoals het is.");

    /// <summary>Row: no opleiding is filled in.</summary>
    public static Melding OpleidingLeeg(int regel) => new(
        "GEEN_OPLEIDINGSCODE",
        $"Regel {regel}: er is geen opleiding ingevuld; opleiding en doelgroep blijven in Numo zoals ze zijn.");

    /// <summary>Row: a first name and no last name.</summary>
    public static Melding AchternaamOntbreekt(int regel) => new(
        "ACHTERNAAM_ONTBREEKT",
        $"Regel {regel}: er is geen achternaam. De persoon komt mee; een achternaam die Numo al heeft blijft staan. Vul hem in de "
        + "bron in.");

    /// <summary>Row: no single e-mail address.</summary>
    public static Melding EmailOnleesbaar(int regel, string kop) => new(
        "EMAIL_ONLEESBAAR",
        $"Regel {regel}, kolom '{kop}': hier staat niet precies één e-mailadres; het adres in Numo blijft zoals het is. Vul één "
        + "adres in.");

    /// <summary>Rejected: the key is damaged, and the person may be somebody that Numo has.</summary>
    public static Melding SleutelOnzeker(int regel, string kop) => new(
        "SLEUTEL_ONZEKER",
        $"Regel {regel}: het nummer in kolom '{kop}' is beschadigd, en deze persoon heeft in Numo misschien al een account. Er "
        + "verandert niets; herstel het nummer en lever opnieuw aan.");

    /// <summary>Account: a row that could not be read may be of the person.</summary>
    public static Melding MisschienGenoemd(int regel) => new(
        "ACCOUNT_BLIJFT",
        $"Regel {regel} gaat misschien over dit account maar is niet bruikbaar. Het account blijft zoals het is; herstel die regel "
        + "en lever opnieuw aan.");

    private static string Dag(DateOnly dag) => dag.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
