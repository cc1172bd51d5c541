using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;
using Kurve.Numo.Infrastructure.Shared;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// Section <c>Numo:Uwlr</c>: Kurve's own place at Magister's UWLR service, used for all its Magister schools.
/// </summary>
internal sealed class UwlrOptions
{
    public const string Section = "Numo:Uwlr";

    /// <summary>The service; one source only, a consumer in production, names this address.</summary>
    public Uri Endpoint { get; set; } = new("https://services.magister.net/uwlr-l/leerlinggegevens-smalle-set.svc");

    /// <summary>
    /// The hosts that a school may name as its own UWLR service: a name, or all names under one that begins with a dot,
    /// such as <c>.magister.net</c>. Empty allows every public host.
    /// </summary>
    public string[] ToegestaneHosts { get; set; } = [];

    public string Klantcode { get; set; } = "";

    public string Klantnaam { get; set; } = "";

    public string Autorisatiesleutel { get; set; } = "";

    /// <summary><c>2.2</c> or <c>2.3</c>.</summary>
    public string XsdVersie { get; set; } = "2.3";

    public string GegevenssetId { get; set; } = "Smalle-set-VO";

    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest that one try may take: a whole school comes in one answer.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(2);

    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(6);

    public TimeSpan Backoff { get; set; } = TimeSpan.FromSeconds(5);

    public long MaxAntwoordBytes { get; set; } = BronXml.DefaultMaxBytes;

    /// <summary>Set from <c>Numo:AllowLoopback</c>, whatever this section says.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>Why an address of a service is refused, to follow the words "the address"; null when it is allowed.</summary>
    public string? Refuse(Uri endpoint) => OutgoingAddress.Refuse(endpoint, AllowLoopback)
        ?? (endpoint == Endpoint || OutgoingAddress.IsListed(endpoint, ToegestaneHosts)
            ? null
            : $"names none of the hosts in {Section}:ToegestaneHosts");

    public Geduld Geduld => new(AttemptTimeout, TotalTimeout, Backoff);
}
