using System.Xml.Linq;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

/// <summary>What was set up is taken away again, and put back.</summary>
public sealed class InrichtingWithdrawnTests : IAsyncLifetime
{
    private SimulatorFixture _simulator = null!;

    private Inrichting Inrichting => _simulator.Host.InrichtingOf(_simulator.School);

    public async Task InitializeAsync() => _simulator = await SimulatorFixture.StartAsync(
        new SimulatorOptions { Pupils = 30, Schools = 2, Schooljaar = "2026-2027" });

    public async Task DisposeAsync() => await _simulator.DisposeAsync();

    [Fact]
    public async Task Everything_is_set_up_unless_asked_otherwise()
    {
        Inrichting.Should().BeEquivalentTo(new
        {
            Toestemming = true,
            Gebruiker = true,
            _simulator.School.Wachtwoord,
            Lijst = true,
            Recht = true,
            Query = true,
            Aliassen = false,
        });
        _simulator.Host.MagisterBase.Should().Be(_simulator.Host.Address);
        ColumnsOf(await _simulator.GetListAsync()).Should().Equal("idGebr", "ExterneId", "opleidingscode", "stamnr");
    }

    [Fact]
    public async Task Without_consent_UWLR_refuses_this_school_alone()
    {
        Inrichting.Toestemming = false;
        (await _simulator.GetFaultAsync(_simulator.Uwlr())).Should().EndWith("Client.AutorisatieOngeldig");
        var other = _simulator.Uwlr().With("brincode", _simulator.Host.Scholen[1].Brin);
        UwlrReading.LeerlingenOf(await _simulator.GetUwlrAsync(other)).Should().HaveCount(30);

        Inrichting.Toestemming = true;
        UwlrReading.LeerlingenOf(await _simulator.GetUwlrAsync()).Should().HaveCount(30);
    }

    [Fact]
    public async Task Without_its_user_a_login_is_refused_like_a_wrong_password()
    {
        var wrong = await LoginAsync("fout");

        Inrichting.Gebruiker = false;
        (await LoginAsync(_simulator.School.Wachtwoord)).Should().BeEquivalentTo(wrong);

        Inrichting.Gebruiker = true;
        (await LoginAsync(_simulator.School.Wachtwoord)).Element("Result")!.Value.Should().Be("True");
    }

    [Fact]
    public async Task Credentials_that_were_good_are_refused_once_the_user_is_gone()
    {
        (await ResultAsync(_simulator.Credentials)).Should().Be("True");

        Inrichting.Gebruiker = false;
        (await ResultAsync(_simulator.Credentials)).Should().Be("False");

        Inrichting.Gebruiker = true;
        (await ResultAsync(_simulator.Credentials)).Should().Be("True");
    }

    [Fact]
    public async Task Credentials_that_were_good_are_refused_once_the_password_is_another()
    {
        (await ResultAsync(_simulator.Credentials)).Should().Be("True");

        Inrichting.Wachtwoord = "nieuw";
        (await ResultAsync(_simulator.Credentials)).Should().Be("False");
        (await ResultAsync("Kurve;nieuw")).Should().Be("True");

        Inrichting.Wachtwoord = _simulator.School.Wachtwoord;
        (await ResultAsync(_simulator.Credentials)).Should().Be("True");
        (await ResultAsync("Kurve;nieuw")).Should().Be("False");
    }

    [Fact]
    public async Task Two_schools_may_have_chosen_the_same_password()
    {
        Inrichting.Wachtwoord = "zelfde";
        _simulator.Host.InrichtingOf(_simulator.Host.Scholen[1]).Wachtwoord = "zelfde";
        (await ResultAsync("Kurve;zelfde")).Should().Be("True");

        var address = new Uri(
            _simulator.Host.MagisterAddress(_simulator.Host.Scholen[1]),
            "doc?Library=Data&Function=GetData&Type=XML&SessionToken=Kurve;zelfde&Layout=KurveLeerlingData");

        XElement.Parse(await _simulator.Client.GetStringAsync(address)).Element("Result")!.Value.Should().Be("True");
    }

    [Fact]
    public async Task An_echo_repeats_the_password_that_the_user_has()
    {
        Inrichting.Wachtwoord = "nieuw-geheim";
        var token = (await LoginAsync("nieuw-geheim")).Element("SessionToken")!.Value;
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.EchoInExceptionText);

        (await _simulator.GetListAsync(token)).Value.Should().Contain("nieuw-geheim");
    }

    [Fact]
    public async Task Without_the_list_a_call_fails_as_for_an_unknown_list()
    {
        var unknown = await ListAsync("BestaatNiet");

        Inrichting.Lijst = false;
        var missing = await ListAsync("KurveLeerlingData");
        missing.Element("Exception")!.Value.Should().Be("EMGeneralFailure");
        missing.ToString().Should().Be(unknown.ToString().Replace("BestaatNiet", "KurveLeerlingData"));

        Inrichting.Lijst = true;
        (await ResultAsync(_simulator.Credentials)).Should().Be("True");
    }

    [Fact]
    public async Task Without_the_right_to_it_the_list_is_refused_with_error_10()
    {
        Inrichting.Recht = false;
        (await _simulator.GetListAsync()).Descendants("Fout_nummer").Single().Value.Should().Be("10");

        Inrichting.Recht = true;
        (await ResultAsync(_simulator.Credentials)).Should().Be("True");
    }

    [Fact]
    public async Task An_unknown_list_is_unknown_also_to_who_has_no_right_to_ours()
    {
        Inrichting.Recht = false;

        (await ListAsync("BestaatNiet")).Element("Exception")!.Value.Should().Be("EMGeneralFailure");
    }

    [Fact]
    public async Task Without_the_query_the_list_has_no_opleidingscode()
    {
        Inrichting.Query = false;
        ColumnsOf(await _simulator.GetListAsync()).Should().NotBeEmpty().And.NotContain("opleidingscode");

        Inrichting.Query = true;
        ColumnsOf(await _simulator.GetListAsync()).Should().Contain("opleidingscode");
    }

    [Fact]
    public async Task With_aliases_the_columns_carry_names_of_their_own()
    {
        Inrichting.Aliassen = true;
        ColumnsOf(await _simulator.GetListAsync()).Should()
            .Equal("KurveGebruikerId", "KurveExterneId", "KurveOpleiding", "KurveStamnr");

        Inrichting.Aliassen = false;
        ColumnsOf(await _simulator.GetListAsync()).Should().Contain("opleidingscode");
    }

    [Fact]
    public async Task What_is_not_set_up_is_refused_to_a_wrong_password_as_a_wrong_password()
    {
        (Inrichting.Lijst, Inrichting.Recht) = (false, false);

        (await _simulator.GetListAsync("Kurve;fout")).Element("ResultMessage")!.Value.Should().Contain("wachtwoord");
    }

    private async Task<string> ResultAsync(string token) =>
        (await _simulator.GetListAsync(token)).Element("Result")!.Value;

    private Task<XElement> LoginAsync(string password) => _simulator.CallAsync(
        "Algemeen", "Login", ("UserName", _simulator.School.Gebruiker), ("Password", password));

    private Task<XElement> ListAsync(string layout) => _simulator.CallAsync(
        "Data", "GetData", ("SessionToken", _simulator.Credentials), ("Layout", layout), ("Parameters", ""));

    private static IEnumerable<string> ColumnsOf(XElement answer) =>
        answer.Descendants("Leerling").First().Elements().Select(e => e.Name.LocalName);
}
