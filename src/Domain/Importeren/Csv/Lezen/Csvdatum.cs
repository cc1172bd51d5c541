using System.Globalization;
using System.Text.RegularExpressions;
using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Importeren.Csv.Woorden;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>The first or last day of an enrolment, in the ways in which exports and spreadsheets write it.</summary>
internal static class Csvdatum
{
    private const int Longest = 40;

    /// <summary>
    /// Databases have no empty date and write one of long ago: 30-12-1899, 1-1-1900, 1-1-0001, 1-1-1970. Nobody's
    /// enrolment or employment of now ended before this year.
    /// </summary>
    private const int FirstYear = 1971;

    /// <summary>A day as a number that a spreadsheet counts from 30 December 1899: of the years 1971 to 2099.</summary>
    private const int FirstSerial = 25_934;
    private const int LastSerial = 73_050;

    private static readonly string[] Vormen = ["d-M-yyyy", "d-M-yy", "yyyy-M-d", "yyyyMMdd", "M-d-yyyy"];

    // The time behind a day; what counts is the day.
    private static readonly Regex Tijd = new(
        @"[ T]\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?( ?[AaPp]\.?[Mm]\.?)?( ?(Z|[+-]\d{2}:?\d{2}))?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>Reads a day; false when it is none.</summary>
    /// <param name="waarde">What the field says.</param>
    /// <param name="datum">The day; null when the field says that there is none.</param>
    public static bool TryRead(string waarde, out DateOnly? datum)
    {
        datum = null;
        if (NoValue.IsEmpty(waarde))
        {
            // 00-00-0000 too.
            return true;
        }

        if (waarde.Length > Longest || Parse(Tijd.Replace(waarde, "")) is not { } dag)
        {
            return false;
        }

        datum = dag.Year < FirstYear ? null : dag;
        return true;
    }

    /// <summary>Whether a field plainly says a day: a number alone may be anything.</summary>
    public static bool IsPlain(string waarde) =>
        waarde.Any(c => !char.IsAsciiDigit(c)) && TryRead(waarde, out var datum) && datum is not null;

    private static DateOnly? Parse(string tekst)
    {
        var dag = ToNumbers(tekst);
        return DateOnly.TryParseExact(dag, Vormen, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read
            : int.TryParse(dag, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
                && serial is >= FirstSerial and <= LastSerial ? new DateOnly(1899, 12, 30).AddDays(serial)

            // A spreadsheet's zero.
            : dag is "0-1-1900" or "00-01-1900" or "1900-01-00" or "1900-1-0" ? DateOnly.MinValue
            : null;
    }

    // 1 aug. 2027, 01/08/2027 and 2027.08.01 with strokes; a month in letters becomes its number, behind its day.
    private static string ToNumbers(string tekst)
    {
        var delen = tekst.Split(['-', '/', '.', ' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var maand = Array.FindIndex(delen, deel => Maandwoorden.Find(deel) is not null);
        if (maand < 0)
        {
            return string.Join('-', delen);
        }

        delen[maand] = Maandwoorden.Find(delen[maand])!.Value.ToString(CultureInfo.InvariantCulture);
        delen = maand > 0 && !char.IsAsciiDigit(delen[0][0]) ? delen[1..] : delen;
        return maand == 0 && delen.Length == 3 ? $"{delen[1]}-{delen[0]}-{delen[2]}" : string.Join('-', delen);
    }
}
