namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>What is odd about a workbook as a whole.</summary>
public static class XlsxMeldingen
{
    /// <summary>Run: which of several sheets was read.</summary>
    /// <param name="blad">The one that was read.</param>
    /// <param name="andere">The others that people see.</param>
    public static Melding AlleenEersteBlad(string blad, IReadOnlyCollection<string> andere) => new(
        "XLSX_EEN_BLAD",
        $"Alleen blad '{blad}' is gelezen. Een ander blad kan met --blad: {XlsxErrors.Join(andere)}.");

    /// <summary>Run: cells that were merged over several rows.</summary>
    /// <param name="aantal">How many.</param>
    public static Melding SamengevoegdeCellen(int aantal) => new(
        "XLSX_SAMENGEVOEGDE_CELLEN",
        (aantal == 1 ? "1 cel is" : $"{aantal} cellen zijn")
        + " over meer regels samengevoegd; alleen de bovenste regel heeft de waarde. Splits ze en vul elke regel.");
}
