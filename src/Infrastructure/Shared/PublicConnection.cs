using System.Net;
using System.Net.Sockets;

namespace Kurve.Numo.Infrastructure.Shared;

/// <summary>
/// Connects to addresses that others gave: only public ones, whatever their names stand for at the moment of the call.
/// </summary>
internal static class PublicConnection
{
    /// <summary>Opens a connection for an HTTP client: its <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <param name="context">Where to.</param>
    /// <param name="allowLoopback">Whether this machine itself may be meant.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="AddressNotPublicException">The name stands for an address that is not called.</exception>
    public static async ValueTask<Stream> OpenAsync(
        SocketsHttpConnectionContext context, bool allowLoopback, CancellationToken ct) =>
        new NetworkStream(
            await ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, allowLoopback, ct), ownsSocket: true);

    /// <summary>Opens a connection; the caller disposes the socket.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="port">Its port.</param>
    /// <param name="allowLoopback">Whether this machine itself may be meant.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="AddressNotPublicException">The name stands for an address that is not called.</exception>
    public static async Task<Socket> ConnectAsync(string host, int port, bool allowLoopback, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(host, ct);
        if (!Array.TrueForAll(addresses, a => PublicAddress.Is(a) || (allowLoopback && IPAddress.IsLoopback(a))))
        {
            throw new AddressNotPublicException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name stands for an address that is not called.</summary>
internal sealed class AddressNotPublicException() : Exception("The name stands for an address that is not public.");
