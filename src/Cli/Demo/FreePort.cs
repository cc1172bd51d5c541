using System.Net;
using System.Net.Sockets;

namespace Kurve.Numo.Cli.Demo;

/// <summary>Ports on loopback that nobody uses.</summary>
internal static class FreePort
{
    /// <summary>Two different ones, free at this moment; somebody else may still be quicker to use them.</summary>
    public static (int First, int Second) FindTwo()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
