namespace Kurve.Numo.Infrastructure.Shared;

/// <summary>Which addresses the service may call: those of sources, and of who wants to be told.</summary>
internal static class OutgoingAddress
{
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

        if (address.HostNameType != UriHostNameType.Dns)
        {
            return "is a number where a name is expected";
        }

        return string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) ? null : "is not https";
    }
}
