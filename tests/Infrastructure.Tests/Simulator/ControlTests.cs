using System.Net.Http.Json;
using System.Text.Json;
using Kurve.Numo.Simulator;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

public sealed class ControlTests
{
    [Fact]
    public async Task A_misbehaviour_can_be_asked_from_outside_and_taken_back()
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        using var asked = await simulator.Client.PostAsync(
            "/control/misbehave?school=99AA&kind=uwlr.fault-autorisatie-ongeldig&prefix=none", content: null);
        var fault = await simulator.GetFaultAsync(simulator.Uwlr());
        using var reset = await simulator.Client.PostAsync("/control/reset", content: null);

        asked.IsSuccessStatusCode.Should().BeTrue();
        fault.Should().Be("Client.AutorisatieOngeldig");
        reset.IsSuccessStatusCode.Should().BeTrue();
        UwlrReading.LeerlingenOf(await simulator.GetUwlrAsync()).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Every_listed_misbehaviour_can_be_asked()
    {
        await using var simulator = await SimulatorFixture.StartAsync();
        var kinds = await simulator.Client.GetFromJsonAsync<string[]>("/control/misbehaviours");

        var refused = new List<string>();
        foreach (var kind in kinds!)
        {
            using var response = await simulator.Client.PostAsync(
                $"/control/misbehave?kind={kind}&times=1", content: null);
            refused.AddRange(response.IsSuccessStatusCode ? [] : [kind]);
        }

        kinds.Should().HaveCountGreaterThan(50);
        refused.Should().BeEmpty();
    }

    [Theory]
    [InlineData("/control/misbehave?kind=uwlr.nothing")]
    [InlineData("/control/misbehave?kind=1")]
    [InlineData("/control/misbehave?kind=uwlr.slow&school=99ZZ")]
    [InlineData("/control/misbehave?kind=uwlr.slow&times=0")]
    [InlineData("/control/day?day=-1")]
    public async Task An_instruction_that_makes_no_sense_is_refused(string address)
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        using var response = await simulator.Client.PostAsync(new Uri(address, UriKind.Relative), content: null);

        ((int)response.StatusCode).Should().Be(400);
    }

    [Theory]
    [InlineData("/control/day", "day")]
    [InlineData("/control/day?day=x", "day")]
    [InlineData("/control/inrichting?school=99AA&toestemming=blub", "blub")]
    [InlineData("/control/magister", "open")]
    public async Task An_instruction_that_cannot_be_read_is_told_what_is_wrong(string address, string expected)
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        using var response = await simulator.Client.PostAsync(new Uri(address, UriKind.Relative), content: null);

        ((int)response.StatusCode).Should().Be(400);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString()
            .Should().Contain(expected);
    }

    [Fact]
    public async Task The_schools_are_listed_with_what_a_coupling_needs()
    {
        await using var simulator = await SimulatorFixture.StartAsync(new SimulatorOptions { Schools = 3, Pupils = 5 });

        var answer = await simulator.Client.GetFromJsonAsync<JsonElement>("/control/schools");

        var school = answer.GetProperty("schools")[2];
        school.GetProperty("brin").GetString().Should().Be("99AC");
        school.GetProperty("domein").GetString().Should().Be("sim-99ac");
        school.GetProperty("wachtwoord").GetString().Should().Be(simulator.Host.Scholen[2].Wachtwoord);
    }

    [Fact]
    public async Task The_first_lines_tell_other_programs_what_they_need()
    {
        await using var simulator = await SimulatorFixture.StartAsync(
            new SimulatorOptions { Schools = 12, Pupils = 5 });
        using var writer = new StringWriter();

        SimulatorCommand.Announce(simulator.Host, writer);

        var lines = writer.ToString().Split(writer.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines[0].Should().Be($"LISTENING http://127.0.0.1:{simulator.Host.Address.Port}");
        lines[1].Should().Be(
            "SCHOOL brin=99AA vestiging=00 domein=sim-99aa gebruiker=Kurve"
            + $" wachtwoord={simulator.School.Wachtwoord} pupils=5");
        lines[11].Should().Be("SCHOOLS 12");
        lines[12].Should().Be(
            $"UWLR sleutel={simulator.Host.Uwlr.Autorisatiesleutel} klantcode=KURVE-SIM klantnaam=Kurve simulator");
    }

    [Theory]
    [InlineData("--pupils", "-1")]
    [InlineData("--schools", "0")]
    [InlineData("--schooljaar", "2026")]
    [InlineData("--uwlr-versie", "3.0")]
    [InlineData("--join", "naam")]
    public async Task An_option_out_of_range_ends_the_program_with_a_failure(string option, string value) =>
        (await SimulatorCommand.Build().Parse([option, value]).InvokeAsync()).Should().NotBe(0);

    [Fact]
    public async Task An_order_to_stop_ends_the_program_with_success()
    {
        using var stop = new CancellationTokenSource();
        var running = SimulatorCommand.Build().Parse(["--quiet", "--pupils", "1"]).InvokeAsync(null, stop.Token);

        await stop.CancelAsync();

        (await running).Should().Be(0);
    }

    [Fact]
    public void A_school_year_begins_on_the_first_of_august()
    {
        SimulatorOptions.SchooljaarOf(new DateTimeOffset(2026, 7, 31, 0, 0, 0, TimeSpan.Zero)).Should().Be("2025-2026");
        SimulatorOptions.SchooljaarOf(new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero)).Should().Be("2026-2027");
    }
}
