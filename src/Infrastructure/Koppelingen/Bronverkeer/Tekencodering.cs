using System.Text;
using System.Text.RegularExpressions;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// Finds out in which characters an answer is written. What a server declares is not reliable: Magister's web service
/// is read as UTF-8 by its known clients, and as windows-1252 by its older ones, and a declaration may be missing or
/// wrong. So whatever claims to be UTF-8 is read as UTF-8, and each byte that cannot be UTF-8 as windows-1252.
/// </summary>
internal static class Tekencodering
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly Encoding Utf8OfWindows1252 =
        Encoding.GetEncoding(
            Encoding.UTF8.CodePage, EncoderFallback.ReplacementFallback, new Windows1252Terugval(Windows1252));

    // Without backtracking: what a server sends cannot make it slow.
    private static readonly Regex Declaration = new(
        """^[^<]*<\?xml[^>]*?\sencoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    /// <summary>
    /// The encoding by the first bytes of an answer. A byte order mark is left to <see cref="StreamReader"/>, which
    /// knows those of UTF-8, UTF-16 and UTF-32.
    /// </summary>
    public static Encoding Detect(ReadOnlySpan<byte> head)
    {
        // White space may stand before the first '<', which in UTF-16 has a zero byte beside it.
        var first = head.IndexOf((byte)'<');
        if (first >= 0 && first + 1 < head.Length && head[first + 1] == 0)
        {
            return first % 2 == 0 ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }

        var declared = Declaration.Match(Encoding.Latin1.GetString(head)).Groups["name"].Value.ToLowerInvariant();
        return declared switch
        {
            "windows-1252" or "cp1252" or "iso-8859-1" or "iso-8859-15" or "latin1" or "us-ascii" or "ansi" =>
                Windows1252,
            _ => Utf8OfWindows1252,
        };
    }

    private sealed class Windows1252Terugval(Encoding windows1252) : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(windows1252);

        private sealed class Buffer(Encoding windows1252) : DecoderFallbackBuffer
        {
            private string _characters = "";
            private int _next;

            public override int Remaining => _characters.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                _characters = windows1252.GetString(bytesUnknown);
                _next = 0;
                return true;
            }

            public override char GetNextChar() => _next < _characters.Length ? _characters[_next++] : '\0';

            public override bool MovePrevious()
            {
                var possible = _next > 0;
                _next -= possible ? 1 : 0;
                return possible;
            }

            public override void Reset() => (_characters, _next) = ("", 0);
        }
    }
}
