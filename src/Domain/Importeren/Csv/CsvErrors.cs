using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>
/// A CSV file that cannot be read at all. The English message names lines and columns by number and nothing that stands
/// in the file, since it goes to the log.
/// </summary>
/// <param name="Code">The reason in UPPER_SNAKE.</param>
/// <param name="Message">English, for developers.</param>
/// <param name="Tekst">Dutch, for the school: where, what, and what to do.</param>
public sealed record Csvfout(string Code, string Message, string Tekst)
    : Error(ErrorKind.Invalid, Code, Message, Tekst);

/// <summary>All reasons why a CSV file cannot be read at all.</summary>
public static class CsvErrors
{
    private const string Opnieuw = "Bewaar het bestand opnieuw als 'CSV UTF-8' en lever het nog eens aan.";

    /// <summary>The file holds no text.</summary>
    public static Csvfout BestandLeeg { get; } = new(
        "BESTAND_LEEG", "The file is empty.", "Het bestand is leeg. Maak de export opnieuw.");

    /// <summary>The file is a workbook or something else that is no text.</summary>
    public static Csvfout GeenCsv { get; } = new(
        "GEEN_CSV",
        "The file is a spreadsheet or an archive, not text.",
        "Dit is geen CSV maar een Excel-, zip- of pdf-bestand. Kies in Excel 'Opslaan als' en dan 'CSV UTF-8'.");

    /// <summary>The bytes are not of the characters that the file says.</summary>
    public static Csvfout TekensetOngeldig(string tekenset, int regel) => new(
        "TEKENSET_ONGELDIG",
        $"Line {regel} holds bytes that are not {tekenset}.",
        $"Regel {regel}: hier staan tekens die geen {tekenset} zijn, terwijl het bestand dat wel belooft. {Opnieuw}");

    /// <summary>The bytes are of no characters that are read.</summary>
    public static Csvfout TekensetOnbekend(int regel) => new(
        "TEKENSET_ONBEKEND",
        $"Line {regel} holds bytes that are UTF-8 no more than windows-1252, Mac Roman or code page 850.",
        $"Regel {regel}: hier staan tekens die in geen tekenset die Numo kent (UTF-8, windows-1252, Mac Roman, cp850) letters zijn. "
        + Opnieuw);

    /// <summary>Characters that stand for nothing.</summary>
    public static Csvfout NulTeken(int regel) => new(
        "NUL_TEKEN",
        $"Line {regel} holds a NUL.",
        $"Regel {regel}: hier staat een leeg stuurteken (NUL), dus het bestand is beschadigd of geen CSV. {Opnieuw}");

    /// <summary>A quote that opens and never closes, or closes in the middle of a field.</summary>
    public static Csvfout Aanhalingsteken(int regel, int kolom) => new(
        "AANHALINGSTEKEN_ONGELDIG",
        $"Line {regel}, column {kolom}: a quoted field is not closed, or goes on behind its closing quote.",
        $"Regel {regel}, kolom {kolom}: een aanhalingsteken (\") wordt niet goed gesloten, waardoor regels in elkaar "
        + "overlopen. Haal het weg of verdubbel het en lever het bestand opnieuw aan.");

    /// <summary>A row that is too large to be one.</summary>
    public static Csvfout RegelTeGroot(int regel, int tekens) => new(
        "REGEL_TE_GROOT",
        $"The row of line {regel} is longer than {tekens} characters.",
        $"Regel {regel}: deze regel is langer dan {tekens} tekens. Waarschijnlijk wordt een aanhalingsteken (\") niet "
        + "gesloten; haal het weg en lever het bestand opnieuw aan.");

    /// <summary>More columns than an export has.</summary>
    public static Csvfout TeVeelKolommen(int regel, int kolommen, int max) => new(
        "TE_VEEL_KOLOMMEN",
        $"Line {regel} has {kolommen} fields; at most {max} are read.",
        $"Regel {regel}: deze regel heeft {kolommen} velden; Numo leest er hoogstens {max}. Lever alleen de kolommen aan "
        + "die Numo nodig heeft.");

    /// <summary>More rows than are read.</summary>
    public static Csvfout TeVeelRegels(int max) => new(
        "TE_VEEL_REGELS",
        $"The file has more than {max} rows.",
        $"Het bestand heeft meer dan {max} regels. Lever het per vestiging aan, of vraag Kurve om een hogere grens.");

    /// <summary>No line of names.</summary>
    public static Csvfout KopregelOntbreekt(int regels) => new(
        "KOPREGEL_ONTBREEKT",
        $"None of the first {regels} lines has two names of columns that are known.",
        $"In de eerste {regels} regels staat geen regel met kolomnamen die Numo kent, zoals stamnummer, roepnaam en "
        + "achternaam. Zet de kolomnamen boven de gegevens, of sla voor uw school een eigen kolomindeling op.");

    /// <summary>Names of columns that must be there.</summary>
    public static Csvfout KolommenOntbreken(int regel, IReadOnlyList<string> ontbreekt, string gevonden) => new(
        "KOLOMMEN_ONTBREKEN",
        $"Line {regel} lacks {ontbreekt.Count} obligatory column(s).",
        $"Regel {regel}: {(ontbreekt.Count == 1 ? "deze verplichte kolom ontbreekt" : "deze verplichte kolommen ontbreken")}: "
        + $"{string.Join("; ", ontbreekt)}. {gevonden}Voeg toe wat ontbreekt, of geef met een eigen kolomindeling aan in "
        + "welke kolom het staat.");

    /// <summary>A column of a saved layout that the file does not have.</summary>
    public static Csvfout IndelingPastNiet(int regel, string naam, IReadOnlyList<string> koppen) => new(
        "KOLOMINDELING_PAST_NIET",
        $"Line {regel} lacks {koppen.Count} column(s) of the saved layout.",
        $"Regel {regel}: kolomindeling '{naam}' noemt {(koppen.Count == 1 ? "een kolom" : "kolommen")} die het bestand niet "
        + $"heeft: {string.Join(", ", koppen.Select(k => $"'{k}'"))}. Pas de indeling of de export aan.");

    /// <summary>A line of names with nothing below it.</summary>
    public static Csvfout ZonderRegels(int regel) => new(
        "BESTAND_ZONDER_REGELS",
        $"There is no row below the names of columns on line {regel}.",
        $"Onder de kolomnamen op regel {regel} staat geen enkele regel. Maak de export opnieuw; er verandert niets.");

    /// <summary>The file is larger than is read.</summary>
    public static Csvfout BestandTeGroot(long max) => new(
        "BESTAND_TE_GROOT",
        $"The file is larger than {max} bytes.",
        $"Het bestand is groter dan {max / (1024 * 1024)} MB. Lever alleen de kolommen aan die Numo nodig heeft, of lever "
        + "het per vestiging aan.");

    /// <summary>The process that had the file in memory is gone.</summary>
    public static Csvfout BestandWeg { get; } = new(
        "BESTAND_WEG",
        "The uploaded file is no longer in memory.",
        "Het bestand is niet meer beschikbaar. Lever het opnieuw aan.");
}
