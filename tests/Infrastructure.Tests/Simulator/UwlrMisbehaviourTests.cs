using System.Text;
using System.Xml.Linq;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.Simulator.Uwlr;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

public sealed class UwlrMisbehaviourTests : IAsyncLifetime
{
    private SimulatorFixture _simulator = null!;

    public async Task InitializeAsync() => _simulator = await SimulatorFixture.StartAsync();

    public async Task DisposeAsync() => await _simulator.DisposeAsync();

    [Fact]
    public void Every_misbehaviour_has_a_reaction()
    {
        var reactions = Enum.GetValues<UwlrMisbehaviour>()
            .Select(k => UwlrReactie.Of(k, MisbehaviourDetails.None, "sleutel"));

        reactions.Should().NotContain(UwlrReactie.Goed);
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.FaultInterneFout, "s:Server.InterneFout")]
    [InlineData(UwlrMisbehaviour.FaultTijdelijkNietBeschikbaar, "s:Server.TijdelijkNietBeschikbaar")]
    [InlineData(UwlrMisbehaviour.FaultOngeldigBericht, "s:Client.OngeldigBericht")]
    [InlineData(UwlrMisbehaviour.FaultOngeldigeKlantIdentificatie, "s:Client.OngeldigeKlantIdentificatie")]
    [InlineData(UwlrMisbehaviour.FaultAutorisatieOngeldig, "s:Client.AutorisatieOngeldig")]
    [InlineData(UwlrMisbehaviour.FaultXsdVersieOngeldig, "s:Client.XsdVersieOngeldig")]
    [InlineData(UwlrMisbehaviour.FaultInternalService, "a:InternalServiceFault")]
    public async Task Each_fault_can_be_asked(UwlrMisbehaviour kind, string fault)
    {
        _simulator.Misbehaviour.Add(kind);

        (await _simulator.GetFaultAsync(_simulator.Uwlr())).Should().Be(fault);
    }

    [Theory]
    [InlineData("soap", "soap:Client.AutorisatieOngeldig")]
    [InlineData("S", "S:Client.AutorisatieOngeldig")]
    [InlineData("", "Client.AutorisatieOngeldig")]
    public async Task A_fault_code_can_have_another_prefix_or_none(string prefix, string code)
    {
        _simulator.Misbehaviour.Add(
            UwlrMisbehaviour.FaultAutorisatieOngeldig, details: new MisbehaviourDetails { FaultPrefix = prefix });

        (await _simulator.GetFaultAsync(_simulator.Uwlr())).Should().Be(code);
    }

    [Fact]
    public async Task A_fault_can_repeat_the_key_that_was_sent()
    {
        _simulator.Misbehaviour.Add(
            UwlrMisbehaviour.FaultEchoesKey, details: new MisbehaviourDetails { EchoAfter = 7 });

        using var response = await _simulator.SendUwlrAsync(_simulator.Uwlr());

        (await response.Content.ReadAsStringAsync()).Should().Contain(
            $">.......{_simulator.Host.Uwlr.Autorisatiesleutel}</faultstring>");
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.Geengegevens, "geengegevens")]
    [InlineData(UwlrMisbehaviour.Geenwijzigingen, "geenwijzigingen")]
    public async Task An_answer_without_data_can_be_asked(UwlrMisbehaviour kind, string element)
    {
        _simulator.Misbehaviour.Add(kind);

        (await _simulator.GetUwlrAsync()).Elements().Single().Name.Should().Be(SimulatorFixture.Lg + element);
    }

    [Fact]
    public async Task Keys_can_be_double_while_eck_ids_are_not()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.DuplicateKeys);

        var antwoord = await _simulator.GetUwlrAsync();

        var keys = UwlrReading.KeysOf(UwlrReading.LeerlingenOf(antwoord));
        keys.Should().HaveCount(123);
        keys.Distinct(StringComparer.Ordinal).Should().HaveCount(120);
        UwlrReading.EckIdsOf(antwoord).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Eck_ids_can_be_double_while_keys_are_not()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.DuplicateEckIds);

        var antwoord = await _simulator.GetUwlrAsync();

        UwlrReading.KeysOf(UwlrReading.LeerlingenOf(antwoord)).Should().HaveCount(123).And.OnlyHaveUniqueItems();
        var eckIds = UwlrReading.EckIdsOf(antwoord);
        eckIds.Count.Should().Be(eckIds.Distinct(StringComparer.Ordinal).Count() + 3);
    }

    [Fact]
    public async Task References_can_dangle()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.DanglingGroups);

        var antwoord = await _simulator.GetUwlrAsync();

        UwlrReading.GroupReferencesOf(antwoord).Except(UwlrReading.GroupKeysOf(antwoord), StringComparer.Ordinal)
            .Should().Equal(Verklikkers.GroepKey);
    }

    [Fact]
    public async Task Persons_can_lack_both_keys()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.PersonsWithoutKeys);

        var antwoord = await _simulator.GetUwlrAsync();

        UwlrReading.LeerlingenOf(antwoord).Count(l => !l.Attributes().Any()).Should().Be(3);
        UwlrReading.LeerkrachtenOf(antwoord).Count(l => !l.Attributes().Any()).Should().Be(3);
    }

    [Fact]
    public async Task The_first_people_can_lack_what_a_school_should_fill_in()
    {
        var zonderEckId = await GetAsync(UwlrMisbehaviour.WithoutEckIds);
        var zonderKlas = await GetAsync(UwlrMisbehaviour.WithoutStamgroepen);
        var zonderEmail = await GetAsync(UwlrMisbehaviour.WithoutEmails);

        UwlrReading.LeerlingenOf(zonderEckId).Take(3).Should().OnlyContain(
            l => l.Attribute("key") != null && l.Attribute("eckid") == null);
        UwlrReading.LeerlingenOf(zonderKlas).Count(l => l.Element(SimulatorFixture.Lg + "groep") is null)
            .Should().Be(3);
        UwlrReading.LeerkrachtenOf(zonderEmail).Count(l => l.Element(SimulatorFixture.Lg + "emailadres") is null)
            .Should().Be(3);
    }

    [Fact]
    public async Task The_first_people_can_come_twice_or_with_keys_that_were_issued_again()
    {
        var good = UwlrReading.LeerlingenOf(await _simulator.GetUwlrAsync());
        var namesakes = UwlrReading.LeerlingenOf(await GetAsync(UwlrMisbehaviour.Namesakes));
        var reissued = UwlrReading.LeerlingenOf(await GetAsync(UwlrMisbehaviour.ReissuedKeys));

        namesakes.Should().HaveCount(good.Count + 3);
        namesakes[1].Elements().First().Value.Should().Be(namesakes[0].Elements().First().Value);
        namesakes[1].Attribute("key")!.Value.Should().NotBe(namesakes[0].Attribute("key")!.Value);
        reissued.Take(3).Select(l => l.Attribute("key")!.Value)
            .Should().Equal(good.Take(3).Select(l => "0" + l.Attribute("key")!.Value));
        reissued.Take(3).Should().OnlyContain(l => l.Attribute("eckid") == null);
    }

    private async Task<XElement> GetAsync(UwlrMisbehaviour kind)
    {
        _simulator.Misbehaviour.Add(kind, times: 1);
        return await _simulator.GetUwlrAsync();
    }

    [Fact]
    public async Task The_order_of_the_hub_has_the_same_content_elsewhere()
    {
        var good = await _simulator.GetUwlrAsync();
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.HubOrder);

        var hub = await _simulator.GetUwlrAsync();

        var order = hub.Elements().Single().Elements().Select(e => e.Name.LocalName);
        order.Should().Equal("school", "leerlingen", "groepen", "leerkrachten");
        hub.Descendants(SimulatorFixture.Lg + "school").Single().Elements().First().Name.LocalName
            .Should().Be("dependancecode");
        UwlrReading.LeerkrachtenOf(hub)[0].Elements().Select(e => e.Name.LocalName)
            .Should().Equal("roepnaam", "emailadres", "voorvoegsel", "groepen", "achternaam");
        UwlrReading.EckIdsOf(hub).Should().BeEquivalentTo(UwlrReading.EckIdsOf(good));
    }

    [Fact]
    public async Task Empty_prefixes_can_be_asked()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.EmptyVoorvoegsels);

        var antwoord = await _simulator.GetUwlrAsync();

        UwlrReading.LeerlingenOf(antwoord).Should().OnlyContain(l => UwlrReading.Field(l, "voorvoegsel") != null)
            .And.Contain(l => UwlrReading.Field(l, "voorvoegsel") == "");
    }

    [Fact]
    public async Task Forbidden_fields_carry_values_that_give_a_reader_away()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.ForbiddenFields);

        var leerling = UwlrReading.LeerlingenOf(await _simulator.GetUwlrAsync())[0];

        UwlrReading.Field(leerling, "bsn_ondwnr-4").Should().Be(Verklikkers.BsnOndwnr4);
        UwlrReading.Field(leerling, "emailadres").Should().Be(Verklikkers.Emailadres);
        UwlrReading.Field(leerling, "geslacht").Should().Be(Verklikkers.Geslacht);
        UwlrReading.Field(leerling, "geboortedatum").Should().Be(Verklikkers.Geboortedatum);
    }

    [Fact]
    public async Task Unknown_elements_hide_familiar_names_deep_inside()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.UnknownElements);

        var leerling = UwlrReading.LeerlingenOf(await _simulator.GetUwlrAsync())[0];

        var hidden = leerling.Descendants(SimulatorFixture.Lg + "achternaam").Last();
        hidden.Value.Should().Be(Verklikkers.Onbekend);
        hidden.Ancestors().TakeWhile(e => e != leerling).Count().Should().BeGreaterThan(15);
    }

    [Fact]
    public async Task Windows_1252_is_told_by_the_declaration_and_reads_the_same()
    {
        var good = await _simulator.GetUwlrAsync();
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.Windows1252);

        var bytes = await GetBytesAsync();

        Encoding.ASCII.GetString(bytes, 0, 60).Should().Contain("encoding=\"windows-1252\"");
        IsUtf8(bytes).Should().BeFalse();
        var antwoord = XDocument.Parse(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes))
            .Descendants(SimulatorFixture.Lg + "leerlinggegevens_antwoord").Single();
        antwoord.ToString().Should().Be(good.ToString());
    }

    [Fact]
    public async Task Windows_1252_that_nothing_tells_is_not_readable_as_utf_8()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.Windows1252Undeclared);
        using var response = await _simulator.SendUwlrAsync(_simulator.Uwlr());
        var bytes = await response.Content.ReadAsByteArrayAsync();

        response.Content.Headers.ContentType!.CharSet.Should().BeNull();
        Encoding.ASCII.GetString(bytes, 0, 5).Should().NotBe("<?xml");
        IsUtf8(bytes).Should().BeFalse();
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.OtherBrin, "brincode", "99AA")]
    [InlineData(UwlrMisbehaviour.OtherVestiging, "dependancecode", "00")]
    [InlineData(UwlrMisbehaviour.OtherSchooljaar, "schooljaar", "2026-2027")]
    public async Task The_data_can_be_of_another_school(UwlrMisbehaviour kind, string field, string asked)
    {
        _simulator.Misbehaviour.Add(kind);

        var school = (await _simulator.GetUwlrAsync()).Descendants(SimulatorFixture.Lg + "school").Single();

        UwlrReading.Field(school, field).Should().NotBe(asked);
    }

    private async Task<byte[]> GetBytesAsync()
    {
        using var response = await _simulator.SendUwlrAsync(_simulator.Uwlr());
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes);
}
