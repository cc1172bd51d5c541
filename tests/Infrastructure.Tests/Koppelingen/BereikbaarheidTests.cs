using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Infrastructure.Koppelingen.Magister;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen;

public sealed class BereikbaarheidTests
{
    private static readonly Schooldomein Domein = Schooldomein.Hydrate("voorbeeld");

    [Fact]
    public async Task A_name_that_does_not_exist_is_told_as_the_schools_name()
    {
        var gezien = await For(
            new Uri("https://bestaat-niet.invalid:8800")).ResolveAsync(Domein, CancellationToken.None);

        gezien.Error.Should().BeOfType<Bronfout>().Which.Code.Should().Be("ADRES_ONBEKEND");
        gezien.Error!.Tekst.Should().Contain("naam van de school");
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_told_as_allowlisting()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var gezien = await For(new Uri($"https://127.0.0.1:{port}")).ConnectAsync(Domein, CancellationToken.None);

        gezien.Error!.Message.Should().Contain("not allowlisted?");
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_told_as_such()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var gezien = await For(new Uri($"https://127.0.0.1:{port}")).SecureAsync(Domein, CancellationToken.None);

        gezien.Error.Should().BeOfType<Bronfout>().Which.Code.Should().Be("ONVEILIGE_VERBINDING");
        await serving;
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_in_time()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var gezien = await For(new Uri($"https://127.0.0.1:{port}"), TimeSpan.FromMilliseconds(200))
            .SecureAsync(Domein, CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(20));

        gezien.Error!.Code.Should().Be("VERBINDING_VERBROKEN", "the port was open, so it is not allowlisting");
    }

    [Fact]
    public async Task A_name_that_stands_for_this_machine_is_not_called()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");

        var gezien = await For(address, allowLoopback: false).ConnectAsync(Domein, CancellationToken.None);

        gezien.Error.Should().BeOfType<Bronfout>().Which.Code.Should().Be("ADRES_NIET_OPENBAAR");
        listener.Pending().Should().BeFalse("no connection was made");
    }

    private static Bereikbaarheid For(Uri address, TimeSpan? timeout = null, bool allowLoopback = true) => new(Options.Create(new MagisterOptions
    {
        AllowLoopback = allowLoopback,
        BaseUrlOverride = address,
        ConnectTimeout = timeout ?? TimeSpan.FromSeconds(10),
    }));

    private static async Task ServeAsync(TcpListener listener)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        using var client = await listener.AcceptTcpClientAsync();
        await using var secure = new SslStream(client.GetStream());
        try
        {
            await secure.AuthenticateAsServerAsync(certificate);
            _ = await secure.ReadAsync(new byte[1]);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client did not trust it.
        }
    }
}
