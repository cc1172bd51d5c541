using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>Goes the way to Magister's web service of a school without asking it anything.</summary>
internal sealed class Bereikbaarheid(IOptions<MagisterOptions> options) : IBereikbaarheid
{
    private readonly MagisterOptions _options = options.Value;

    public async Task<Result<string>> ResolveAsync(Schooldomein domein, CancellationToken ct)
    {
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(Endpoint(domein).Host, ct);
            return addresses.Length > 0
                ? $"{Endpoint(domein).Host} bestaat."
                : Bronfouten.AdresOnbekend(MagisterFouten.Bron);
        }
        catch (SocketException)
        {
            return Bronfouten.AdresOnbekend(MagisterFouten.Bron);
        }
    }

    public async Task<Result<string>> ConnectAsync(Schooldomein domein, CancellationToken ct) =>
        await TryAsync(domein, (_, endpoint, _) => Task.FromResult($"Poort {endpoint.Port} is open voor Kurve."), ct);

    public async Task<Result<string>> SecureAsync(Schooldomein domein, CancellationToken ct) =>
        string.Equals(Endpoint(domein).Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
            ? await TryAsync(domein, HandshakeAsync, ct)
            : "Zonder TLS: dat kan alleen op deze machine zelf.";

    private async Task<Result<string>> TryAsync(
        Schooldomein domein, Func<Socket, Uri, CancellationToken, Task<string>> then, CancellationToken ct)
    {
        var endpoint = Endpoint(domein);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(_options.ConnectTimeout);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(endpoint.Host, endpoint.Port, timeout.Token);
            return await then(socket, endpoint, timeout.Token);
        }
        catch (AuthenticationException)
        {
            return Bronfouten.OnveiligeVerbinding(MagisterFouten.Bron);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return MagisterFouten.NietBereikbaar;
        }
    }

    private static async Task<string> HandshakeAsync(Socket socket, Uri endpoint, CancellationToken ct)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        await using var secure = new SslStream(stream);
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = endpoint.Host }, ct);
        var until = DateTime.Parse(
            secure.RemoteCertificate!.GetExpirationDateString(), CultureInfo.CurrentCulture);
        return string.Create(
            CultureInfo.InvariantCulture, $"{secure.SslProtocol}, certificaat geldig tot {until:yyyy-MM-dd}.");
    }

    private Uri Endpoint(Schooldomein domein) =>
        _options.BaseUrlOverride ?? new Uri($"https://{domein.Host}:{_options.Port}");
}
