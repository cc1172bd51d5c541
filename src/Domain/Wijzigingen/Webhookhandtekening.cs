using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kurve.Numo.Domain.Wijzigingen;

/// <summary>Signs what is sent to a webhook, as <c>docs/webhooks.md</c> tells those who receive it.</summary>
public static class Webhookhandtekening
{
    /// <summary>The value of the header <c>Numo-Signature</c>.</summary>
    /// <param name="body">What is sent, to the byte.</param>
    /// <param name="moment">When.</param>
    /// <param name="geheimen">The secrets that hold now: one, or two while they change.</param>
    public static string Of(ReadOnlySpan<byte> body, DateTimeOffset moment, IReadOnlyList<Webhookgeheim> geheimen)
    {
        var tijd = moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{tijd}."), .. body];
        var values = geheimen.Select(geheim =>
            $",v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(geheim.Reveal()), signed))}");
        return $"t={tijd}{string.Concat(values)}";
    }
}
