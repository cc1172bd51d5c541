using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Kurve.Numo.Gateway;

/// <summary>Finds a replica that is the gateway itself, by whatever name it is called.</summary>
internal static class OwnAddress
{
    private static readonly string[] AnyHosts = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>Refuses replicas at which this gateway itself listens: a call would go round and round.</summary>
    /// <param name="listening">Where it listens, as Kestrel says it.</param>
    /// <param name="replicas">Where calls go.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="ReplicasException">A replica is the gateway itself.</exception>
    public static async Task RefuseAsync(
        IEnumerable<string> listening, IReadOnlyList<Replica> replicas, CancellationToken ct)
    {
        var own = new List<(IReadOnlyList<IPAddress> Addresses, int Port)>();
        foreach (var address in listening)
        {
            var binding = BindingAddress.Parse(address);
            own.Add((await ListensAtAsync(binding.Host, ct), binding.Port));
        }

        for (var i = 0; i < replicas.Count; i++)
        {
            await RefuseAsync(own, $"{Replica.Section}:{i}:{nameof(Replica.Grpc)}", replicas[i].Grpc, ct);
            await RefuseAsync(own, $"{Replica.Section}:{i}:{nameof(Replica.Json)}", replicas[i].Json, ct);
        }
    }

    private static async Task RefuseAsync(
        List<(IReadOnlyList<IPAddress> Addresses, int Port)> own, string setting, Uri replica, CancellationToken ct)
    {
        var meant = await ResolveAsync(replica.IdnHost, ct);
        if (own.Any(listener => listener.Port == replica.Port && listener.Addresses.Intersect(meant).Any()))
        {
            throw new ReplicasException(
                $"{setting} is '{replica}', which is this gateway itself; name the address of an API.");
        }
    }

    private static async Task<IReadOnlyList<IPAddress>> ListensAtAsync(string host, CancellationToken ct) =>
        AnyHosts.Contains(host, StringComparer.Ordinal) ? LocalAddresses() : await ResolveAsync(host, ct);

    /// <summary>What a name means. What cannot be resolved now is not this machine; hops are counted all the same.</summary>
    private static async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken ct)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return [.. Reached(literal)];
        }

        try
        {
            var found = await Dns.GetHostAddressesAsync(host, ct);
            return [.. found.SelectMany(Reached).Distinct()];
        }
        catch (SocketException)
        {
            return [];
        }
    }

    // To connect to "any address" is to connect to this machine.
    private static IEnumerable<IPAddress> Reached(IPAddress address) =>
        address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
        : [address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address];

    private static IPAddress[] LocalAddresses() =>
    [
        IPAddress.Loopback,
        IPAddress.IPv6Loopback,
        .. NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address),
    ];
}
