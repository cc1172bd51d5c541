using System.Net;
using System.Net.Sockets;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Shared;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// Sends one request to a source and reads its answer. The client is made here and not by a factory, so that nothing
/// can write addresses down: no logging handlers, no activities (an activity carries the address), no redirects that
/// would carry credentials on, no cookies, and no proxy, since sources admit us by our own IP address. Nor is any address
/// called that is not public, whatever the name stands for.
/// </summary>
internal sealed class Bronkanaal : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);
    private readonly Bronteksten _teksten;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public Bronkanaal(Bronteksten teksten, TimeSpan connectTimeout, bool allowLoopback, TimeProvider time)
    {
        (_teksten, _time) = (teksten, time);
        var handler = new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = (context, ct) => PublicConnection.OpenAsync(context, allowLoopback, ct),
            ConnectTimeout = connectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            UseCookies = false,
            UseProxy = false,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>
    /// Sends a request. An answer with success goes to <paramref name="read"/>; of one with HTTP 400 or 500, or any other
    /// error that is told in XML, <paramref name="readFault"/> may find out what the source itself says of it. Both read
    /// synchronously, on the thread pool. <see cref="OperationCanceledException"/> is thrown only when <paramref name="ct"/> is cancelled.
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
            if (refusal is not null && !MayHoldFault(response))
            {
                return Postpone(refusal, response);
            }

            await using var body = await response.Content.ReadAsStreamAsync(ct);
            await using var stream = await Compression.OpenAsync(body, ct);
            if (refusal is null)
            {
                return await Task.Run(() => read(stream, ct), ct);
            }

            var fault = await Task.Run(() => readFault(stream, ct), ct);
            return fault is not { } told ? Postpone(refusal, response)
                : told.Error is Bronfout fout ? Postpone(fout, response)
                : told;
        }
        catch (InvalidDataException)
        {
            return Bronfouten.CompressieOngeldig(_teksten.Bron);
        }
        catch (Exception e) when (
            e is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return Translate(e);
        }
    }

    public void Dispose() => _client.Dispose();

    private static bool MayHoldFault(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadRequest
        || (!response.IsSuccessStatusCode && IsXml(MediaTypeOf(response)));

    private static string MediaTypeOf(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType ?? "";

    private static bool IsXml(string mediaType) => mediaType.Contains("xml", StringComparison.OrdinalIgnoreCase);

    private Bronfout? Refuse(HttpResponseMessage response)
    {
        var status = response.StatusCode;
        if ((int)status is >= 300 and < 400)
        {
            return Bronfouten.Doorverwijzing(_teksten.Bron, status);
        }

        if (!response.IsSuccessStatusCode)
        {
            return status switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => _teksten.ToegangGeweigerd(status),
                HttpStatusCode.NotFound or HttpStatusCode.Gone => _teksten.GeenDienst(status),
                _ => Bronfouten.HttpStatus(_teksten.Bron, status),
            };
        }

        var mediaType = MediaTypeOf(response);
        return mediaType.Contains("html", StringComparison.OrdinalIgnoreCase) && !IsXml(mediaType)
            ? Bronfouten.GeenXml(_teksten.Bron, "text/html")
            : null;
    }

    // RFC 9110, 10.2.3: seconds or a moment. A source that is not to be asked again for good reasons says no moment.
    private Bronfout Postpone(Bronfout fout, HttpResponseMessage response)
    {
        var now = _time.GetUtcNow();
        var until = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => now + delta,
            { Date: { } date } => date,
            _ => now,
        };
        return fout.Tijdelijk && until > now ? Bronfouten.NietVoor(fout, until, now) : fout;
    }

    // The exceptions themselves go no further: their texts may hold what the request held.
    private Bronfout Translate(Exception exception) => exception switch
    {
        HttpRequestException { InnerException: AddressNotPublicException } => Bronfouten.AdresNietOpenbaar(_teksten.Bron),
        // The token is not cancelled, so this is SocketsHttpHandler's own limit: that of the connection.
        OperationCanceledException => _teksten.NietBereikbaar,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => _teksten.AdresOnbekend,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            Bronfouten.OnveiligeVerbinding(_teksten.Bron),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => _teksten.NietBereikbaar,
        _ => Bronfouten.VerbindingVerbroken(_teksten.Bron),
    };
}

/// <summary>What to say when a source cannot be reached or does not let Kurve in: who must act differs per source.</summary>
/// <param name="Bron">Its name.</param>
/// <param name="NietBereikbaar">No connection.</param>
/// <param name="AdresOnbekend">The host name does not resolve.</param>
/// <param name="ToegangGeweigerd">HTTP 401 or 403.</param>
/// <param name="GeenDienst">HTTP 404 or 410: the host answers, but has no such service.</param>
internal sealed record Bronteksten(
    string Bron,
    Bronfout NietBereikbaar,
    Bronfout AdresOnbekend,
    Func<HttpStatusCode, Bronfout> ToegangGeweigerd,
    Func<HttpStatusCode, Bronfout> GeenDienst);
