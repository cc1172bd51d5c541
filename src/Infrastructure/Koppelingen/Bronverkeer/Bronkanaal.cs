using System.Net;
using System.Net.Sockets;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// Sends one request to a source and reads its answer. The client is made here and not by a factory, so that nothing
/// can write addresses down: no logging handlers, no activities (an activity carries the address), no redirects that
/// would carry credentials on, no cookies, and no proxy, since sources admit us by our own IP address.
/// </summary>
internal sealed class Bronkanaal : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);
    private readonly string _bron;
    private readonly Bronfout _nietBereikbaar;
    private readonly HttpClient _client;

    public Bronkanaal(string bron, TimeSpan connectTimeout, Bronfout nietBereikbaar)
    {
        (_bron, _nietBereikbaar) = (bron, nietBereikbaar);
        var handler = new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            ConnectTimeout = connectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            UseCookies = false,
            UseProxy = false,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>
    /// Sends a request. An answer with success goes to <paramref name="read"/>; of one with HTTP 400 or 500,
    /// <paramref name="readFault"/> may find out what the source itself says of it. Both read synchronously, on the
    /// thread pool. <see cref="OperationCanceledException"/> is thrown only when <paramref name="ct"/> is cancelled.
    /// </summary>
    public async Task<Result<T>> SendAsync<T>(
        HttpRequestMessage request,
        Func<Stream, CancellationToken, Result<T>> read,
        Func<Stream, CancellationToken, Result<T>?> readFault,
        CancellationToken ct)
    {
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            var refusal = Refuse(response);
            if (refusal is not null && !MayHoldFault(response.StatusCode))
            {
                return refusal;
            }

            await using var stream = await response.Content.ReadAsStreamAsync(ct);
            return refusal is null
                ? await Task.Run(() => read(stream, ct), ct)
                : await Task.Run(() => readFault(stream, ct), ct) ?? refusal;
        }
        catch (Exception e) when (
            e is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return Translate(e);
        }
    }

    public void Dispose() => _client.Dispose();

    private static bool MayHoldFault(HttpStatusCode status) =>
        status is HttpStatusCode.InternalServerError or HttpStatusCode.BadRequest;

    private Bronfout? Refuse(HttpResponseMessage response)
    {
        var status = response.StatusCode;
        if ((int)status is >= 300 and < 400)
        {
            return Bronfouten.Doorverwijzing(_bron, status);
        }

        if (!response.IsSuccessStatusCode)
        {
            return Bronfouten.HttpStatus(_bron, status);
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType ?? "";
        return mediaType.Contains("html", StringComparison.OrdinalIgnoreCase)
            && !mediaType.Contains("xml", StringComparison.OrdinalIgnoreCase)
            ? Bronfouten.GeenXml(_bron, "text/html")
            : null;
    }

    // The exceptions themselves go no further: their texts may hold what the request held.
    private Bronfout Translate(Exception exception) => exception switch
    {
        // The token is not cancelled, so this is SocketsHttpHandler's own limit: that of the connection.
        OperationCanceledException => _nietBereikbaar,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            Bronfouten.AdresOnbekend(_bron),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            Bronfouten.OnveiligeVerbinding(_bron),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => _nietBereikbaar,
        _ => Bronfouten.VerbindingVerbroken(_bron),
    };
}
