using System.Net;

namespace Kurve.Numo.Infrastructure.Shared;

/// <summary>Which addresses the service may call: those of sources, and of who wants to be told.</summary>
internal static class OutgoingAddress
{
    // Names that mean something inside a network only: RFC 6761, 6762, 8375, and what ICANN keeps free.
    private static readonly string[] Private =
        ["localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "arpa"];

    /// <summary>
    /// Why an address is refused, to follow the words "the address"; null when it is allowed. Allowed are https to a
    /// host by name, and with <paramref name="allowLoopback"/> this machine itself.
    /// </summary>
    public static string? Refuse(Uri? address, bool allowLoopback)
    {
        if (address is null || !address.IsAbsoluteUri)
        {
            return "is not absolute";
        }

        if (address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            return "has a user or a fragment";
        }

        if (address.IsLoopback)
        {
            var web = string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
                || string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal);
            return !web ? "is not http or https"
                : allowLoopback ? null
                : "is this machine itself, which is allowed only with Numo:AllowLoopback=true";
        }

        // As the name server is asked: full-width letters and dots are plain ones by then.
        var host = address.IdnHost.TrimEnd('.');
        return address.HostNameType != UriHostNameType.Dns || IPAddress.TryParse(host, out _)
                ? "is a number where a name is expected"
            : !IsPublicName(host) ? "names no public host"
            : !string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) ? "is not https"
            : null;
    }

    /// <summary>Whether a host is one of those that are allowed, or lies under one that begins with a dot.</summary>
    /// <param name="address">An address that is not refused.</param>
    /// <param name="allowed">Names such as <c>services.magister.net</c> and <c>.magister.net</c>; none allows all.</param>
    public static bool IsListed(Uri address, IReadOnlyCollection<string> allowed)
    {
        var host = address.IdnHost.TrimEnd('.');
        return allowed.Count == 0 || address.IsLoopback || allowed.Any(name => name.StartsWith('.')
            ? host.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            : string.Equals(host, name, StringComparison.OrdinalIgnoreCase));
    }

    // A last label that is a number is read as an IPv4 address by some (WHATWG URL, 3.5), in hexadecimal as well.
    private static bool IsPublicName(string host)
    {
        var labels = host.Split('.');
        return labels.Length > 1
            && labels.All(label => label.Length > 0 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            && char.IsAsciiLetter(labels[^1][0])
            && !Private.Contains(labels[^1], StringComparer.OrdinalIgnoreCase);
    }
}
