using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>Makes text from outside fit to be shown on a terminal.</summary>
internal static class SafeText
{
    /// <summary>
    /// Replaces what a terminal would obey instead of show (escape sequences, line ends, reversed writing) by a space.
    /// </summary>
    public static string Clean(string text) =>
        text.Any(IsUnsafe) ? string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = IsUnsafe(source[i]) ? ' ' : source[i];
            }
        })
        : text;

    /// <summary>The places that a text takes on a line.</summary>
    public static int Width(string text) => new Segment(text).CellCount();

    /// <summary>Cuts a text to a number of places, with an ellipsis where something was left out.</summary>
    public static string Fit(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        var kept = new StringBuilder();
        var used = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            used += Width(element);
            if (used > width - 1)
            {
                break;
            }

            kept.Append(element);
        }

        return kept.Append('…').ToString();
    }

    private static bool IsUnsafe(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
