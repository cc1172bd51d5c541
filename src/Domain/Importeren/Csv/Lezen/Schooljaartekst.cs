using System.Globalization;
using System.Text.RegularExpressions;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>
/// A school year as exports write it: 2026-2027, 2026/27, 26-27, 2627, SJ 2026-2027, or the year in which it begins.
/// </summary>
internal static class Schooljaartekst
{
    private const int Century = 2000;
    private const int Longest = 40;

    private static readonly Regex Twee = new(
        @"^((schooljaar|lesjaar|sj)[ .:]*)?(?<begin>(20)?\d{2})( ?[-/–] ?| )?(?<eind>(20)?\d{2})$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Reads a school year; null when it is none.</summary>
    public static Schooljaar? Read(string waarde)
    {
        if (waarde is ['2', '0', >= '0' and <= '9', >= '0' and <= '9'])
        {
            return Schooljaar.Hydrate(Year(waarde));
        }

        if (waarde.Length > Longest || Twee.Match(waarde) is not { Success: true } match)
        {
            return null;
        }

        var begin = Year(match.Groups["begin"].Value);
        return Year(match.Groups["eind"].Value) == begin + 1 ? Schooljaar.Hydrate(begin) : null;
    }

    private static int Year(string text)
    {
        var year = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return year < 100 ? Century + year : year;
    }
}
