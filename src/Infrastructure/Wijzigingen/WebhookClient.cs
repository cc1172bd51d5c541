using System.Net;
using Kurve.Numo.Infrastructure.Shared;
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

    private readonly HttpClient _client;

    public WebhookClient(IOptions<BerichtenOptions> options)
    {
        var allowLoopback = options.Value.AllowLoopback;
        var handler = new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            ConnectCallback = (context, ct) => PublicConnection.OpenAsync(context, allowLoopback, ct),
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
}
