using System.Net.Sockets;
using System.Xml.Linq;
using Kurve.Numo.Simulator;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

public sealed class InrichtingTests
{
    private static readonly SimulatorOptions Bare =
        new() { Pupils = 30, Schooljaar = "2026-2027", Bare = true, MagisterPort = 0, Quiet = true };

    [Fact]
    public async Task Each_step_is_refused_until_it_is_done()
    {
        await using var fixture = await SimulatorFixture.StartAsync(Bare);
        await fixture.Host.SetMagisterOpenAsync(open: true, CancellationToken.None);
        var school = fixture.Host.InrichtingOf(fixture.School);

        (await fixture.GetFaultAsync(fixture.Uwlr())).Should().EndWith("Client.AutorisatieOngeldig");
        school.Toestemming = true;
        (await fixture.GetUwlrAsync()).Descendants(SimulatorFixture.Lg + "leerling").Should().HaveCount(30);

        (await LoginAsync(fixture)).Should().Be("False");
        school.Gebruiker = true;
        (await LoginAsync(fixture)).Should().Be("True");

        (await fixture.GetListAsync()).Element("Exception")!.Value.Should().Be("EMGeneralFailure");
        school.Lijst = true;
        (await fixture.GetListAsync()).Descendants("Fout_nummer").Should().ContainSingle().Which.Value.Should().Be("10");
        school.Recht = true;
        ColumnsOf(await fixture.GetListAsync()).Should().NotContain("opleidingscode");
        school.Query = true;
        ColumnsOf(await fixture.GetListAsync()).Should().Contain("opleidingscode");
        school.Aliassen = true;
        ColumnsOf(await fixture.GetListAsync()).Should().Contain("KurveOpleiding");
    }

    [Fact]
    public async Task A_password_is_the_one_that_the_school_set()
    {
        await using var fixture = await SimulatorFixture.StartAsync();

        fixture.Host.InrichtingOf(fixture.School).Wachtwoord = "nieuw";

        (await LoginAsync(fixture)).Should().Be("False");
        (await LoginAsync(fixture, "nieuw")).Should().Be("True");
    }

    [Fact]
    public async Task A_closed_port_refuses_and_opens_again_at_the_same_place()
    {
        await using var fixture = await SimulatorFixture.StartAsync(Bare);
        var port = fixture.Host.MagisterBase.Port;

        (await ConnectsAsync(port)).Should().BeFalse("a bare school is not let through");
        await fixture.Host.SetMagisterOpenAsync(open: true, CancellationToken.None);
        (await ConnectsAsync(port)).Should().BeTrue();
        await fixture.Host.SetMagisterOpenAsync(open: false, CancellationToken.None);
        (await ConnectsAsync(port)).Should().BeFalse();
        (await ConnectsAsync(fixture.Host.Address.Port)).Should().BeTrue("UWLR is elsewhere");
    }

    private static async Task<string> LoginAsync(SimulatorFixture fixture, string? password = null) =>
        (await fixture.CallAsync(
            "Algemeen",
            "Login",
            ("UserName", fixture.School.Gebruiker),
            ("Password", password ?? fixture.School.Wachtwoord))).Element("Result")!.Value;

    private static IEnumerable<string> ColumnsOf(XElement answer) =>
        answer.Descendants("Leerling").First().Elements().Select(e => e.Name.LocalName);

    private static async Task<bool> ConnectsAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
