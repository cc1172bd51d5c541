using System.Net;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kurve.Numo.Api.Tests.Koppelingen.Geheimen;

/// <summary>The forms in which a secret may have been written down.</summary>
internal static class Geheimvormen
{
    /// <summary>The form that only bytes have: a text cannot hold its zeros everywhere.</summary>
    public const string Utf16 = "UTF-16LE";

    private const int Base64Bits = 6;

    /// <summary>Every form with its name; who looks for them does not tell a from A.</summary>
    public static IEnumerable<(string Naam, byte[] Bytes)> Of(string geheim)
    {
        var bytes = Encoding.UTF8.GetBytes(geheim);
        return Texts(geheim)
            .Select(vorm => (vorm.Naam, Encoding.UTF8.GetBytes(vorm.Tekst)))
            .Concat(Enumerable.Range(0, 3).Select(shift =>
                ($"base64, {shift} bytes on", Encoding.ASCII.GetBytes(Base64(bytes, shift)))))
            .Append(("hex", Encoding.ASCII.GetBytes(Convert.ToHexString(bytes))))
            .Append((Utf16, Encoding.Unicode.GetBytes(geheim)));
    }

    private static IEnumerable<(string Naam, string Tekst)> Texts(string geheim)
    {
        var url = Uri.EscapeDataString(geheim);
        var relaxed = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        return
        [
            ("as is", geheim),
            ("first half", geheim[..(geheim.Length / 2)]),
            ("second half", geheim[(geheim.Length / 2)..]),
            ("URL", url),
            ("URL twice", Uri.EscapeDataString(url)),
            ("URL with plus for space", WebUtility.UrlEncode(geheim)),
            ("JSON", JsonEncodedText.Encode(geheim).ToString()),
            ("JSON, few escapes", JsonEncodedText.Encode(geheim, relaxed).ToString()),
            ("XML", SecurityElement.Escape(geheim)),
            ("XML text", new System.Xml.Linq.XText(geheim).ToString()),
            ("HTML", WebUtility.HtmlEncode(geheim)),
        ];
    }

    /// <summary>The part of a base64 text that is the same whatever stands around the secret.</summary>
    /// <param name="bytes">The secret.</param>
    /// <param name="shift">How many bytes stand before it since the last full group of three.</param>
    private static string Base64(byte[] bytes, int shift)
    {
        var text = Convert.ToBase64String([.. new byte[shift], .. bytes]);
        var first = ((shift * 8) + Base64Bits - 1) / Base64Bits;
        var end = (shift + bytes.Length) * 8 / Base64Bits;
        return text[first..end];
    }
}
