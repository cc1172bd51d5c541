using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// Takes secrets out of a server's own words: it may repeat what it was sent, in any form in which text is written.
/// </summary>
internal static class Geheimfilter
{
    private const string Taken = "***";

    /// <summary>The text without the secrets, and cut only then: half a secret is not recognised.</summary>
    public static string Remove(string text, params IEnumerable<string> geheimen)
    {
        // The longest first, so that no form is broken by one that is a part of it.
        var vormen = geheimen.Where(g => g.Length > 0)
            .SelectMany(Vormen)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(vorm => vorm.Length);
        return Bronfouten.Shorten(vormen.Aggregate(
            text, (rest, vorm) => rest.Replace(vorm, Taken, StringComparison.OrdinalIgnoreCase)));
    }

    private static string[] Vormen(string geheim)
    {
        var bytes = Encoding.UTF8.GetBytes(geheim);
        var url = Uri.EscapeDataString(geheim);
        return
        [
            geheim, url, Uri.EscapeDataString(url), WebUtility.UrlEncode(geheim), WebUtility.HtmlEncode(geheim),
            SecurityElement.Escape(geheim), JsonEncodedText.Encode(geheim).ToString(), Convert.ToBase64String(bytes),
            Convert.ToHexString(bytes),
        ];
    }
}
