using System.Buffers;
using System.Text;
using Kurve.Numo.Domain.Importeren.Csv;

namespace Kurve.Numo.Infrastructure.Koppelingen.Csv;

/// <summary>
/// Chooses among the character sets of one byte a character by which gives letters that stand in Dutch names: in
/// windows-1252
/// <c>Zoë</c> is what in Mac Roman would be <c>ZoÎ</c>, and in cp850 <c>ZoÙ</c>.
/// </summary>
internal static class Tekenkeuze
{
    private const int Undefined = 20;
    private const int Implausible = 8;
    private const int WrongCase = 6;
    private const int InARow = 6;
    private const int Rare = 3;
    private const int Uncommon = 1;

    /// <summary>More than this on average, and what comes out is no text that anybody can read.</summary>
    private const double Unreadable = 5;

    /// <summary>One odd sign in a whole file says nothing of the file.</summary>
    private const int FewestToRefuse = 5;

    private const string Common = "éëèïöüçáóíäê";
    private const string Seldom = "ñúâôîûàßøåæœšž";
    private const string Others = "ãõðþýÿìòùłı";

    /// <summary>Signs that stand between words or in the middle of them.</summary>
    private const string Signs = "’‘“”–—…€°·´";

    private static readonly Csvtekenset[] Kandidaten = [Csvtekenset.Windows1252, Csvtekenset.MacRoman, Csvtekenset.Cp850];

    private static readonly Dictionary<Csvtekenset, Encoding> Encodings = new()
    {
        [Csvtekenset.Windows1252] = CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        [Csvtekenset.MacRoman] = CodePagesEncodingProvider.Instance.GetEncoding(10000)!,
        [Csvtekenset.Cp850] = CodePagesEncodingProvider.Instance.GetEncoding(850)!,
    };

    private static readonly Dictionary<Csvtekenset, char[]> Tables =
        Kandidaten.ToDictionary(k => k, k => Encodings[k].GetChars([.. Enumerable.Range(0, 256).Select(n => (byte)n)]));

    /// <summary>Decodes bytes; those that stand for nothing become U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, Csvtekenset tekenset)
    {
        var tekst = Encodings[tekenset].GetString(bytes);
        return tekst.AsSpan().ContainsAnyInRange('\u0080', '\u009F')
            ? string.Concat(tekst.Select(c => c is >= '\u0080' and <= '\u009F' ? '\uFFFD' : c))
            : tekst;
    }

    /// <summary>The one that gives the most plausible letters; null when none gives any.</summary>
    public static Csvtekenset? Choose(ReadOnlySpan<byte> bytes)
    {
        var (best, lowest, count) = (Kandidaten[0], int.MaxValue, 0);
        foreach (var kandidaat in Kandidaten)
        {
            (var cost, count) = Weigh(bytes, Tables[kandidaat]);
            (best, lowest) = cost < lowest ? (kandidaat, cost) : (best, lowest);
        }

        return count >= FewestToRefuse && lowest > Unreadable * count ? null : best;
    }

    private static (int Cost, int Count) Weigh(ReadOnlySpan<byte> bytes, char[] table)
    {
        var (cost, count) = (0, 0);
        for (var i = Next(bytes, 0); i >= 0;)
        {
            // A character that is UTF-8 after all says nothing of the others; its text is put right later.
            if (Rune.DecodeFromUtf8(bytes[i..], out _, out var length) == OperationStatus.Done)
            {
                i = Next(bytes, i + length);
                continue;
            }

            var before = i == 0 ? ' ' : table[bytes[i - 1]];
            var after = i + 1 == bytes.Length ? ' ' : table[bytes[i + 1]];
            cost = Math.Min(cost + Weigh(before, table[bytes[i]], after), int.MaxValue / 2);
            count++;
            i = Next(bytes, i + 1);
        }

        return (cost, count);
    }

    private static int Next(ReadOnlySpan<byte> bytes, int from)
    {
        var next = from >= bytes.Length ? -1 : bytes[from..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        return next < 0 ? -1 : from + next;
    }

    private static int Weigh(char before, char c, char after)
    {
        if (!char.IsLetter(c))
        {
            return WeighSign(before, c, after);
        }

        var lower = char.ToLowerInvariant(c);
        var usual = Common.Contains(lower, StringComparison.Ordinal) ? 0
            : Seldom.Contains(lower, StringComparison.Ordinal) ? Uncommon
            : Others.Contains(lower, StringComparison.Ordinal) ? Rare
            : Implausible;
        return usual + (FitsCase(before, c, after) ? 0 : WrongCase) + (IsAlone(before, after) ? Rare : 0)
            + (IsForeign(before) || IsForeign(after) ? InARow : 0);
    }

    // A capital in the middle of small letters, or a small letter among capitals, is another letter in another
    // character set.
    private static bool FitsCase(char before, char c, char after) => char.IsUpper(c)
        ? !char.IsLower(before) && !(char.IsUpper(before) && char.IsLower(after))
        : !(char.IsUpper(before) && char.IsUpper(after));

    // Two in a row are hardly ever in a name, and all of a word never.
    private static bool IsForeign(char c) => c > '\u007F' && char.IsLetter(c);

    private static bool IsAlone(char before, char after) => !char.IsLetter(before) && !char.IsLetter(after);

    private static int WeighSign(char before, char c, char after) =>
        c is >= '\u0080' and <= '\u009F' or '\uFFFD' ? Undefined
        : c == '\u00A0' ? char.IsLetter(before) && char.IsLower(after) ? Rare : 0
        : !Signs.Contains(c, StringComparison.Ordinal) ? Implausible
        : c is '’' or '‘' or '´' ? char.IsLetter(before) && !char.IsLetter(after) ? WrongCase : Uncommon
        : char.IsLetter(before) || char.IsLetter(after) ? WrongCase
        : Uncommon;
}
