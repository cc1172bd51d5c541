using Kurve.Numo.Simulator;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

/// <summary>The set-up and Magister's port, asked from another process.</summary>
public sealed class InrichtingControlTests
{
    private static readonly SimulatorOptions Bare =
        new() { Pupils = 5, Schools = 2, Schooljaar = "2026-2027", Bare = true, MagisterPort = 0 };

    [Theory]
    [InlineData("toestemming", true, false, false, false, false, false)]
    [InlineData("gebruiker", false, true, false, false, false, false)]
    [InlineData("lijst", false, false, true, false, false, false)]
    [InlineData("recht", false, false, false, true, false, false)]
    [InlineData("query", false, false, false, false, true, false)]
    [InlineData("aliassen", false, false, false, false, false, true)]
    public async Task Only_what_is_given_changes(
        string name, bool toestemming, bool gebruiker, bool lijst, bool recht, bool query, bool aliassen)
    {
        await using var simulator = await SimulatorFixture.StartAsync(Bare);

        (await PostAsync(simulator, $"/control/inrichting?school=99AA&{name}=true")).Should().Be(204);

        simulator.Host.InrichtingOf(simulator.School).Should().BeEquivalentTo(new
        {
            Toestemming = toestemming,
            Gebruiker = gebruiker,
            simulator.School.Wachtwoord,
            Lijst = lijst,
            Recht = recht,
            Query = query,
            Aliassen = aliassen,
        });
        simulator.Host.InrichtingOf(simulator.Host.Scholen[1]).Should().BeEquivalentTo(
            new { Toestemming = false, Gebruiker = false, Lijst = false, Recht = false, Query = false, Aliassen = false },
            "another school was not named");
    }

    [Fact]
    public async Task All_can_be_given_at_once_and_taken_back()
    {
        const string All = "toestemming={0}&gebruiker={0}&lijst={0}&recht={0}&query={0}&aliassen={0}";
        await using var simulator = await SimulatorFixture.StartAsync(Bare);
        var inrichting = simulator.Host.InrichtingOf(simulator.School);

        await PostAsync(simulator, "/control/inrichting?school=99AA&wachtwoord=n%26w&" + All.Replace("{0}", "true"));
        inrichting.Should().BeEquivalentTo(new
        {
            Toestemming = true,
            Gebruiker = true,
            Wachtwoord = "n&w",
            Lijst = true,
            Recht = true,
            Query = true,
            Aliassen = true,
        });

        await PostAsync(simulator, "/control/inrichting?school=99AA&" + All.Replace("{0}", "false"));
        inrichting.Should().BeEquivalentTo(new
        {
            Toestemming = false,
            Gebruiker = false,
            Wachtwoord = "n&w",
            Lijst = false,
            Recht = false,
            Query = false,
            Aliassen = false,
        });
    }

    [Theory]
    [InlineData("/control/inrichting?school=99ZZ&lijst=true", 404)]
    [InlineData("/control/inrichting?school=99AA&lijst=misschien", 400)]
    [InlineData("/control/inrichting?lijst=true", 400)]
    [InlineData("/control/magister?open=misschien", 400)]
    public async Task An_instruction_that_makes_no_sense_is_refused(string address, int status)
    {
        await using var simulator = await SimulatorFixture.StartAsync(Bare);

        (await PostAsync(simulator, address)).Should().Be(status);
    }

    [Fact]
    public async Task Magister_is_opened_and_closed_from_outside()
    {
        await using var simulator = await SimulatorFixture.StartAsync(Bare);

        simulator.Host.MagisterOpen.Should().BeFalse();
        (await PostAsync(simulator, "/control/magister?open=true")).Should().Be(204);
        simulator.Host.MagisterOpen.Should().BeTrue();
        (await PostAsync(simulator, "/control/magister?open=true")).Should().Be(204, "it may be asked twice");
        (await PostAsync(simulator, "/control/magister?open=false")).Should().Be(204);
        simulator.Host.MagisterOpen.Should().BeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Magister_cannot_be_opened_or_closed_without_a_port_of_its_own(bool open)
    {
        await using var simulator = await SimulatorFixture.StartAsync(Bare with { MagisterPort = null });

        (await PostAsync(simulator, $"/control/magister?open={open}")).Should().Be(400);
        var asked = () => simulator.Host.SetMagisterOpenAsync(open, CancellationToken.None);
        await asked.Should().ThrowAsync<InvalidOperationException>();
        simulator.Host.MagisterOpen.Should().BeTrue();
    }

    [Fact]
    public async Task The_first_lines_tell_of_a_port_of_Magisters_own()
    {
        await using var simulator = await SimulatorFixture.StartAsync(Bare);
        using var writer = new StringWriter();

        SimulatorCommand.Announce(simulator.Host, writer);

        writer.ToString().Split(writer.NewLine)[1].Should()
            .Be($"MAGISTER http://127.0.0.1:{simulator.Host.MagisterBase.Port}");
        simulator.Host.MagisterBase.Port.Should().NotBe(simulator.Host.Address.Port);
    }

    private static async Task<int> PostAsync(SimulatorFixture simulator, string address)
    {
        using var response = await simulator.Client.PostAsync(new Uri(address, UriKind.Relative), content: null);
        return (int)response.StatusCode;
    }
}
