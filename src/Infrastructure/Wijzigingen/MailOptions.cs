using Kurve.Numo.Domain.Bronnen;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>How a connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS is begun on a plain connection, or nothing is sent.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>None: only to this machine itself, with <c>Numo:AllowLoopback</c>.</summary>
    None,
}

/// <summary>Section <c>Numo:Mail</c>: the server that mail goes out by. Without a host no mail is sent.</summary>
public sealed class MailOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Numo:Mail";

    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "::1"];

    /// <summary>The server; null for none.</summary>
    public string? Host { get; set; }

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Who logs in there; null when nobody does.</summary>
    public string? Username { get; set; }

    /// <summary>The password.</summary>
    public string? Password { get; set; }

    /// <summary>The address that mail comes from.</summary>
    public string? From { get; set; }

    /// <summary>How the connection is protected.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Set from <c>Numo:AllowLoopback</c>, whatever this section says.</summary>
    public bool AllowLoopback { get; set; }

    internal IEnumerable<string> Check()
    {
        if (Host is null)
        {
            yield break;
        }

        if (EmailText.Parse(From).Address is not { } address || !string.Equals(address, From, StringComparison.Ordinal))
        {
            yield return $"{Section}:{nameof(From)} must be one e-mail address, such as numo@kurve.example.";
        }

        if (Port is < 1 or > 65_535)
        {
            yield return $"{Section}:{nameof(Port)} is {Port}; it must be from 1 to 65535.";
        }

        if (Security == MailSecurity.None && !(AllowLoopback && Loopback.Contains(Host, StringComparer.OrdinalIgnoreCase)))
        {
            yield return $"{Section}:{nameof(Security)}: None is only for this machine itself, with Numo:AllowLoopback=true; "
                + "use StartTls or Tls.";
        }

        if (Username is null != Password is null)
        {
            yield return $"{Section}: {nameof(Username)} and {nameof(Password)} go together.";
        }
    }
}
