using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>How calls travel to Magister's web service.</summary>
internal enum MagisterTransport
{
    /// <summary>GET with arguments in the address, XML back: what every known client does.</summary>
    Url,

    /// <summary>SOAP 1.1 rpc/encoded. Experimental: how a table is encoded in it is not documented.</summary>
    Soap,
}

/// <summary>Section <c>Numo:Magister</c>: Magister's own web service, at an address per school.</summary>
internal sealed class MagisterOptions
{
    public const string Section = "Numo:Magister";

    /// <summary>Replaces the address of every school; loopback only, with <c>Numo:AllowLoopback</c>.</summary>
    public Uri? BaseUrlOverride { get; set; }

    /// <summary>8800 in production, 8801 for Magister's test environment.</summary>
    public int Port { get; set; } = Schooldomein.StandaardPoort;

    public MagisterTransport Transport { get; set; } = MagisterTransport.Url;

    /// <summary>The name of the list in Decibel.</summary>
    public string Layout { get; set; } = "KurveLeerlingData";

    /// <summary>
    /// More names of columns: as Magister gives them, with the column that they are (<c>stamnr</c>, …).
    /// </summary>
    public Dictionary<string, string> KolomAliassen { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The addresses from which Kurve calls, or ranges in CIDR notation: what schools have to ask Magister to let
    /// through. They only stand in the instructions and advice.
    /// </summary>
    public string[] UitgaandeIpAdressen { get; set; } = [];

    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(3);

    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(8);

    public TimeSpan Backoff { get; set; } = TimeSpan.FromSeconds(30);

    public long MaxAntwoordBytes { get; set; } = BronXml.DefaultMaxBytes;

    /// <summary>Set from <c>Numo:AllowLoopback</c>, whatever this section says.</summary>
    public bool AllowLoopback { get; set; }

    public Geduld Geduld => new(AttemptTimeout, TotalTimeout, Backoff);
}
