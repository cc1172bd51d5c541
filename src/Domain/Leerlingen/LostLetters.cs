using Kurve.Numo.Domain.Bronnen;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>Compares a text with one that lost letters on its way.</summary>
internal static class LostLetters
{
    /// <summary>
    /// Whether <paramref name="damaged"/> is <paramref name="whole"/> with letters lost: a <c>?</c> or U+FFFD stands for one
    /// letter or for none, and two to four in a row, as the bytes of one letter leave them, for one as well. Case does not count.
    /// </summary>
    public static bool Match(ReadOnlySpan<char> whole, ReadOnlySpan<char> damaged)
    {
        // The places in the whole that may have been reached, as the damaged text is read from left to right.
        var reached = new bool[whole.Length + 1];
        reached[0] = true;
        while (!damaged.IsEmpty)
        {
            var lost = damaged.IndexOfAnyExcept('?', SourceText.LostLetter);
            lost = lost < 0 ? damaged.Length : lost;
            reached = lost > 0 ? PassLost(reached, lost) : PassLetter(reached, whole, damaged[0]);
            damaged = damaged[Math.Max(lost, 1)..];
        }

        return reached[whole.Length];
    }

    private static bool[] PassLetter(bool[] reached, ReadOnlySpan<char> whole, char letter)
    {
        var next = new bool[reached.Length];
        for (var i = 0; i < whole.Length; i++)
        {
            next[i + 1] = reached[i] && char.ToUpperInvariant(whole[i]) == char.ToUpperInvariant(letter);
        }

        return next;
    }

    private static bool[] PassLost(bool[] reached, int lost)
    {
        var (next, since) = (new bool[reached.Length], int.MaxValue);
        for (var i = 0; i < next.Length; i++)
        {
            since = reached[i] ? 0 : since == int.MaxValue ? since : since + 1;
            next[i] = since <= lost;
        }

        return next;
    }
}
