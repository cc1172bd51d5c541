using System.Globalization;
using System.Text;

namespace Kurve.Numo.Domain.Bronnen;

/// <summary>
/// Puts right what somebody read in another character set than it was written in: UTF-8 as windows-1252, Mac Roman or
/// cp850 (<c>ZoÃ«</c>, <c>Zo√´</c>, <c>Zo├½</c>). A sequence is taken for UTF-8 only when it decodes to the letter of a
/// Latin alphabet, to punctuation, or beside others to letters of another alphabet: <c>RENÉ’s</c> stays as it is.
/// </summary>
internal static class Mojibake
{
    private const int MostRounds = 2;
    private const int FirstHighByte = 0x80;
    private const int Punctuation = 0xE2;

    private static readonly Codepage[] Codepages = [new(1252, anyLead: true), new(10000), new(850)];

    /// <summary>The text, put right where that is sure.</summary>
    public static string Repair(string text, ref TextRepair repair)
    {
        for (var round = 0; round < MostRounds && !Ascii.IsValid(text); round++)
        {
            var before = text;
            foreach (var codepage in Codepages)
            {
                text = codepage.Repair(text);
            }

            if (string.Equals(before, text, StringComparison.Ordinal))
            {
                break;
            }

            repair |= TextRepair.Mojibake;
        }

        return text;
    }

    private static bool IsLatin(Rune rune) => rune.Value is (>= 0xA0 and <= 0x17F) or (>= 0x218 and <= 0x21B)
        or (>= 0x300 and <= 0x36F) or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2010 and <= 0x205E) or 0x20AC or 0x2122;

    private static bool IsLetter(Rune rune) => Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>A character set that UTF-8 is read as by mistake.</summary>
    private sealed class Codepage
    {
        private readonly Dictionary<char, byte> _bytes = [];
        private readonly bool _anyLead;

        /// <param name="codepage">Its number.</param>
        /// <param name="anyLead">Whether any sequence may be one of UTF-8; else only those that begin with what is no letter
        /// of any name, or are punctuation.</param>
        public Codepage(int codepage, bool anyLead = false)
        {
            _anyLead = anyLead;
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codepage)!;
            for (var value = FirstHighByte; value <= byte.MaxValue; value++)
            {
                // What Latin-1 has at these places are control characters, and some programs read those.
                _bytes[(char)value] = (byte)value;
            }

            for (var value = FirstHighByte; value <= byte.MaxValue; value++)
            {
                _bytes[encoding.GetString([(byte)value])[0]] = (byte)value;
            }
        }

        public string Repair(string text)
        {
            StringBuilder? repaired = null;
            var copied = 0;
            for (var i = 0; i < text.Length;)
            {
                var length = Decode(text.AsSpan(i), out var letters);
                if (length > 0)
                {
                    (repaired ??= new StringBuilder(text.Length)).Append(text, copied, i - copied).Append(letters);
                    copied = i + length;
                }

                i += Math.Max(length, 1);
            }

            return repaired?.Append(text, copied, text.Length - copied).ToString() ?? text;
        }

        /// <summary>Reads the sequences at the start; how many characters they are, 0 when they are none.</summary>
        private int Decode(ReadOnlySpan<char> text, out string letters)
        {
            var length = ReadSequence(text, out var rune);
            letters = rune.ToString();
            if (length == 0 || IsLatin(rune) || !_anyLead)
            {
                return IsLatin(rune) ? length : 0;
            }

            // Of other alphabets one letter alone proves nothing.
            var others = new StringBuilder();
            for (var one = length; one > 0 && IsLetter(rune); length += one)
            {
                others.Append(rune);
                one = ReadSequence(text[length..], out rune);
            }

            letters = others.ToString();
            return letters.Length > 1 ? length : 0;
        }

        private int ReadSequence(ReadOnlySpan<char> text, out Rune rune)
        {
            Span<byte> bytes = stackalloc byte[4];
            var count = 0;
            while (count < bytes.Length && count < text.Length && text[count] >= FirstHighByte
                && _bytes.TryGetValue(text[count], out var value))
            {
                bytes[count++] = value;
            }

            rune = default;
            return count > 1
                && (_anyLead || bytes[0] is >= 0xC2 and <= 0xC5 || (bytes[0] == Punctuation && bytes[1] == FirstHighByte))
                && Rune.DecodeFromUtf8(bytes[..count], out rune, out var used) == System.Buffers.OperationStatus.Done
                ? used
                : 0;
        }
    }
}
