using System.Net;
using System.Net.Sockets;
using Kurve.Numo.Simulator;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

public sealed class MagisterPortTests
{
    private static readonly SimulatorOptions Apart = new() { Pupils = 5, Schooljaar = "2026-2027", MagisterPort = 0 };

    [Fact]
    public async Task A_port_of_its_own_has_the_web_service_and_nothing_else()
    {
        await using var simulator = await SimulatorFixture.StartAsync(Apart);
        var elders = new Uri(simulator.Host.Address, simulator.School.Domein + "/doc");

        simulator.Host.MagisterOpen.Should().BeTrue("only a bare school begins closed");
        simulator.Host.MagisterAddress(simulator.School).Port.Should().Be(simulator.Host.MagisterBase.Port);
        (await simulator.GetListAsync()).Element("Result")!.Value.Should().Be("True");
        (await StatusAsync(simulator, elders)).Should().Be(HttpStatusCode.NotFound);
        (await StatusAsync(simulator, new Uri(simulator.Host.MagisterBase, "control/schools"))).Should()
            .Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_session_outlives_a_closed_port()
    {
        await using var simulator = await SimulatorFixture.StartAsync(Apart);
        var token = await simulator.LoginAsync();

        await simulator.Host.SetMagisterOpenAsync(open: false, CancellationToken.None);
        await simulator.Host.SetMagisterOpenAsync(open: true, CancellationToken.None);

        (await simulator.GetListAsync(token)).Element("Result")!.Value.Should().Be(
            "True", "a firewall in between does not end sessions");
    }

    [Fact]
    public async Task A_port_that_others_took_meanwhile_is_opened_once_they_are_gone()
    {
        await using var simulator = await SimulatorFixture.StartAsync(Apart with { Bare = true });
        var open = () => simulator.Host.SetMagisterOpenAsync(open: true, CancellationToken.None);

        using (var other = new TcpListener(IPAddress.Loopback, simulator.Host.MagisterBase.Port))
        {
            other.Start();
            await open.Should().ThrowAsync<IOException>();
            simulator.Host.MagisterOpen.Should().BeFalse();
        }

        await open();
        simulator.Host.MagisterOpen.Should().BeTrue();
    }

    [Fact]
    public async Task A_start_without_Magisters_port_leaves_no_other_port_open()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = FreePort();
        var options = Apart with { Port = port, MagisterPort = ((IPEndPoint)other.LocalEndpoint).Port };

        var start = () => SimulatorHost.StartAsync(options, CancellationToken.None);

        await start.Should().ThrowAsync<IOException>();
        using var client = new TcpClient();
        var connect = () => client.ConnectAsync(IPAddress.Loopback, port);
        await connect.Should().ThrowAsync<SocketException>();
    }

    [Theory]
    [InlineData("--magister-port", "-1")]
    [InlineData("--magister-port", "65536")]
    [InlineData("--magister-port", "5999", "--port", "5999")]
    public async Task A_port_that_cannot_be_is_refused(params string[] arguments) =>
        (await SimulatorCommand.Build().Parse(arguments).InvokeAsync()).Should().Be(2);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<HttpStatusCode> StatusAsync(SimulatorFixture simulator, Uri address)
    {
        using var response = await simulator.Client.GetAsync(address);
        return response.StatusCode;
    }
}
