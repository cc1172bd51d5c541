using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;
using Kurve.Numo.Infrastructure.Shared;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>Goes the way to Magister's web service of a school without asking it anything.</summary>
internal sealed class Bereikbaarheid(IOptions<MagisterOptions> options) : IBereikbaarheid
{
    private static readonly TimeSpan BeforeSecondTry = TimeSpan.FromSeconds(1);

    private readonly MagisterOptions _options = options.Value;

    public async Task<Result<string>> ResolveAsync(Schooldomein domein, CancellationToken ct)
    {
        using var timeout = TimeoutFrom(ct);
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(Endpoint(domein).Host, timeout.Token);
            return addresses.Length > 0
                ? $"{Endpoint(domein).Host} bestaat."
                : Bronfouten.AdresOnbekend(MagisterFouten.Bron);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
        {
            return Bronfouten.AdresOnbekend(MagisterFouten.Bron);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return Bronfouten.NetwerkStoort(MagisterFouten.Bron);
        }
    }

    public async Task<Result<string>> ConnectAsync(Schooldomein domein, CancellationToken ct)
    {
        var first = await TryConnectAsync(domein, ct);
        if (first.IsOk)
        {
            return first;
        }

        // A gate is not to lapse by one packet that was lost.
        await Task.Delay(BeforeSecondTry, ct);
        return await TryConnectAsync(domein, ct);
    }

    public async Task<Result<string>> SecureAsync(Schooldomein domein, CancellationToken ct) =>
        string.Equals(Endpoint(domein).Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
            ? await TryAsync(domein, HandshakeAsync, ct)
            : "Zonder TLS: dat kan alleen op deze machine zelf.";

    private Task<Result<string>> TryConnectAsync(Schooldomein domein, CancellationToken ct) =>
        TryAsync(domein, (_, endpoint, _) => Task.FromResult($"Poort {endpoint.Port} is open voor Kurve."), ct);

    private async Task<Result<string>> TryAsync(
        Schooldomein domein, Func<Socket, Uri, CancellationToken, Task<string>> then, CancellationToken ct)
    {
        var endpoint = Endpoint(domein);
        using var timeout = TimeoutFrom(ct);
        var connected = false;
        try
        {
            using var socket = await PublicConnection.ConnectAsync(
                endpoint.Host, endpoint.Port, _options.AllowLoopback, timeout.Token);
            connected = true;
            return await then(socket, endpoint, timeout.Token);
        }
        catch (AddressNotPublicException)
        {
            return Bronfouten.AdresNietOpenbaar(MagisterFouten.Bron);
        }
        catch (AuthenticationException)
        {
            return Bronfouten.OnveiligeVerbinding(MagisterFouten.Bron);
        }
        catch (SocketException e) when (IsOurs(e.SocketErrorCode))
        {
            return Bronfouten.NetwerkStoort(MagisterFouten.Bron);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();

            // Once connected, Kurve was let through: what broke then is no matter of allowlisting.
            return connected
                ? Bronfouten.VerbindingVerbroken(MagisterFouten.Bron)
                : MagisterFouten.NietBereikbaar;
        }
    }

    // What this machine says when it cannot send at all; it says nothing of the other side.
    private static bool IsOurs(SocketError error) => error is SocketError.NetworkDown
        or SocketError.NetworkUnreachable
        or SocketError.AddressNotAvailable
        or SocketError.NoBufferSpaceAvailable
        or SocketError.TooManyOpenSockets;

    private CancellationTokenSource TimeoutFrom(CancellationToken ct)
    {
        var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(_options.ConnectTimeout);
        return timeout;
    }

    private static async Task<string> HandshakeAsync(Socket socket, Uri endpoint, CancellationToken ct)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        await using var secure = new SslStream(stream);
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = endpoint.Host }, ct);
        var until = ((X509Certificate2)secure.RemoteCertificate!).NotAfter;
        return string.Create(
            CultureInfo.InvariantCulture, $"{secure.SslProtocol}, certificaat geldig tot {until:yyyy-MM-dd}.");
    }

    private Uri Endpoint(Schooldomein domein) =>
        _options.BaseUrlOverride ?? new Uri($"https://{domein.Host}:{_options.Port}");
}
