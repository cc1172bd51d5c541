namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>All reasons why a workbook cannot be read at all.</summary>
public static class XlsxErrors
{
    private const int Shown = 10;

    /// <summary>A workbook of before 2007.</summary>
    public static Csvfout OudExcel { get; } = new(
        "WERKMAP_OUD_FORMAAT",
        "The file is a workbook in the binary format of before 2007 (.xls).",
        "Dit is een Excel-bestand in het oude formaat (.xls). Kies in Excel 'Opslaan als' en dan "
        + "'Excel-werkmap (.xlsx)', en lever dat aan.");

    /// <summary>A workbook that a password locks.</summary>
    public static Csvfout Beveiligd { get; } = new(
        "WERKMAP_BEVEILIGD",
        "The workbook is encrypted with a password.",
        "Dit Excel-bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en lever het bestand nog eens aan.");

    /// <summary>An archive that holds no workbook that is read.</summary>
    public static Csvfout AnderFormaat { get; } = new(
        "WERKMAP_ANDER_FORMAAT",
        "The file is an archive without xl/workbook.xml: no .xlsx.",
        "Dit is geen Excel-werkmap (.xlsx) maar een ander soort bestand, zoals .ods, .xlsb of een zip. Kies 'Opslaan als' "
        + "en dan 'Excel-werkmap (.xlsx)' of 'CSV UTF-8'.");

    /// <summary>A sheet was asked for, and the file has none.</summary>
    public static Csvfout GeenWerkmap { get; } = new(
        "GEEN_WERKMAP",
        "A sheet was asked for, and the file is no workbook.",
        "Er is een blad gekozen, maar dit is geen Excel-werkmap (.xlsx). Laat het blad weg, of lever de werkmap aan.");

    /// <summary>A workbook that cannot be taken apart.</summary>
    public static Csvfout Beschadigd { get; } = new(
        "WERKMAP_BESCHADIGD",
        "The workbook cannot be read: it is cut off or damaged.",
        "Dit Excel-bestand is beschadigd. Open het in Excel, sla het opnieuw op en lever het nog eens aan.");

    /// <summary>A workbook that grows beyond all measure when it is unpacked.</summary>
    public static Csvfout TeGroot { get; } = new(
        "WERKMAP_TE_GROOT",
        "Unpacked, the workbook is larger than is read.",
        "Dit Excel-bestand is uitgepakt veel groter dan Numo leest. Maak een nieuw bestand met alleen de lijst die u "
        + "wilt inlezen, of lever een CSV aan.");

    /// <summary>The sheet that was asked for is not there.</summary>
    /// <param name="blad">What was asked for.</param>
    /// <param name="bladen">The sheets that there are.</param>
    public static Csvfout BladOnbekend(string blad, IReadOnlyCollection<string> bladen) => new(
        "BLAD_ONBEKEND",
        $"The workbook has no such sheet; it has {bladen.Count}.",
        $"Dit Excel-bestand heeft geen blad '{blad}'. Wel: {Join(bladen)}.");

    /// <summary>The sheet holds nothing.</summary>
    /// <param name="blad">The sheet.</param>
    /// <param name="bladen">The sheets that there are.</param>
    public static Csvfout BladLeeg(string blad, IReadOnlyCollection<string> bladen) => new(
        "BLAD_LEEG",
        "The sheet holds nothing.",
        $"Blad '{blad}' is leeg." + (bladen.Count > 1 ? $" Kies een ander blad met --blad: {Join(bladen)}." : ""));

    /// <summary>Names of sheets, of many the first few.</summary>
    internal static string Join(IReadOnlyCollection<string> bladen) =>
        string.Join(", ", bladen.Take(Shown).Select(b => $"'{b}'")) + (bladen.Count > Shown ? ", …" : "");
}
