using System.Net;
using System.Net.Sockets;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;
using UwlrFouten = Kurve.Numo.Infrastructure.Koppelingen.Uwlr.Bronfouten;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Bronverkeer;

/// <summary>What a source is called by is a name; what counts is the address that it stands for.</summary>
public sealed class BronkanaalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_name_that_stands_for_this_machine_is_not_called()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var kanaal = new Bronkanaal(UwlrFouten.Teksten, Patience, allowLoopback: false, TimeProvider.System);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");

        var answer = await kanaal.SendAsync<Done>(
            request, (_, _) => new Done(), (_, _) => null, CancellationToken.None);

        answer.Error.Should().BeOfType<Bronfout>().Which.Code.Should().Be("ADRES_NIET_OPENBAAR");
        listener.Pending().Should().BeFalse("no connection was made");
    }
}
