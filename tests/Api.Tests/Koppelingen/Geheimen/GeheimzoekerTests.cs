using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;

namespace Kurve.Numo.Api.Tests.Koppelingen.Geheimen;

public sealed class GeheimzoekerTests
{
    private const string Geheim = "wachtwoord +&é%;'\"<>/€41";
    private const string Plaats = "here";

    private readonly Geheimzoeker _zoeker = new();

    public GeheimzoekerTests() => _zoeker.Add("password", Geheim);

    public static TheoryData<string, string> Texts => new()
    {
        { "as is", Geheim },
        { "as is", Geheim.Replace("wacht", "WACHT", StringComparison.Ordinal) },
        { "URL", Uri.EscapeDataString(Geheim) },
        { "URL", Uri.EscapeDataString(Geheim).ToLowerInvariant() },
        { "URL twice", Uri.EscapeDataString(Uri.EscapeDataString(Geheim)) },
        { "URL with plus for space", WebUtility.UrlEncode(Geheim) },
        { "JSON", JsonSerializer.Serialize(new { Wachtwoord = Geheim }) },
        { "XML", SecurityElement.Escape(Geheim) },
        { "XML text", new System.Xml.Linq.XElement("password", Geheim).ToString() },
        { "HTML", WebUtility.HtmlEncode(Geheim) },
        { "base64, 0 bytes on", Base64("") },
        { "base64, 1 bytes on", Base64("a") },
        { "base64, 2 bytes on", Base64("ab") },
        { "base64, 0 bytes on", Base64("abc") },
        { "hex", Convert.ToHexString(Encoding.UTF8.GetBytes(Geheim)) },
        { "hex", Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Geheim)) },
        { "first half", Geheim[..^2] },
        { "second half", Geheim[2..] },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_secret_is_found_in_each_form_between_other_text(string vorm, string text) =>
        _zoeker.Search(Plaats, $"before {text} after").Should().Contain(new Vondst(Plaats, "password", vorm));

    [Fact]
    public void A_secret_is_found_in_bytes_that_are_no_text() =>
        _zoeker.Search(Plaats, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Geheim), 0x80]).Should().Contain(
            new Vondst(Plaats, "password", Geheimvormen.Utf16));

    [Fact]
    public void Several_secrets_in_one_text_are_all_found()
    {
        _zoeker.Add("key", "een-sleutel-van-kurve");

        _zoeker.Search(Plaats, $"{Geheim}een-sleutel-van-kurve").Select(v => v.Geheim).Distinct().Should()
            .BeEquivalentTo("password", "key");
    }

    [Theory]
    [InlineData("")]
    [InlineData("wachtwoord 41")]
    [InlineData("the password of the school")]
    public void Nothing_is_found_where_nothing_is(string text) => _zoeker.Search(Plaats, text).Should().BeEmpty();

    private static string Base64(string before) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(before + Geheim + "after"));
}
