using System.Net;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.LoadBalancing;

namespace Kurve.Numo.Gateway;

/// <summary>gRPC goes to the replicas' gRPC addresses, all else to their JSON addresses.</summary>
internal static class Routing
{
    private const string Grpc = "grpc";
    private const string Json = "json";
    private const string All = "{**path}";

    /// <summary>A watched run may have nothing to tell for long.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(1);

    private static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(2);

    public static IReadOnlyList<RouteConfig> Routes { get; } =
    [
        new()
        {
            RouteId = Grpc,
            ClusterId = Grpc,
            Order = 0,
            Match = new()
            {
                Path = All,
                Headers =
                [
                    new()
                    {
                        Name = "content-type",
                        Values = ["application/grpc"],
                        Mode = HeaderMatchMode.HeaderPrefix,
                    },
                ],
            },
        },
        new() { RouteId = Json, ClusterId = Json, Order = 1, Match = new() { Path = All } },
    ];

    public static IReadOnlyList<ClusterConfig> Clusters(IReadOnlyList<Replica> replicas, int maxConnections) =>
    [
        Cluster(Grpc, HttpVersion.Version20, replicas.Select(r => r.Grpc), maxConnections),
        Cluster(Json, HttpVersion.Version11, replicas.Select(r => r.Json), maxConnections),
    ];

    private static ClusterConfig Cluster(string id, Version version, IEnumerable<Uri> addresses, int most) => new()
    {
        ClusterId = id,
        LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
        Destinations = addresses
            .Select((address, index) => (Name: $"{index}: {address}", Config: new DestinationConfig
            {
                Address = address.ToString(),
            }))
            .ToDictionary(d => d.Name, d => d.Config, StringComparer.Ordinal),
        HttpClient = new HttpClientConfig { MaxConnectionsPerServer = most },
        HttpRequest = new ForwarderRequestConfig
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            ActivityTimeout = LongestSilence,
        },
        HealthCheck = new HealthCheckConfig
        {
            Active = new()
            {
                Enabled = true,
                Interval = ProbeInterval,
                Timeout = ProbeTimeout,
                Path = "/healthz/ready",
                Policy = "ConsecutiveFailures",
            },
        },
    };
}
