using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>What a webhook is sent; <c>docs/webhooks.md</c> describes each member.</summary>
internal sealed record WebhookBericht(
    Guid Id, string Soort, DateTimeOffset Verzonden, WebhookSchool School, IReadOnlyList<WebhookAanleiding> Aanleidingen);

/// <summary>The school that it is about.</summary>
internal sealed record WebhookSchool(Guid Id, string Naam, string Brin);

/// <summary>One thing that it tells.</summary>
internal sealed record WebhookAanleiding(
    string Soort,
    string Onderwerp,
    DateTimeOffset Sinds,
    string Actiehouder,
    IReadOnlyList<Berichtreden> Redenen,
    IReadOnlyDictionary<string, int> Aantallen,
    string Raad,
    string Commando);

/// <summary>Writes what a webhook is sent.</summary>
[JsonSerializable(typeof(WebhookBericht))]
internal sealed partial class WebhookJson : JsonSerializerContext
{
    // For people who look at it: it is no part of a web page.
    private static readonly WebhookJson Readable = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });

    /// <summary>As UTF-8.</summary>
    public static byte[] ToBytes(Digest digest) => JsonSerializer.SerializeToUtf8Bytes(
        new WebhookBericht(
            digest.Id,
            digest.IsTest ? Berichtcodes.Test : Berichtcodes.Digest,
            digest.Moment.ToUniversalTime(),
            new WebhookSchool(digest.SchoolId.Value, digest.Schoolnaam, digest.Brin.Value),
            [.. digest.Aanleidingen.Select(a => ToJson(digest, a))]),
        Readable.WebhookBericht);

    private static WebhookAanleiding ToJson(Digest digest, Aanleiding aanleiding) => new(
        Berichtcodes.Of(aanleiding.Soort),
        aanleiding.Onderwerp,
        aanleiding.Moment.ToUniversalTime(),
        aanleiding.Actiehouder,
        aanleiding.Redenen,
        aanleiding.Tellingen.ToDictionary(t => t.Naam, t => t.Aantal, StringComparer.Ordinal),
        Digest.RaadOver(aanleiding),
        digest.CommandoVoor(aanleiding));
}
