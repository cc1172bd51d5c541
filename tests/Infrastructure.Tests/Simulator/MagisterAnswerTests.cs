using System.Text;
using System.Xml.Linq;
using Kurve.Numo.Simulator;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

public sealed class MagisterAnswerTests
{
    [Fact]
    public async Task Login_gives_a_token_in_capitals()
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        var token = await simulator.LoginAsync();

        Guid.TryParseExact(token, "D", out _).Should().BeTrue();
        token.Should().Be(token.ToUpperInvariant());
    }

    [Fact]
    public async Task A_wrong_password_is_refused_with_status_200_and_a_reason()
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        var answer = await simulator.CallAsync(
            "Algemeen", "Login", ("UserName", simulator.School.Gebruiker), ("Password", "verkeerd"));

        answer.Element("Result")!.Value.Should().Be("False");
        answer.Element("ResultMessage")!.Value.Should().NotBeEmpty();
        answer.Element("SessionToken").Should().BeNull();
    }

    [Fact]
    public async Task The_list_has_the_four_columns_for_a_token_and_for_user_and_password_alike()
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        var byToken = await simulator.GetListAsync(await simulator.LoginAsync());
        var byPassword = await simulator.GetListAsync();

        byToken.Element("Result")!.Value.Should().Be("True");
        byToken.Element("Table")!.Element("Leerlingen")!.Elements("Leerling").Should().HaveCountGreaterThan(100)
            .And.AllSatisfy(row => row.Elements().Select(e => e.Name.LocalName)
                .Should().Equal("idGebr", "ExterneId", "opleidingscode", "stamnr"));
        byPassword.ToString().Should().Be(byToken.ToString());
    }

    [Theory]
    [InlineData("GET", "/doc?")]
    [InlineData("GET", "/doc/?")]
    [InlineData("GET", "/?")]
    [InlineData("POST", "/doc?")]
    [InlineData("GET", "/sim-99aa/doc?")]
    [InlineData("GET", "/SIM-99AA/doc/?")]
    [InlineData("POST", "/sim-99aa/?")]
    public async Task Every_known_form_of_the_address_works(string method, string path)
    {
        await using var simulator = await SimulatorFixture.StartAsync();
        var query = $"type=xml&password={simulator.School.Wachtwoord}&USERNAME=kurve&function=login&library=algemeen";
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path + query, UriKind.Relative));

        using var response = await simulator.Client.SendAsync(request);

        var answer = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        answer.Element("Result")!.Value.Should().Be("True");
    }

    [Fact]
    public async Task Without_a_type_the_answer_is_a_page_with_the_token_in_a_table()
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        var page = await simulator.Client.GetStringAsync(new Uri(
            $"/doc?library=Algemeen&function=Login&username=Kurve&password={simulator.School.Wachtwoord}",
            UriKind.Relative));

        page.Should().StartWith("<html>").And.MatchRegex("SessionToken\">[0-9A-F-]{36}</td>");
    }

    [Fact]
    public async Task Another_schools_account_does_not_work_at_this_schools_address()
    {
        await using var simulator = await SimulatorFixture.StartAsync(
            new SimulatorOptions { Pupils = 10, Schools = 2 });
        var other = simulator.Host.Scholen[1];

        var login = await simulator.CallAsync(
            "Algemeen", "Login", ("UserName", other.Gebruiker), ("Password", other.Wachtwoord));
        var list = await simulator.GetListAsync($"{other.Gebruiker};{other.Wachtwoord}");

        login.Element("Result")!.Value.Should().Be("False");
        list.Element("Result")!.Value.Should().Be("False");
    }

    [Fact]
    public async Task Without_a_school_in_the_address_the_password_tells_which_it_is()
    {
        await using var simulator = await SimulatorFixture.StartAsync(
            new SimulatorOptions { Pupils = 10, Schools = 2 });
        var lists = new List<string>();
        foreach (var school in simulator.Host.Scholen)
        {
            lists.Add(await simulator.Client.GetStringAsync(new Uri(
                $"/doc?Library=Data&Function=GetData&SessionToken=Kurve%3B{school.Wachtwoord}"
                + "&Layout=KurveLeerlingData&Type=XML",
                UriKind.Relative)));
        }

        lists.Should().OnlyHaveUniqueItems().And.OnlyContain(text => text.Contains("<opleidingscode>"));
    }

    [Fact]
    public async Task After_logout_the_token_is_unknown()
    {
        await using var simulator = await SimulatorFixture.StartAsync();
        var token = await simulator.LoginAsync();

        var logout = await simulator.CallAsync("Algemeen", "Logout", ("SessionToken", token));

        logout.Element("Result")!.Value.Should().Be("True");
        (await simulator.GetListAsync(token)).Element("Result")!.Value.Should().Be("False");
    }

    [Fact]
    public async Task An_unknown_list_is_an_exception_that_the_session_remembers()
    {
        await using var simulator = await SimulatorFixture.StartAsync();
        var token = await simulator.LoginAsync();

        var answer = await simulator.CallAsync("Data", "GetData", ("SessionToken", token), ("Layout", "Iets"));
        var number = await simulator.CallAsync("Data", "GetLastError", ("SessionToken", token));
        var text = await simulator.CallAsync("Data", "GetLastErrorMessage", ("SessionToken", token));

        answer.Element("Exception")!.Value.Should().Be("EMGeneralFailure");
        number.Element("Result")!.Value.Should().NotBe("0");
        text.Element("Result")!.Value.Should().Be(answer.Element("ExceptionMsg")!.Value).And.Contain("Iets");
    }

    [Theory]
    [InlineData(Koppelkolom.ExterneId, "ExterneId", "key")]
    [InlineData(Koppelkolom.Stamnr, "stamnr", "key")]
    [InlineData(Koppelkolom.IdGebr, "idGebr", "key")]
    [InlineData(Koppelkolom.EckId, "ExterneId", "eckid")]
    public async Task Only_the_chosen_column_equals_the_chosen_uwlr_key(
        Koppelkolom join, string column, string attribute)
    {
        await using var simulator = await SimulatorFixture.StartAsync(
            new SimulatorOptions { Pupils = 800, Join = join, Schooljaar = "2026-2027" });
        var pupils = UwlrReading.LeerlingenOf(await simulator.GetUwlrAsync());
        var rows = (await simulator.GetListAsync()).Descendants("Leerling").ToList();

        foreach (var (candidate, against) in new[]
        {
            ("ExterneId", "key"), ("stamnr", "key"), ("idGebr", "key"), ("ExterneId", "eckid"),
        })
        {
            var keys = pupils.Attributes(against).Select(a => a.Value).ToHashSet(StringComparer.Ordinal);
            var hits = rows.Elements(candidate).Select(e => e.Value).Distinct(StringComparer.Ordinal)
                .Count(keys.Contains);
            var isChosen = (candidate, against).Equals((column, attribute));
            hits.Should().BeInRange(isChosen ? 750 : 0, isChosen ? 800 : 0, $"{candidate} against {against}");
        }
    }

    [Fact]
    public async Task A_few_pupils_have_two_rows_that_agree_or_none_or_no_account_and_some_rows_have_no_pupil()
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 800);
        var keys = UwlrReading.KeysOf(UwlrReading.LeerlingenOf(await simulator.GetUwlrAsync()));
        var rows = (await simulator.GetListAsync()).Descendants("Leerling").ToList();
        var byKey = rows.GroupBy(r => r.Element("ExterneId")!.Value, StringComparer.Ordinal).ToList();

        byKey.Where(g => g.Count() > 1).Should().NotBeEmpty()
            .And.OnlyContain(g => g.Select(r => r.Element("opleidingscode")!.Value)
                .Distinct(StringComparer.Ordinal).Count() == 1);
        keys.Except(byKey.Select(g => g.Key), StringComparer.Ordinal).Count().Should().BeInRange(1, 20);
        byKey.Select(g => g.Key).Except(keys, StringComparer.Ordinal).Count().Should().BeInRange(1, 20);
        rows.Count(r => r.Element("idGebr")!.Value == "").Should().BeInRange(1, 40);
        rows.Count(r => r.Element("stamnr")!.Value.StartsWith('0')).Should().BeInRange(10, 80);
        rows.Count(r => r.Element("opleidingscode")!.Value.StartsWith("XYZ", StringComparison.Ordinal)).Should().BeInRange(1, 20);
    }

    [Fact]
    public async Task The_code_suits_the_year_of_the_pupil()
    {
        await using var simulator = await SimulatorFixture.StartAsync(
            new SimulatorOptions { Pupils = 800, Day = 20, Schooljaar = "2026-2027" });
        var years = UwlrReading.LeerlingenOf(await simulator.GetUwlrAsync())
            .ToDictionary(
                l => l.Attribute("key")!.Value, l => UwlrReading.Field(l, "jaargroep")![1], StringComparer.Ordinal);
        var rows = (await simulator.GetListAsync()).Descendants("Leerling")
            .Where(r => years.ContainsKey(r.Element("ExterneId")!.Value))
            .Where(r => !r.Element("opleidingscode")!.Value.StartsWith("XYZ", StringComparison.Ordinal))
            .Where(r => char.IsAsciiLetter(r.Element("opleidingscode")!.Value[0]));

        rows.Should().HaveCountGreaterThan(600).And.AllSatisfy(
            r => r.Element("opleidingscode")!.Value.Should().EndWith(years[r.Element("ExterneId")!.Value].ToString()));
    }

    [Theory]
    [InlineData(SoapTabel.Elementen)]
    [InlineData(SoapTabel.Escaped)]
    public async Task The_soap_form_gives_the_same_rows(SoapTabel soapTabel)
    {
        await using var simulator = await SimulatorFixture.StartAsync(
            new SimulatorOptions { Pupils = 120, SoapTabel = soapTabel });
        var login = await SendSoapAsync(simulator, "Algemeen", "Login",
            ("UserName", simulator.School.Gebruiker), ("Password", simulator.School.Wachtwoord));

        var answer = await SendSoapAsync(simulator, "Data", "GetData",
            ("SessionToken", login.Descendants("SessionToken").Single().Value),
            ("Layout", "KurveLeerlingData"),
            ("Parameters", ""));

        var table = answer.Descendants("Table").Single();
        table = soapTabel == SoapTabel.Escaped ? XElement.Parse(table.Value) : table;
        table.Descendants("Leerling").Select(r => r.Value).Should().Equal(
            (await simulator.GetListAsync()).Descendants("Leerling").Select(r => r.Value));
    }

    [Fact]
    public async Task A_soap_message_with_another_action_is_a_fault()
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        var answer = await SendSoapAsync(simulator, "Data", "GetData#", ("Layout", "KurveLeerlingData"));

        answer.Descendants("faultstring").Should().ContainSingle();
    }

    private static async Task<XDocument> SendSoapAsync(
        SimulatorFixture simulator, string service, string method, params (string Name, string Value)[] arguments)
    {
        XNamespace soap = "http://schemas.xmlsoap.org/soap/envelope/";
        XNamespace tns = "urn:MediusServer_Soap-" + service;
        var envelope = new XElement(
            soap + "Envelope",
            new XElement(soap + "Body", new XElement(
                tns + method.TrimEnd('#'), arguments.Select(a => new XElement(a.Name, a.Value)))));
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(
                simulator.Host.MagisterAddress(simulator.School),
                $"soap/{service.ToLowerInvariant()}?service={service}"))
        {
            Content = new StringContent(envelope.ToString(), Encoding.UTF8, "text/xml"),
        };
        request.Headers.Add("SOAPAction", $"urn:MediusServer_Soap-{service}#{method}");
        using var response = await simulator.Client.SendAsync(request);
        return XDocument.Parse(await response.Content.ReadAsStringAsync());
    }
}
