using System.Buffers;
using System.Text;

namespace Kurve.Numo.Infrastructure.Koppelingen.Csv;

/// <summary>How much of a file is UTF-8.</summary>
/// <param name="Goed">Characters of more than one byte that are UTF-8.</param>
/// <param name="Fout">Places that are not.</param>
internal sealed record Utf8telling(int Goed, int Fout)
{
    /// <summary>How many good ones outweigh a bad one.</summary>
    private const int Outweigh = 4;

    /// <summary>
    /// Whether it is UTF-8 with damage. Text of another character set is hardly ever UTF-8 anywhere, so one good
    /// character outweighs one bad byte; of more bad ones it takes more.
    /// </summary>
    public bool IsNearlyAll => Goed > 0 && (Fout <= 1 || Goed >= (long)Outweigh * Fout);

    /// <summary>Counts.</summary>
    public static Utf8telling Of(ReadOnlySpan<byte> bytes)
    {
        var (good, bad) = (0, 0);
        for (var at = NextNonAscii(bytes, 0); at >= 0;)
        {
            var isGood = Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done;
            (good, bad) = isGood ? (good + 1, bad) : (good, bad + 1);
            at = NextNonAscii(bytes, at + length);
        }

        return new Utf8telling(good, bad);
    }

    /// <summary>The line of the first byte that is not UTF-8, from 1.</summary>
    public static int LineOfFirstBad(ReadOnlySpan<byte> bytes)
    {
        for (var at = NextNonAscii(bytes, 0); at >= 0;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != OperationStatus.Done)
            {
                return 1 + bytes[..at].Count((byte)'\n');
            }

            at = NextNonAscii(bytes, at + length);
        }

        return 1;
    }

    private static int NextNonAscii(ReadOnlySpan<byte> bytes, int from)
    {
        if (from >= bytes.Length)
        {
            return -1;
        }

        var next = bytes[from..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        return next < 0 ? -1 : from + next;
    }
}
