using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen;

public sealed class GeheimfilterTests
{
    private const string Geheim = "wachtwoord +&é%;'\"<>/€41";

    public static TheoryData<string> Forms() =>
    [
        Geheim,
        Geheim.ToUpperInvariant(),
        Uri.EscapeDataString(Geheim),
        Uri.EscapeDataString(Geheim).ToLowerInvariant(),
        Uri.EscapeDataString(Uri.EscapeDataString(Geheim)),
        WebUtility.UrlEncode(Geheim),
        WebUtility.HtmlEncode(Geheim),
        SecurityElement.Escape(Geheim),
        JsonEncodedText.Encode(Geheim).ToString(),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Geheim)),
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Geheim)),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_secret_is_taken_out_in_each_form(string vorm) =>
        Geheimfilter.Remove($"Fout bij {vorm} en {vorm}.", "een ander", Geheim).Should().Be("Fout bij *** en ***.");

    [Fact]
    public void A_long_text_is_cut_after_its_secrets_were_taken_out()
    {
        for (var before = 250; before < 310; before++)
        {
            Geheimfilter.Remove(new string('.', before) + Geheim, Geheim).Should().NotContain("w");
        }
    }

    [Fact]
    public void What_holds_no_secret_stays_as_it_is() =>
        Geheimfilter.Remove("De lijst bestaat niet.", "", Geheim).Should().Be("De lijst bestaat niet.");
}
