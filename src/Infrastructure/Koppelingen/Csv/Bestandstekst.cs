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
    /// <summary>A NUL here and there is a control character like another; more of them is no text.</summary>
    private const int CharactersPerNul = 1000;

    /// <summary>What takes the place of a NUL, to be dropped with the other control characters and told.</summary>
    private const char Control = '\u0001';

    /// <summary>
    /// Reads bytes as what was said; otherwise as what a byte order mark says, as UTF-16 when every other byte is
    /// nothing, as UTF-8 when nearly all of it is that, and else as the character set that gives letters of Dutch names.
    /// </summary>
    /// <param name="inhoud">The bytes.</param>
    /// <param name="gegeven">What was said of them.</param>
    public static Result<Bestandstekst> Decode(byte[] inhoud, Csvtekenset gegeven)
    {
        var bytes = inhoud.AsSpan();
        return bytes switch
        {
            [] => CsvErrors.BestandLeeg,
            [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] or [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..]
                or [0x1F, 0x8B, ..] => CsvErrors.GeenCsv,
            _ when gegeven != Csvtekenset.Automatisch => DecodeAs(bytes, gegeven),
            [0xEF, 0xBB, 0xBF, ..] => FromBytes(bytes[3..]),
            [0xFF, 0xFE, ..] => FromUtf16(bytes[2..], bigEndian: false),
            [0xFE, 0xFF, ..] => FromUtf16(bytes[2..], bigEndian: true),
            _ when LooksLikeUtf16(bytes) is { } bigEndian => FromUtf16(bytes, bigEndian),
            _ => FromBytes(bytes),
        };
    }

    private static Result<Bestandstekst> DecodeAs(ReadOnlySpan<byte> bytes, Csvtekenset tekenset) => tekenset switch
    {
        Csvtekenset.Utf16 => bytes switch
        {
            [0xFF, 0xFE, ..] => FromUtf16(bytes[2..], bigEndian: false),
            [0xFE, 0xFF, ..] => FromUtf16(bytes[2..], bigEndian: true),
            _ => FromUtf16(bytes, LooksLikeUtf16(bytes) ?? false),
        },
        Csvtekenset.Utf8 => FromUtf8(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes),
        _ => Check(Tekenkeuze.Decode(bytes, tekenset), tekenset, []),
    };

    private static Result<Bestandstekst> FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes) || Utf8telling.Of(bytes).IsNearlyAll)
        {
            return FromUtf8(bytes);
        }

        var regel = Utf8telling.LineOfFirstBad(bytes);
        return Tekenkeuze.Choose(bytes) is { } tekenset
            ? Check(
                Tekenkeuze.Decode(bytes, tekenset), tekenset, [CsvMeldingen.TekensetAangenomen(tekenset.Naam(), regel)])
            : CsvErrors.TekensetOnbekend(regel);
    }

    // Bytes that are none become U+FFFD: of these the rows are told, and no name that Numo has is changed for one.
    private static Result<Bestandstekst> FromUtf8(ReadOnlySpan<byte> bytes) =>
        Check(Encoding.UTF8.GetString(bytes), Csvtekenset.Utf8, []);

    private static Result<Bestandstekst> FromUtf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: false);
        return bytes.Length % 2 == 0
            ? Check(encoding.GetString(bytes), Csvtekenset.Utf16, [])
            : CsvErrors.TekensetOngeldig(
                Csvtekenset.Utf16.Naam(), 1 + encoding.GetString(bytes[..^1]).AsSpan().Count('\n'));
    }

    private static Result<Bestandstekst> Check(string tekst, Csvtekenset tekenset, Melding[] meldingen)
    {
        var nul = tekst.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            if (tekst.AsSpan().Count('\0') > 1 + (tekst.Length / CharactersPerNul))
            {
                return CsvErrors.NulTeken(1 + tekst.AsSpan(0, nul).Count('\n'));
            }

            tekst = tekst.Replace('\0', Control);
        }

        return string.IsNullOrWhiteSpace(tekst)
            ? CsvErrors.BestandLeeg
            : new Bestandstekst(tekst, tekenset.Naam(), meldingen);
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
}
