using System.Globalization;
using System.Text;

namespace Kurve.Numo.Domain.Importeren.Csv.Woorden;

/// <summary>The form in which words of exports are compared.</summary>
internal static class Woord
{
    private const int Longest = 100;

    /// <summary>Words in lower case without accents, one space between; other signs part words. Empty when too
    /// long.</summary>
    public static string Normalise(string tekst)
    {
        if (tekst.Length > Longest)
        {
            return "";
        }

        var words = new StringBuilder(tekst.Length);
        foreach (var c in tekst.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && words is not [] and not [.., ' '])
            {
                words.Append(' ');
            }
        }

        return words.ToString().TrimEnd(' ');
    }
}
