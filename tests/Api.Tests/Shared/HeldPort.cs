using System.Net;
using System.Net.Sockets;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>
/// A port of this machine that nobody else gets while the test holds it: a socket is bound to it that does not listen. Who is
/// told of it can listen there all the same, since .NET lets addresses be reused; without a listener, connections are refused.
/// </summary>
internal sealed class HeldPort : IDisposable
{
    // Where a test forgets to give one back, the port stays held: it is then nobody's, and not another test's.
    private static readonly List<Socket> Held = [];

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public HeldPort()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_socket.LocalEndPoint!).Port}");
        lock (Held)
        {
            Held.Add(_socket);
        }
    }

    /// <summary>The address, where nobody listens unless the test lets somebody.</summary>
    public Uri Address { get; }

    public void Dispose()
    {
        lock (Held)
        {
            Held.Remove(_socket);
        }

        _socket.Dispose();
    }
}
