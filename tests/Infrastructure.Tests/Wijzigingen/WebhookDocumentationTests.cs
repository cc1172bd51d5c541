using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Wijzigingen;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>What <c>docs/webhooks.md</c> promises to whoever receives webhooks.</summary>
public sealed partial class WebhookDocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "webhooks.md"));
    private static readonly string Secret = Example().Match(Page).Groups["secret"].Value;
    private static readonly string Body = Example().Match(Page).Groups["body"].Value;
    private static readonly string Signature = Example().Match(Page).Groups["signature"].Value;

    private static readonly DateTimeOffset Signed =
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(Signature[2..12], CultureInfo.InvariantCulture));

    [Fact]
    public void The_example_is_what_its_own_rules_make_of_it() =>
        WebhookReceiver.IsFromNumo(Secret, Signature, Body, Signed).Should().BeTrue();

    [Fact]
    public void The_product_signs_the_example_as_the_page_says() =>
        Webhookhandtekening.Of(System.Text.Encoding.UTF8.GetBytes(Body), Signed, [new Webhookgeheim(Secret)])
            .Should().Be(Signature[..Signature.LastIndexOf(",v1=", StringComparison.Ordinal)]);

    [Fact]
    public void Another_secret_or_body_or_time_is_refused()
    {
        WebhookReceiver.IsFromNumo(Secret + "0", Signature, Body, Signed).Should().BeFalse();
        WebhookReceiver.IsFromNumo(Secret, Signature, Body.Replace("112", "113", StringComparison.Ordinal), Signed)
            .Should().BeFalse();
        WebhookReceiver.IsFromNumo(Secret, Signature.Replace("t=1", "t=2", StringComparison.Ordinal), Body, Signed)
            .Should().BeFalse();
    }

    [Fact]
    public void An_old_call_that_somebody_recorded_is_refused() =>
        WebhookReceiver.IsFromNumo(Secret, Signature, Body, Signed.AddMinutes(6)).Should().BeFalse();

    [Fact]
    public void The_body_that_is_sent_has_the_members_of_the_example_in_their_order()
    {
        using var example = JsonDocument.Parse(Body);
        var run = new Aanleiding(
            Berichtsoort.RunWacht,
            "0198c7a2-5555-7c11-9d5b-0123456789ab",
            Signed,
            [new Berichtreden("TE_VEEL_ARCHIVERINGEN", "Er zouden 112 van de 800 leerlingen worden gearchiveerd.", 1)],
            [new Berichttelling("nieuw", 3), new Berichttelling("archiveren", 112)],
            "SCHOOL");
        var digest = new Digest(
            Guid.NewGuid(), new SchoolId(Guid.NewGuid()), "Voorbeeldcollege", Brin.Hydrate("99XY"), Signed, [run]);

        using var sent = JsonDocument.Parse(WebhookJson.ToBytes(digest));

        Shape(sent.RootElement).Should().Be(Shape(example.RootElement));
        sent.RootElement.GetProperty("aanleidingen")[0].GetProperty("raad").GetString()
            .Should().Be(example.RootElement.GetProperty("aanleidingen")[0].GetProperty("raad").GetString());
    }

    private static string Shape(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", element.EnumerateObject().Select(p => p.Name + Shape(p.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(",", element.EnumerateArray().Select(Shape)) + "]",
        _ => "",
    };

    [GeneratedRegex(
        @"```text\n(?<secret>\S+)\n```.*?```json\n(?<body>[^\n]+)\n```.*?Numo-Signature: (?<signature>\S+)\n",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Example();
}
