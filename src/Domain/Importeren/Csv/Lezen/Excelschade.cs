using System.Buffers;
using System.Text.RegularExpressions;
using Kurve.Numo.Domain.Importeren.Csv.Woorden;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>What a spreadsheet does to a value that it takes for something else. What is lost is never
/// guessed.</summary>
internal static class Excelschade
{
    // Without backtracking: no value that somebody puts into a file can make these slow.
    private const RegexOptions Linear =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>No number or date is longer; keys and ECK iDs often are.</summary>
    private const int Longest = 40;

    private const string Dag = "(0?[1-9]|[12][0-9]|3[01])";
    private const string Maand = "(0?[1-9]|1[0-2])";
    private const string Jaar = "([0-9]{4}|[0-9]{2})";
    private const string Tijd = @"([ t][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?( ?[ap]\.?m\.?)?(z|[+-][0-9]{2}:?[0-9]{2})?)?";

    /// <summary>A number, a date or a time has one of these; most codes have none.</summary>
    private static readonly SearchValues<char> Tekens = SearchValues.Create("-/ .,+'’_:");

    // 1,23E+05, 1.0E-05 and 123456,0.
    private static readonly Regex Getal = new(
        @"^[-+]?[0-9]+([.,][0-9]+)?e(\+[0-9]{1,3}|-[0-9]{2,3})$|^[0-9]+[.,]0+$", Linear);

    // 123.001, 9,001, 9'001 and 1 234 567, perhaps with decimals behind.
    private static readonly Regex Groepering = new(
        @"^[0-9]{1,3}((\.[0-9]{3})+(,[0-9]{1,2})?|(,[0-9]{3})+(\.[0-9]{1,2})?|( [0-9]{3})+([.,][0-9]{1,2})?|(['’_][0-9]{3})+)$",
        Linear);

    // With a month in letters: 3 april, 03. Apr, 1-mrt-26, mrt-04, Apr 3, April 3, 2026. In figures of day, month
    // and year:
    // 3/4/26, 03.04.2026, 2026-04-03. Two figures alone (3-4, 4.2, 3/4) are how classes are called, and stay.
    private static readonly Regex Datum = new(
        $@"^(({Maandwoorden.Dagpatroon})\.?,? )?("
        + $@"{Dag}(\.|e|de|ste|st|nd|rd|th)?(-|/|\.| |\. )({Maandwoorden.Patroon})\.?((-|/|\.| |, |- )'?{Jaar})?"
        + $@"|({Maandwoorden.Patroon})\.?(-|/|\.| |- )'?{Jaar}"
        + $@"|({Maandwoorden.Patroon})\.? {Dag}(st|nd|rd|th)?(,? [0-9]{{4}})?"
        + $@"|[0-9]{{4}}[-/. ]({Maandwoorden.Patroon})"
        + $@"|{Dag}-{Maand}-{Jaar}|{Dag}/{Maand}/{Jaar}|{Dag}\.{Maand}\.{Jaar}|{Maand}-{Dag}-{Jaar}|{Maand}/{Dag}/{Jaar}"
        + $@"|[0-9]{{4}}-{Maand}-{Dag}|[0-9]{{4}}/{Maand}/{Dag}|[0-9]{{4}}\.{Maand}\.{Dag}"
        + $@"|0?0[-/]0?1[-/](19)?00)\.?{Tijd}$|^[0-9]{{1,2}}:[0-9]{{2}}(:[0-9]{{2}})?$",
        Linear);

    // #N/B, #NAAM?, #WAARDE!, #VERW!, #DEEL/0!, #GETAL!, #LEEG!, the same in English and German, and ####.
    private static readonly Regex Foutwaarde = new(
        @"^#(#+|N/?[ABV]|(NAAM|NAME)\?|(WAARDE|VALUE|WERT|VERW|REF|BEZUG|DEEL/0|DIV/0|GETAL|NUM|ZAHL|LEEG|NULL|OVERLOOP|SPILL)!)$",
        Linear);

    /// <summary>What happened to a number, a code or the name of a groep; null when nothing did.</summary>
    /// <param name="regel">The line.</param>
    /// <param name="kop">The column.</param>
    /// <param name="waarde">The value.</param>
    public static Melding? FindInCode(int regel, string kop, string waarde) =>
        waarde.Length > Longest || !waarde.ContainsAny(Tekens) ? FindInText(regel, kop, waarde)
        : Getal.IsMatch(waarde) ? CsvMeldingen.ExcelGetal(regel, kop, waarde)
        : Groepering.IsMatch(waarde) ? CsvMeldingen.ExcelGroepering(regel, kop, waarde)
        : Datum.IsMatch(waarde) ? CsvMeldingen.ExcelDatum(regel, kop, waarde)
        : FindInText(regel, kop, waarde);

    /// <summary>What happened to a text; null when nothing did.</summary>
    public static Melding? FindInText(int regel, string kop, string waarde) =>
        waarde is ['#', ..] && Foutwaarde.IsMatch(waarde) ? CsvMeldingen.ExcelFoutwaarde(regel, kop, waarde) : null;

    /// <summary>Whether a key is of digits with spaces between: 12 345 may be 12345 and may be two keys.</summary>
    public static bool IsSpaced(string waarde) => waarde.Contains(' ', StringComparison.Ordinal)
        && waarde.All(c => c == ' ' || char.IsAsciiDigit(c));

    /// <summary>
    /// The keys that a damaged one may have been, to leave the accounts alone that have them: 123.001 was 123001,
    /// and 9,000 was
    /// 9 or 9000. None when the digits themselves are lost.
    /// </summary>
    public static IEnumerable<string> FindOrigins(string waarde)
    {
        if (waarde.Length > Longest || !waarde.Any(char.IsAsciiDigit)
            || waarde.Any(c => !char.IsAsciiDigit(c) && !"., '’_".Contains(c, StringComparison.Ordinal)))
        {
            yield break;
        }

        yield return string.Concat(waarde.Where(char.IsAsciiDigit));
        var decimals = waarde.LastIndexOfAny(['.', ',']);
        if (decimals > 0)
        {
            yield return string.Concat(waarde[..decimals].Where(char.IsAsciiDigit));
        }
    }
}
