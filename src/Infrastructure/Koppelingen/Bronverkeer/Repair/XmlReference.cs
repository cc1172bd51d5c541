using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer.Repair;

/// <summary>What an <c>&amp;</c> in an answer is the beginning of, and what has to stand there.</summary>
/// <param name="Length">How many characters it takes.</param>
/// <param name="Kind">What to do with it.</param>
/// <param name="Rune">What it stands for, when it has to be replaced.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct XmlReference(int Length, XmlReferenceKind Kind, Rune Rune)
{
    /// <summary>No reference that is mended is longer: two of them are the halves of one character.</summary>
    public const int Longest = 2 * MaxLength;

    private const int MaxLength = 24;
    private const int FirstC1 = 0x80;
    private const int LastC1 = 0x9F;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly string[] Known = ["amp;", "lt;", "gt;", "quot;", "apos;"];

    private static readonly XmlReference Loose = new(1, XmlReferenceKind.Loose, default);

    /// <summary>Reads what stands at an <c>&amp;</c>.</summary>
    /// <param name="text">What follows, the <c>&amp;</c> included: <see cref="Longest"/> characters, or all there are.</param>
    public static XmlReference Read(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[1] != '#')
        {
            return StartsWithKnown(text[1..]) ? new(1, XmlReferenceKind.Good, default) : Loose;
        }

        var (length, value) = ReadNumber(text);
        if (length == 0)
        {
            return Loose;
        }

        if (IsHigh(value) && ReadNumber(text[length..]) is { Length: > 0, Value: var low } second && IsLow(low))
        {
            return new(length + second.Length, XmlReferenceKind.Replaced, new Rune((char)value, (char)low));
        }

        return value is >= FirstC1 and <= LastC1 ? Replace(length, FromWindows1252(value))
            : IsLegal(value) ? new(1, XmlReferenceKind.Good, default)
            : IsControl(value) ? new(length, XmlReferenceKind.Control, default)
            : Replace(length, Rune.ReplacementChar);
    }

    private static XmlReference Replace(int length, Rune rune) => rune.Value is >= FirstC1 and <= LastC1
        ? new(length, XmlReferenceKind.Control, default)
        : new(length, XmlReferenceKind.Replaced, rune);

    private static bool StartsWithKnown(ReadOnlySpan<char> text)
    {
        foreach (var known in Known)
        {
            if (text.StartsWith(known, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // Decimal or hexadecimal; a number that is too large for any character reads as one that is none.
    private static (int Length, long Value) ReadNumber(ReadOnlySpan<char> text)
    {
        if (text is not ['&', '#', ..])
        {
            return (0, 0);
        }

        var end = text[..Math.Min(text.Length, MaxLength)].IndexOf(';');
        if (end < 0)
        {
            return (0, 0);
        }

        var hex = text[2] is 'x' or 'X';
        var digits = text[(hex ? 3 : 2)..end];
        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return digits.IsEmpty || digits.ContainsAnyExcept(hex ? HexDigits : DecimalDigits) ? (0, 0)
            : long.TryParse(digits, style, CultureInfo.InvariantCulture, out var value) ? (end + 1, value)
            : (end + 1, long.MaxValue);
    }

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> DecimalDigits = SearchValues.Create("0123456789");

    // Browsers read these numbers as windows-1252, and so do those who write them.
    private static Rune FromWindows1252(long value) => new(Windows1252.GetString([(byte)value])[0]);

    private static bool IsHigh(long value) => value is >= 0xD800 and <= 0xDBFF;

    private static bool IsLow(long value) => value is >= 0xDC00 and <= 0xDFFF;

    // XML 1.0, production Char.
    private static bool IsLegal(long value) => value is 0x9 or 0xA or 0xD
        or >= 0x20 and <= 0xD7FF
        or >= 0xE000 and <= 0xFFFD
        or >= 0x10000 and <= 0x10FFFF;

    private static bool IsControl(long value) => value is >= 0 and < 0x20 or 0xFFFE or 0xFFFF;
}

/// <summary>What has to become of a reference.</summary>
internal enum XmlReferenceKind
{
    /// <summary>It stays as it is.</summary>
    Good,

    /// <summary>XML knows no such reference, or it is none: its <c>&amp;</c> is a plain character.</summary>
    Loose,

    /// <summary>It stands for a character that XML forbids.</summary>
    Control,

    /// <summary>It is written otherwise than XML allows, and stands for another character.</summary>
    Replaced,
}
