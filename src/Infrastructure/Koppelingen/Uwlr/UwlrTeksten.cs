using System.Buffers;
using System.Text;
using Kurve.Numo.Domain.Bronnen;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// The texts of one answer in the form in which Numo keeps them. Most are plain ASCII, which costs a scan; the others
/// are few and come again and again, so each is worked out once.
/// </summary>
internal sealed class UwlrTeksten
{
    private const int MostKept = 4_096;
    private const int LongestKept = 256;

    /// <summary>What keys are made of, less the space: such a key is in the one form already.</summary>
    private static readonly SearchValues<char> OfKeys = SearchValues.Create(
        "!\"#$%'()*+,-./0123456789:;<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private readonly Dictionary<string, SourceText> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a key needs no further look.</summary>
    public static bool IsPlain(ReadOnlySpan<char> key) => !key.ContainsAnyExcept(OfKeys);

    /// <summary>
    /// Whether a text is one or more words of which accented letters stand alone between plain ones, as in nearly every
    /// name: those letters are composed, and what was read in another set of characters has two in a row.
    /// </summary>
    private static bool IsPlainLatin(ReadOnlySpan<char> text)
    {
        var previous = ' ';
        foreach (var c in text)
        {
            var good = c is >= '\u00C0' and <= '\u017F' ? previous < '\u0080'
                : c == ' ' ? previous != ' '
                : OfKeys.Contains(c);
            if (!good || c is '×' or '÷')
            {
                return false;
            }

            previous = c;
        }

        return previous != ' ';
    }

    /// <summary>The text in the one form.</summary>
    public SourceText Of(string raw)
    {
        if (IsPlain(raw) || IsPlainLatin(raw))
        {
            return new SourceText(raw, TextRepair.None);
        }

        if (Ascii.IsValid(raw))
        {
            return SourceText.Of(raw);
        }

        if (!_known.TryGetValue(raw, out var text))
        {
            text = SourceText.Of(raw);
            if (_known.Count < MostKept && raw.Length <= LongestKept)
            {
                _known.Add(raw, text);
            }
        }

        return text;
    }
}
