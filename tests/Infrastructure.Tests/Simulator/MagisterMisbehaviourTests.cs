using System.Text;
using System.Xml;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Magister;
using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

public sealed class MagisterMisbehaviourTests : IAsyncLifetime
{
    private SimulatorFixture _simulator = null!;

    public async Task InitializeAsync() => _simulator = await SimulatorFixture.StartAsync();

    public async Task DisposeAsync() => await _simulator.DisposeAsync();

    [Fact]
    public void Every_misbehaviour_has_a_reaction()
    {
        var reactions = Enum.GetValues<MagisterMisbehaviour>()
            .Select(k => MagisterReactie.Of(k, MisbehaviourDetails.None));

        reactions.Should().NotContain(MagisterReactie.Goed);
    }

    [Fact]
    public async Task A_right_password_can_be_refused()
    {
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.WrongPassword);

        var answer = await _simulator.CallAsync(
            "Algemeen", "Login", ("UserName", "Kurve"), ("Password", _simulator.School.Wachtwoord));

        answer.Element("Result")!.Value.Should().Be("False");
    }

    [Fact]
    public async Task A_missing_right_is_error_10_in_a_table_with_status_200()
    {
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.NoRight);

        var answer = await _simulator.GetListAsync();

        answer.Element("Result")!.Value.Should().Be("False");
        answer.Descendants("Fout_nummer").Single().Value.Should().Be("10");
        answer.Descendants("Fout_omschrijving").Single().Value
            .Should().Be("Gebruikersaccount heeft geen recht op deze layout");
    }

    [Fact]
    public async Task A_misbehaviour_of_the_list_is_not_used_up_by_logging_in()
    {
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.NoRight, times: 1);
        var token = await _simulator.LoginAsync();

        var first = await _simulator.GetListAsync(token);
        var second = await _simulator.GetListAsync(token);

        first.Element("Result")!.Value.Should().Be("False");
        second.Element("Result")!.Value.Should().Be("True");
    }

    [Fact]
    public async Task A_missing_list_is_an_exception()
    {
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.ListMissing);

        (await _simulator.GetListAsync()).Element("Exception")!.Value.Should().Be("EMGeneralFailure");
    }

    [Fact]
    public async Task An_exception_without_text_has_its_text_as_the_last_error()
    {
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.ExceptionWithoutText);
        var token = await _simulator.LoginAsync();

        var answer = await _simulator.GetListAsync(token);
        var text = await _simulator.CallAsync("Data", "GetLastErrorMessage", ("SessionToken", token));

        answer.Element("ExceptionMsg")!.Value.Should().BeEmpty();
        text.Element("Result")!.Value.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.EchoInExceptionText, "ExceptionMsg")]
    [InlineData(MagisterMisbehaviour.EchoInExceptionClass, "Exception")]
    public async Task An_exception_can_repeat_all_credentials_also_percent_encoded(
        MagisterMisbehaviour kind, string element)
    {
        await using var simulator = await SimulatorFixture.StartAsync(
            new SimulatorOptions { Pupils = 10, Wachtwoordeinde = " +&é" });
        simulator.Misbehaviour.Add(kind);
        var token = await simulator.LoginAsync();

        var text = (await simulator.GetListAsync(token)).Element(element)!.Value;

        var wachtwoord = simulator.School.Wachtwoord;
        wachtwoord.Should().EndWith(" +&é");
        text.Should().Contain($"Kurve {wachtwoord} {token}").And.Contain(
            $"Kurve&{Uri.EscapeDataString(wachtwoord)}&{token}");
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.EchoInRefusal, "ResultMessage")]
    [InlineData(MagisterMisbehaviour.EchoInLoginException, "Exception")]
    [InlineData(MagisterMisbehaviour.EchoInLoginException, "ExceptionMsg")]
    public async Task A_refused_login_can_repeat_the_password(MagisterMisbehaviour kind, string element)
    {
        _simulator.Misbehaviour.Add(kind);

        var answer = await _simulator.CallAsync(
            "Algemeen", "Login", ("UserName", "Kurve"), ("Password", _simulator.School.Wachtwoord));

        answer.Element(element)!.Value.Should().Contain(_simulator.School.Wachtwoord);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.EmptyTable, "<Table />")]
    [InlineData(MagisterMisbehaviour.EmptyList, "<Table><Leerlingen /></Table>")]
    public async Task An_empty_list_has_two_shapes(MagisterMisbehaviour kind, string table)
    {
        _simulator.Misbehaviour.Add(kind);

        Encoding.UTF8.GetString(await _simulator.GetListBytesAsync()).Should().Contain("<Result>True</Result>" + table);
    }

    [Theory]
    [InlineData(
        MagisterMisbehaviour.CaptionColumns,
        "Loginaccount.Loginaccount.sis_gebr__idGebr,Externe_id,opleidingscode,Stamnr")]
    [InlineData(
        MagisterMisbehaviour.PrefixedColumns,
        "Loginaccount.idGebr,Leerling.Externe_id,Studie.Opleidingscode,Leerling.Stamnr")]
    [InlineData(MagisterMisbehaviour.UpperCaseColumns, "IDGEBR,EXTERNEID,OPLEIDINGSCODE,STAMNR")]
    [InlineData(MagisterMisbehaviour.AliasColumns, "KurveGebruikerId,KurveExterneId,KurveOpleiding,KurveStamnr")]
    [InlineData(MagisterMisbehaviour.MissingColumn, "idGebr,ExterneId,stamnr")]
    [InlineData(
        MagisterMisbehaviour.ExtraColumns,
        "Klas.Klas.sis_bgrp__idBgrp,idGebr,ExterneId,opleidingscode,stamnr,Studie.Omschrijving,Datum_uitschrijving")]
    public async Task Columns_can_have_other_names(MagisterMisbehaviour kind, string names)
    {
        var good = (await _simulator.GetListAsync()).Descendants("Leerling").First();
        _simulator.Misbehaviour.Add(kind);

        var row = (await _simulator.GetListAsync()).Descendants("Leerling").First();

        string.Join(',', row.Elements().Select(e => e.Name.LocalName)).Should().Be(names);
        row.Elements().Select(e => e.Value).Should().Contain(good.Element("stamnr")!.Value);
    }

    [Fact]
    public async Task Any_column_can_be_the_missing_one()
    {
        _simulator.Misbehaviour.Add(
            MagisterMisbehaviour.MissingColumn, details: new MisbehaviourDetails { Column = "STAMNR" });

        var answer = await _simulator.GetListAsync();

        answer.Descendants("stamnr").Should().BeEmpty();
        answer.Descendants("opleidingscode").Should().NotBeEmpty();
    }

    [Fact]
    public async Task An_empty_value_can_leave_its_element_out()
    {
        var empty = (await _simulator.GetListAsync()).Descendants("idGebr").Count(e => e.Value.Length == 0);
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.AbsentWhenEmpty);

        var rows = (await _simulator.GetListAsync()).Descendants("Leerling");

        rows.Count(r => r.Element("idGebr") is null).Should().Be(empty).And.BePositive();
    }

    [Fact]
    public async Task The_elements_around_the_rows_can_have_other_names()
    {
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.OtherWrapperNames);

        var table = (await _simulator.GetListAsync()).Element("Table")!;

        table.Element("Voorinschrijvingen")!.Elements("Voorinschrijving").Should().HaveCountGreaterThan(100);
    }

    [Fact]
    public async Task A_byte_order_mark_can_come_first()
    {
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.ByteOrderMark);

        (await _simulator.GetListBytesAsync()).Take(4).Should().Equal(0xEF, 0xBB, 0xBF, (byte)'<');
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.Windows1252, true)]
    [InlineData(MagisterMisbehaviour.Windows1252Undeclared, false)]
    public async Task Bytes_can_be_windows_1252_told_or_not(MagisterMisbehaviour kind, bool told)
    {
        _simulator.Misbehaviour.Add(kind);

        var bytes = await _simulator.GetListBytesAsync();

        System.Text.Unicode.Utf8.IsValid(bytes).Should().BeFalse();
        Encoding.ASCII.GetString(bytes).Contains("windows-1252", StringComparison.Ordinal).Should().Be(told);
    }

    [Fact]
    public async Task Duplicates_can_contradict_each_other()
    {
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.ContradictingDuplicates);

        var rows = (await _simulator.GetListAsync()).Descendants("Leerling");

        rows.GroupBy(r => r.Element("stamnr")!.Value, StringComparer.Ordinal)
            .Count(g => g.Select(r => r.Element("opleidingscode")!.Value).Distinct(StringComparer.Ordinal).Count() > 1)
            .Should().Be(3);
    }

    [Fact]
    public async Task Stamnrs_can_have_spaces_and_zeros()
    {
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.DecoratedStamnrs);

        (await _simulator.GetListAsync()).Descendants("stamnr").Should().OnlyContain(
            e => e.Value.StartsWith(" 00", StringComparison.Ordinal)
                && e.Value.EndsWith("  ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_truncated_list_is_no_document()
    {
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.TruncatedAnswer);

        var reading = () => _simulator.GetListAsync();

        await reading.Should().ThrowAsync<XmlException>();
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.TruncatedConnection)]
    [InlineData(MagisterMisbehaviour.ConnectionReset)]
    public async Task The_connection_can_break(MagisterMisbehaviour kind)
    {
        _simulator.Misbehaviour.Add(kind);

        var reading = () => _simulator.GetListBytesAsync();

        await reading.Should().ThrowAsync<Exception>().Where(e => e is HttpRequestException || e is IOException);
    }

    [Fact]
    public async Task A_document_type_with_entities_can_come()
    {
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.EntityBomb);

        Encoding.UTF8.GetString(await _simulator.GetListBytesAsync())
            .Should().Contain("<!ENTITY e12").And.Contain("&e12;");
    }

    [Fact]
    public async Task An_expired_session_stays_expired_and_a_new_one_works()
    {
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.ExpiredSession, times: 1);
        var token = await _simulator.LoginAsync();

        var results = new[]
        {
            await _simulator.GetListAsync(token),
            await _simulator.GetListAsync(token),
            await _simulator.GetListAsync(await _simulator.LoginAsync()),
        };

        results.Select(r => r.Element("Result")!.Value).Should().Equal("False", "False", "True");
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.Http503, 503)]
    [InlineData(MagisterMisbehaviour.Http404, 404)]
    [InlineData(MagisterMisbehaviour.Redirect, 302)]
    [InlineData(MagisterMisbehaviour.HtmlPage, 200)]
    public async Task Every_function_can_fail_at_the_level_of_http(MagisterMisbehaviour kind, int status)
    {
        _simulator.Misbehaviour.Add(kind);

        using var response = await _simulator.Client.GetAsync(_simulator.AddressOf("Algemeen", "Login"));

        ((int)response.StatusCode).Should().Be(status);
    }
}
