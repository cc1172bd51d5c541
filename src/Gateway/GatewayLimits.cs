using System.Globalization;

namespace Kurve.Numo.Gateway;

/// <summary>How much the gateway asks of its replicas at once.</summary>
internal static class GatewayLimits
{
    /// <summary>The setting of how many connections each address of a replica gets at most; further calls wait.</summary>
    public const string MaxConnections = "MaxConnectionsPerReplica";

    private const int DefaultConnections = 256;
    private const int MostConnections = 10_000;

    /// <summary>Reads the setting.</summary>
    /// <exception cref="ReplicasException">It is no number, or out of range.</exception>
    public static int ReadMaxConnections(IConfiguration configuration)
    {
        var setting = $"{Replica.Root}:{MaxConnections}";
        if (configuration[setting] is not { Length: > 0 } text)
        {
            return DefaultConnections;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            && most is >= 1 and <= MostConnections
            ? most
            : throw new ReplicasException($"{setting} is '{text}'; expected a number from 1 to {MostConnections}.");
    }
}
