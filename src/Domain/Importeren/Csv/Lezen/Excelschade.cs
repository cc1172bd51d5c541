using System.Buffers;
using System.Text.RegularExpressions;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>What a spreadsheet does to a value that it takes for something else. What is lost is never guessed.</summary>
internal static class Excelschade
{
    // Without backtracking: no value that somebody puts into a file can make these slow.
    private const RegexOptions Linear =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>A number or a date has one of these; most codes have none.</summary>
    private static readonly SearchValues<char> Tekens = SearchValues.Create("-/ .,+");

    // 1,23E+05 and 123456,0.
    private static readonly Regex Getal = new(@"^-?\d+([.,]\d+)?[Ee]\+\d{1,3}$|^\d+[.,]0+$", Linear);

    // 1-feb, 1-mrt-26, feb-26, 2026-02-01, 1-2-2026, also with a time behind it.
    private static readonly Regex Datum = new(
        @"^(\d{1,2}[-/ ](jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)\.?([-/ ]\d{2,4})?"
        + @"|(jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)\.?[-/ ]\d{2,4}"
        + @"|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4})( \d{1,2}:\d{2}(:\d{2})?)?$",
        Linear | RegexOptions.IgnoreCase);

    // #N/B, #NAAM?, #WAARDE!, #VERW!, #DEEL/0!, #GETAL!, #LEEG!, the same in English, and ####.
    private static readonly Regex Foutwaarde = new(
        @"^#(#+|N/?[AB]|(NAAM|NAME)\?|(WAARDE|VALUE|VERW|REF|DEEL/0|DIV/0|GETAL|NUM|LEEG|NULL)!)$",
        Linear | RegexOptions.IgnoreCase);

    /// <summary>What happened to a number, a code or the name of a groep; null when nothing did.</summary>
    /// <param name="regel">The line.</param>
    /// <param name="kop">The column.</param>
    /// <param name="waarde">The value.</param>
    public static Melding? FindInCode(int regel, string kop, string waarde) =>
        !waarde.ContainsAny(Tekens) ? FindInText(regel, kop, waarde)
        : Getal.IsMatch(waarde) ? CsvMeldingen.ExcelGetal(regel, kop, waarde)
        : Datum.IsMatch(waarde) ? CsvMeldingen.ExcelDatum(regel, kop, waarde)
        : FindInText(regel, kop, waarde);

    /// <summary>What happened to a text; null when nothing did.</summary>
    public static Melding? FindInText(int regel, string kop, string waarde) =>
        waarde is ['#', ..] && Foutwaarde.IsMatch(waarde) ? CsvMeldingen.ExcelFoutwaarde(regel, kop, waarde) : null;
}
