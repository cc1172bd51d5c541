using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Kurve.Numo.Domain.Bronnen;

/// <summary>
/// A text of a source in the one form in which Numo keeps and compares it: NFC, without invisible and control characters,
/// one plain space between words and none around them, entities decoded, and UTF-8 that was read as another character set
/// put right. Keys, codes, names of groepen and of people all go through it, whatever source they come from.
/// </summary>
/// <param name="Value">The text.</param>
/// <param name="Repair">What was done to it.</param>
public readonly record struct SourceText(string Value, TextRepair Repair)
{
    /// <summary>Stands for a letter that was lost.</summary>
    public const char LostLetter = '\uFFFD';

    /// <summary>What any text that is kept may take in UTF-16 units, as its column is; only emoji and the like reach it.</summary>
    private const int MostUnits = 256;

    private const int MostMarks = 8;
    private const int MostRounds = 3;

    /// <summary>Printable ASCII, without what may begin an entity or stand for a lost letter.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !\"#$%'()*+,-./0123456789:;<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The length in characters (runes); those outside the basic plane count as one.</summary>
    public int Length => CountRunes(Value);

    /// <summary>Brings a text to the one form. Plain ASCII is given back as it is, at the cost of one scan.</summary>
    public static SourceText Of(string raw)
    {
        if (!raw.AsSpan().ContainsAnyExcept(Plain))
        {
            return new SourceText(Trim(raw), TextRepair.None);
        }

        var repair = TextRepair.None;
        var text = Clean(Mojibake.Repair(DecodeEntities(raw, ref repair), ref repair), ref repair);
        text = text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        repair |= HasLostLetters(text) ? TextRepair.Lost : TextRepair.None;
        return new SourceText(string.Equals(text, raw, StringComparison.Ordinal) ? raw : text, repair);
    }

    /// <summary>
    /// Whether letters were lost: a replacement character, or a question mark in front of, within or behind a word or number.
    /// </summary>
    public static bool HasLostLetters(ReadOnlySpan<char> text)
    {
        if (text.Contains(LostLetter))
        {
            return true;
        }

        for (var i = text.IndexOf('?'); i >= 0 && i < text.Length; i++)
        {
            if (text[i] == '?' && ((i > 0 && char.IsLetterOrDigit(text[i - 1]))
                || (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many characters (runes) a text has.</summary>
    public static int CountRunes(ReadOnlySpan<char> text)
    {
        var pairs = 0;
        for (var i = 1; i < text.Length; i++)
        {
            pairs += char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return text.Length - pairs;
    }

    /// <summary>Whether a text has at most so many characters (runes) and can be kept; <paramref name="max"/> is 256 at most.</summary>
    public static bool Fits(string text, int max) => Fits(text.AsSpan(), max);

    /// <inheritdoc cref="Fits(string, int)"/>
    public static bool Fits(ReadOnlySpan<char> text, int max) =>
        text.Length <= max || (text.Length <= MostUnits && CountRunes(text) <= max);

    /// <summary>The first <paramref name="max"/> characters; what a reader sees as one letter is not cut in two.</summary>
    public string Cut(int max)
    {
        if (Fits(Value, max))
        {
            return Value;
        }

        var (end, runes) = (0, 0);
        while (end < Value.Length)
        {
            var element = StringInfo.GetNextTextElementLength(Value, end);
            runes += CountRunes(Value.AsSpan(end, element));
            if (runes > max || end + element > MostUnits)
            {
                break;
            }

            end += element;
        }

        return (end > 0 ? Value[..end] : CutRunes(Math.Min(max, MostUnits / 2))).TrimEnd(' ');
    }

    private string CutRunes(int max)
    {
        var end = 0;
        foreach (var rune in Value.EnumerateRunes().Take(max))
        {
            end += rune.Utf16SequenceLength;
        }

        return Value[..end];
    }

    private static string Trim(string text)
    {
        var trimmed = text.AsSpan().Trim(' ');
        return trimmed.IndexOf("  ".AsSpan()) >= 0 ? Collapse(trimmed)
            : trimmed.Length == text.Length ? text
            : trimmed.ToString();
    }

    private static string Collapse(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            Append(result, c);
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, char c)
    {
        if (c != ' ' || result is not [.., ' '])
        {
            result.Append(c);
        }
    }

    // Encoded twice happens: &amp;eacute; is what a page shows of &eacute;.
    private static string DecodeEntities(string text, ref TextRepair repair)
    {
        for (var round = 0; round < MostRounds && text.Contains('&', StringComparison.Ordinal); round++)
        {
            var decoded = WebUtility.HtmlDecode(text);
            if (string.Equals(decoded, text, StringComparison.Ordinal))
            {
                break;
            }

            (text, repair) = (decoded, repair | TextRepair.Entity);
        }

        return text;
    }

    private static string Clean(string text, ref TextRepair repair)
    {
        var (clean, marks) = (new StringBuilder(text.Length), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            // Ordering marks takes time that grows with the square of their number, and no letter has as many.
            marks = Characters.IsMark(rune) ? marks + 1 : 0;
            switch (marks > MostMarks ? CharacterKind.Invisible : Characters.KindOf(rune))
            {
                case CharacterKind.Misread:
                    clean.Append(LostLetter);
                    break;
                case CharacterKind.Invisible:
                    repair |= TextRepair.Invisible;
                    break;
                case CharacterKind.Control:
                    repair |= TextRepair.Control;
                    break;
                case CharacterKind.LineBreak:
                    repair |= TextRepair.LineBreak;
                    Append(clean, ' ');
                    break;
                case CharacterKind.Space:
                    repair |= rune.Value == ' ' ? TextRepair.None : TextRepair.Invisible;
                    Append(clean, ' ');
                    break;
                default:
                    Append(clean, rune);
                    break;
            }
        }

        return clean.ToString().Trim(' ');
    }

    private static void Append(StringBuilder result, Rune rune)
    {
        Span<char> chars = stackalloc char[2];
        result.Append(chars[..rune.EncodeToUtf16(chars)]);
    }
}
