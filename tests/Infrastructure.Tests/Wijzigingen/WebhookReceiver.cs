using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>
/// Checks a call as somebody would who has read <c>docs/webhooks.md</c> and nothing else: no code of the product is used.
/// </summary>
internal static class WebhookReceiver
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static bool IsFromNumo(string secret, string signature, string body, DateTimeOffset now)
    {
        var parts = signature.Split(',').Select(part => part.Split('=', 2)).ToList();
        var t = parts.First(part => part[0] == "t")[1];
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{t}.{body}"));
        var moment = DateTimeOffset.FromUnixTimeSeconds(long.Parse(t, CultureInfo.InvariantCulture));
        return (now - moment).Duration() <= Window
            && parts.Where(part => part[0] == "v1").Any(
                part => CryptographicOperations.FixedTimeEquals(Convert.FromHexString(part[1]), expected));
    }
}
