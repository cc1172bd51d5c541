using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>The text of one field, without what exports and spreadsheets put around it.</summary>
/// <param name="Waarde">The text.</param>
/// <param name="HadOnzichtbaar">Whether invisible characters were taken off.</param>
/// <param name="HeeftStuurteken">Whether it had control characters or ends of lines; each became a space.</param>
internal readonly record struct Celtekst(string Waarde, bool HadOnzichtbaar, bool HeeftStuurteken)
{
    /// <summary>What a spreadsheet takes for a formula; our own exports put an apostrophe before it.</summary>
    private static readonly SearchValues<char> Formule = SearchValues.Create("=+-@\t\r");

    /// <summary>Reads a field.</summary>
    public static Celtekst Of(string veld)
    {
        var text = Unwrap(veld.AsSpan());
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && IsSpecial(c))
            {
                return Clean(text);
            }
        }

        var trimmed = text.Trim(' ');
        return new Celtekst(trimmed.Length == veld.Length ? veld : trimmed.ToString(), false, false);
    }

    private static Celtekst Clean(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        var (hidden, control) = (false, false);
        foreach (var c in text)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category == UnicodeCategory.Format)
            {
                hidden = true;
            }
            else if (category is UnicodeCategory.Control or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                hidden |= category == UnicodeCategory.SpaceSeparator && c != ' ';
                control |= category != UnicodeCategory.SpaceSeparator;
                clean.Append(clean.Length > 0 && clean[^1] == ' ' ? "" : " ");
            }
            else
            {
                clean.Append(c);
            }
        }

        return new Celtekst(Unwrap(clean.ToString().AsSpan().Trim(' ')).ToString(), hidden, control);
    }

    // '=1+2 of our own exports, and ="00123" by which others keep a spreadsheet from dropping zeros.
    private static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> text) => text switch
    {
        ['\'', var c, ..] when Formule.Contains(c) => text[1..],
        ['=', '"', .. var inner, '"'] when !inner.Contains('"') => inner,
        _ => text,
    };

    private static bool IsSpecial(char c) => c is < ' ' or >= '\u007F' && CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
