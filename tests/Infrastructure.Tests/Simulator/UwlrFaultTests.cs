namespace Kurve.Numo.Infrastructure.Tests.Simulator;

/// <summary>The faults of the agreement, and which of several wrong things decides.</summary>
public sealed class UwlrFaultTests
{
    [Theory]
    [InlineData("klantnaam", "Iemand anders", "s:Client.OngeldigeKlantIdentificatie")]
    [InlineData("klantcode", "ANDERS", "s:Client.OngeldigeKlantIdentificatie")]
    [InlineData("autorisatiesleutel", "verkeerd", "s:Client.AutorisatieOngeldig")]
    [InlineData("schooljaar", "2026-FOUT", "s:Client.OngeldigBericht")]
    [InlineData("brincode", "ONGELDIGEBRINCODE", "s:Client.OngeldigBericht")]
    [InlineData("dependancecode", "hoofd", "s:Client.OngeldigBericht")]
    [InlineData("gegevenssetid", "", "s:Client.OngeldigBericht")]
    [InlineData("laatstontvangengegevens", "gisteren", "s:Client.OngeldigBericht")]
    [InlineData("schoolkey", "ook nog", "s:Client.OngeldigBericht")]
    [InlineData("brincode", "99ZZ", "s:Client.AutorisatieOngeldig")]
    [InlineData("dependancecode", "42", "s:Client.AutorisatieOngeldig")]
    [InlineData("xsdversie", "9.9", "s:Client.XsdVersieOngeldig")]
    public async Task A_wrong_value_gets_the_fault_that_belongs_to_it(string field, string value, string fault)
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        (await simulator.GetFaultAsync(simulator.Uwlr().With(field, value))).Should().Be(fault);
    }

    [Theory]
    [InlineData("autorisatiesleutel", "s:Client.AutorisatieOngeldig")]
    [InlineData("klantcode", "s:Client.AutorisatieOngeldig")]
    [InlineData("klantnaam", "s:Client.AutorisatieOngeldig")]
    [InlineData("schooljaar", "s:Client.OngeldigBericht")]
    [InlineData("brincode", "s:Client.OngeldigBericht")]
    [InlineData("xsdversie", "s:Client.OngeldigBericht")]
    public async Task A_missing_field_gets_the_fault_that_belongs_to_it(string field, string fault)
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        (await simulator.GetFaultAsync(simulator.Uwlr().Without(field))).Should().Be(fault);
    }

    [Fact]
    public async Task Checks_come_in_the_order_header_fields_version_customer_key_school()
    {
        await using var simulator = await SimulatorFixture.StartAsync();
        var request = simulator.Uwlr().With("brincode", "99ZZ").With("autorisatiesleutel", "verkeerd")
            .With("klantnaam", "Iemand anders").With("xsdversie", "9.9").With("schooljaar", "fout")
            .Without("klantcode");

        var faults = new List<string> { await simulator.GetFaultAsync(request) };
        faults.Add(await simulator.GetFaultAsync(request.With("klantcode", simulator.Host.Uwlr.Klantcode)));
        faults.Add(await simulator.GetFaultAsync(request.With("schooljaar", "2026-2027")));
        faults.Add(await simulator.GetFaultAsync(request.With("xsdversie", "2.3")));
        faults.Add(await simulator.GetFaultAsync(request.With("klantnaam", simulator.Host.Uwlr.Klantnaam)));

        faults.Should().Equal(
            "s:Client.AutorisatieOngeldig",
            "s:Client.OngeldigBericht",
            "s:Client.XsdVersieOngeldig",
            "s:Client.OngeldigeKlantIdentificatie",
            "s:Client.AutorisatieOngeldig");
    }

    [Theory]
    [InlineData("<s:Envelope")]
    [InlineData("")]
    [InlineData("<iets/>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")]
    public async Task What_is_no_soap_message_is_an_invalid_message(string body)
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        using var response = await simulator.SendUwlrAsync(body);

        (await SimulatorFixture.ReadFaultAsync(response)).Should().Be("s:Client.OngeldigBericht");
    }

    [Fact]
    public async Task Fields_in_another_order_than_the_schema_wants_are_an_invalid_message()
    {
        await using var simulator = await SimulatorFixture.StartAsync();
        var swapped = simulator.Uwlr().Build()
            .Replace("<xsdversie>2.3</xsdversie>", "", StringComparison.Ordinal)
            .Replace("<schooljaar>", "<xsdversie>2.3</xsdversie><schooljaar>", StringComparison.Ordinal);

        using var response = await simulator.SendUwlrAsync(swapped);

        (await SimulatorFixture.ReadFaultAsync(response)).Should().Be("s:Client.OngeldigBericht");
    }

    [Fact]
    public async Task An_unknown_action_gets_the_fault_of_the_platform()
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        using var response = await simulator.SendUwlrAsync(simulator.Uwlr().Build(), "HaalStructuur");

        (await SimulatorFixture.ReadFaultAsync(response)).Should().Be("a:ActionNotSupported");
    }

    [Fact]
    public async Task A_version_that_is_switched_off_is_unknown()
    {
        await using var simulator = await SimulatorFixture.StartAsync(
            new Kurve.Numo.Simulator.SimulatorOptions { Pupils = 10, UwlrVersies = ["2.2"], Schooljaar = "2026-2027" });

        (await simulator.GetFaultAsync(simulator.Uwlr())).Should().Be("s:Client.XsdVersieOngeldig");
    }
}
