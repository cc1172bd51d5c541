using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>
/// Calls addresses that schools gave: only public ones, whatever their names stand for at the moment of the call. It
/// follows no redirects, keeps no cookies, asks no proxy, and reads no body.
/// </summary>
internal sealed class WebhookClient : IDisposable
{
    private const int KilobytesOfHeaders = 16;

    /// <summary>Short: a name may stand for another address soon.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromSeconds(30);

    private readonly bool _allowLoopback;
    private readonly HttpClient _client;

    public WebhookClient(IOptions<BerichtenOptions> options)
    {
        _allowLoopback = options.Value.AllowLoopback;
        var handler = new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = options.Value.ConnectTimeout,
            MaxResponseHeadersLength = KilobytesOfHeaders,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = ConnectionLifetime,
            UseCookies = false,
            UseProxy = false,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends a request; the status of the answer, of which nothing more is read.</summary>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public async Task<HttpStatusCode> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        return response.StatusCode;
    }

    public void Dispose() => _client.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        if (!Array.TrueForAll(addresses, a => PublicAddress.Is(a) || (_allowLoopback && IPAddress.IsLoopback(a))))
        {
            throw new AddressNotPublicException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The name of a webhook stands for an address that is not called.</summary>
internal sealed class AddressNotPublicException() : Exception("The name stands for an address that is not public.");
