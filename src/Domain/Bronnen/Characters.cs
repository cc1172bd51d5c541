using System.Globalization;
using System.Text;

namespace Kurve.Numo.Domain.Bronnen;

/// <summary>What a character is to a text of a source.</summary>
internal enum CharacterKind
{
    /// <summary>Something that is seen.</summary>
    Visible,

    /// <summary>Nothing that is seen, and no space either.</summary>
    Invisible,

    /// <summary>A control character that is no tab and no line end.</summary>
    Control,

    /// <summary>A control character of Latin-1: a letter of another character set that was read as Latin-1.</summary>
    Misread,

    /// <summary>A tab or the end of a line or paragraph.</summary>
    LineBreak,

    /// <summary>A space of whatever width.</summary>
    Space,
}

/// <summary>Tells what is seen from what is not (Unicode general categories, and the letters and marks that are drawn as
/// nothing: Default_Ignorable_Code_Point).</summary>
internal static class Characters
{
    public static CharacterKind KindOf(Rune rune) => rune.Value switch
    {
        ' ' or 0x2800 => CharacterKind.Space,
        < 0x7F and > ' ' => CharacterKind.Visible,
        '\t' or '\n' or '\r' or 0x85 => CharacterKind.LineBreak,
        >= 0x80 and <= 0x9F => CharacterKind.Misread,
        _ when IsDrawnAsNothing(rune.Value) => CharacterKind.Invisible,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format => CharacterKind.Invisible,
            UnicodeCategory.Control => CharacterKind.Control,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => CharacterKind.LineBreak,
            UnicodeCategory.SpaceSeparator => CharacterKind.Space,
            _ => CharacterKind.Visible,
        },
    };

    /// <summary>Whether a character is drawn on the one before it.</summary>
    public static bool IsMark(Rune rune) => rune.Value >= 0x300
        && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    // Combining grapheme joiner, fillers of Hangul and Khmer, variation selectors, tags, and what is no character at all.
    private static bool IsDrawnAsNothing(int value) =>
        value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0
            or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFDD0 and <= 0xFDEF)
            or (>= 0xE0000 and <= 0xE0FFF)
        || (value & 0xFFFE) == 0xFFFE;
}
