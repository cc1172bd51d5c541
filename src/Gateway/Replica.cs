namespace Kurve.Numo.Gateway;

/// <summary>One replica of the API.</summary>
/// <param name="Grpc">Its address for gRPC, HTTP/2 without TLS.</param>
/// <param name="Json">Its address for JSON, HTTP/1.1.</param>
internal sealed record Replica(Uri Grpc, Uri Json)
{
    /// <summary>The section of all settings of the gateway.</summary>
    public const string Root = "Gateway";

    /// <summary>The section of the replicas.</summary>
    public const string Section = $"{Root}:Replicas";

    /// <summary>Reads <c>Gateway:Replicas:0:Grpc</c>, <c>Gateway:Replicas:0:Json</c> and so on.</summary>
    /// <exception cref="ReplicasException">There is none, one is no address, or a key is misspelt.</exception>
    public static IReadOnlyList<Replica> Read(IConfiguration configuration)
    {
        CheckNames(configuration.GetSection(Root), "Replicas", GatewayLimits.MaxConnections);
        foreach (var replica in configuration.GetSection(Section).GetChildren())
        {
            CheckNames(replica, nameof(Grpc), nameof(Json));
        }

        var replicas = configuration.GetSection(Section).GetChildren()
            .Select(replica => new Replica(ReadAddress(replica, nameof(Grpc)), ReadAddress(replica, nameof(Json))))
            .ToArray();
        return replicas.Length > 0
            ? replicas
            : throw new ReplicasException(
                $"{Section} names no replica; set {Section}:0:Grpc and {Section}:0:Json to the addresses of an API.");
    }

    private static void CheckNames(IConfigurationSection section, params string[] known)
    {
        var unknown = section.GetChildren()
            .FirstOrDefault(setting => !known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw new ReplicasException(
                $"{unknown.Path}: there is no such setting; {section.Path} has {string.Join(", ", known)}.");
        }
    }

    private static Uri ReadAddress(IConfigurationSection replica, string name) =>
        Uri.TryCreate(replica[name], UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new ReplicasException(
                $"{replica.Path}:{name} is '{replica[name]}', which is no address; write it as http://host:port.");
}

/// <summary>The replicas are not configured well; the message names the key, its value and the remedy.</summary>
internal sealed class ReplicasException(string message) : Exception(message);
