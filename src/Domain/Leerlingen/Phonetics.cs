using System.Globalization;
using System.Text;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>How names sound in Dutch, roughly: enough to know one name in two spellings.</summary>
internal static class Phonetics
{
    /// <summary>Letters that no decomposition makes plain.</summary>
    private static readonly (string From, string To)[] Ligatures =
    [
        ("\u00DF", "ss"), ("\u00E6", "ae"), ("\u0153", "oe"), ("\u00F8", "o"), ("\u0111", "d"), ("\u00F0", "d"),
        ("\u00FE", "th"), ("\u0142", "l"), ("\u0131", "i"), ("\u0127", "h"), ("\u0259", "e"), ("\u0133", "ij"),
    ];

    /// <summary>Spellings of one sound, in the order in which they are replaced.</summary>
    private static readonly (string From, string To)[] Sounds =
    [
        ("sch", "sg"), ("tsj", "ts"), ("tj", "ts"), ("ch", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kw"), ("x", "ks"),
        ("c", "k"), ("q", "k"), ("eij", "y"), ("ij", "y"), ("ei", "y"), ("ey", "y"), ("ie", "i"), ("ou", "au"), ("auw", "au"),
        ("ae", "a"), ("oe", "u"), ("ue", "u"), ("dt", "t"), ("z", "s"), ("v", "f"), ("j", "y"), ("i", "y"),
    ];

    /// <summary>Lower case, without accents.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        foreach (var (from, to) in Ligatures)
        {
            folded.Replace(from, to);
        }

        return folded.ToString();
    }

    /// <summary>The sound of a word that was folded: each sound spelt in one way, no letter twice.</summary>
    public static string Of(string word)
    {
        var sound = new StringBuilder(word);
        foreach (var (from, to) in Sounds)
        {
            sound.Replace(from, to);
        }

        for (var i = sound.Length - 1; i > 0; i--)
        {
            if (sound[i] == sound[i - 1] && char.IsLetter(sound[i]))
            {
                sound.Remove(i, 1);
            }
        }

        return sound.ToString();
    }

    /// <summary>
    /// Whether two sounds are nearly the same: they begin alike, and differ by no letter in four, by one in eight and by two
    /// in more.
    /// </summary>
    public static bool AreClose(string one, string other)
    {
        if (string.Equals(one, other, StringComparison.Ordinal))
        {
            return true;
        }

        var most = Math.Max(one.Length, other.Length) switch
        {
            <= 4 => 0,
            <= 8 => 1,
            _ => 2,
        };
        return most > 0 && Math.Abs(one.Length - other.Length) <= most && one.Length > 0 && other.Length > 0
            && one[0] == other[0] && HaveSameDigits(one, other) && Distance(one, other) <= most;
    }

    // Who is numbered is somebody else under another number.
    private static bool HaveSameDigits(string one, string other) =>
        one.Where(char.IsAsciiDigit).SequenceEqual(other.Where(char.IsAsciiDigit));

    /// <summary>Letters to add, drop, replace or swap with a neighbour (optimal string alignment).</summary>
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= other.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[one.Length, other.Length];
    }
}
