using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Koppelingen.Csv;

/// <summary>The text of a file.</summary>
/// <param name="Tekst">The characters, without a byte order mark.</param>
/// <param name="Tekenset">In which characters it was written.</param>
/// <param name="Meldingen">What is odd about them.</param>
internal sealed record Bestandstekst(string Tekst, string Tekenset, IReadOnlyList<Melding> Meldingen)
{
    private const string Utf8Naam = "UTF-8";
    private const string Windows1252Naam = "windows-1252";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Bytes that stand for nothing in windows-1252: then it is something else.</summary>
    private static readonly SearchValues<byte> Geen1252 = SearchValues.Create(0x81, 0x8D, 0x8F, 0x90, 0x9D);

    /// <summary>
    /// Reads bytes: what a byte order mark says; otherwise UTF-8 when it is that, UTF-16 when every other byte is
    /// nothing, and windows-1252 for the rest.
    /// </summary>
    public static Result<Bestandstekst> Decode(byte[] inhoud)
    {
        var bytes = inhoud.AsSpan();
        return bytes switch
        {
            [] => CsvErrors.BestandLeeg,
            [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] or [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..]
                or [0x1F, 0x8B, ..] => CsvErrors.GeenCsv,
            [0xEF, 0xBB, 0xBF, ..] => FromUtf8(bytes[3..]),
            [0xFF, 0xFE, ..] => FromUtf16(bytes[2..], bigEndian: false),
            [0xFE, 0xFF, ..] => FromUtf16(bytes[2..], bigEndian: true),
            _ when LooksLikeUtf16(bytes) is { } bigEndian => FromUtf16(bytes, bigEndian),
            _ => Utf8.IsValid(bytes) ? FromUtf8(bytes) : FromWindows1252(bytes),
        };
    }

    private static Result<Bestandstekst> FromUtf8(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes)
        ? Check(Encoding.UTF8.GetString(bytes), Utf8Naam, [])
        : CsvErrors.TekensetOngeldig(Utf8Naam, LineOfBadUtf8(bytes));

    private static Result<Bestandstekst> FromUtf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);
        try
        {
            return Check(encoding.GetString(bytes), "UTF-16", []);
        }
        catch (DecoderFallbackException bad)
        {
            var good = bytes[..Math.Clamp(bad.Index, 0, bytes.Length)];
            return CsvErrors.TekensetOngeldig("UTF-16", 1 + CountUtf16Lines(good, bigEndian));
        }
    }

    private static Result<Bestandstekst> FromWindows1252(ReadOnlySpan<byte> bytes)
    {
        var bad = bytes.IndexOfAny(Geen1252);
        return bad >= 0
            ? CsvErrors.TekensetOnbekend(1 + bytes[..bad].Count((byte)'\n'))
            : Check(
                Windows1252.GetString(bytes), Windows1252Naam, [CsvMeldingen.TekensetAangenomen(LineOfBadUtf8(bytes))]);
    }

    private static Result<Bestandstekst> Check(string tekst, string tekenset, Melding[] meldingen)
    {
        var nul = tekst.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            return CsvErrors.NulTeken(1 + tekst.AsSpan(0, nul).Count('\n'));
        }

        if (string.IsNullOrWhiteSpace(tekst))
        {
            return CsvErrors.BestandLeeg;
        }

        var lost = FindLost(tekst);
        return new Bestandstekst(
            tekst,
            tekenset,
            lost < 0 ? meldingen : [.. meldingen, CsvMeldingen.TekensVerloren(1 + tekst.AsSpan(0, lost).Count('\n'))]);
    }

    // A replacement character, or UTF-8 that somebody took for windows-1252 and saved again: Ã and what follows it.
    private static int FindLost(string tekst)
    {
        for (var i = tekst.AsSpan().IndexOfAny('\uFFFD', 'Ã'); i >= 0;)
        {
            if (tekst[i] == '\uFFFD' || (i + 1 < tekst.Length && tekst[i + 1] is >= '\u0080' and <= '\u00BF'))
            {
                return i;
            }

            var next = tekst.AsSpan(i + 1).IndexOfAny('\uFFFD', 'Ã');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return -1;
    }

    // Without a byte order mark, text in Latin letters has a zero at every other byte, and on one side only.
    private static bool? LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        const int Looked = 256;
        var head = bytes[..(Math.Min(bytes.Length, Looked) & ~1)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var most = head.Length * 2 / 5;
        return head.Length < 4 ? null
            : odd >= most && even == 0 ? false
            : even >= most && odd == 0 ? true
            : null;
    }

    private static int LineOfBadUtf8(ReadOnlySpan<byte> bytes)
    {
        var (at, line) = (0, 1);
        while (at < bytes.Length
            && Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) == OperationStatus.Done)
        {
            line += rune.Value == '\n' ? 1 : 0;
            at += length;
        }

        return line;
    }

    private static int CountUtf16Lines(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var lines = 0;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            lines += (bigEndian ? (bytes[i], bytes[i + 1]) : (bytes[i + 1], bytes[i])) == (0, (byte)'\n') ? 1 : 0;
        }

        return lines;
    }
}
