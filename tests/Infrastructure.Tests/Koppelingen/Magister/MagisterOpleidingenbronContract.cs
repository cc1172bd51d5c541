using System.Net;
using System.Net.Sockets;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Magister;

/// <summary>
/// Magister's adapter against the simulator over real HTTP, in all the ways in which it can misbehave: the same over
/// each transport.
/// </summary>
public abstract class MagisterOpleidingenbronContract(string transport)
{
    private const string Accent = "Officiële leerweg, 1e fase – één jaar";

    [Fact]
    public async Task The_list_comes_with_a_stamnummer_for_every_pupil()
    {
        await using var bron = await StartAsync();

        var lijst = (await bron.FetchOpleidingenAsync()).Value;

        lijst.Regels.Should().HaveCountGreaterThan(40).And.OnlyContain(r => r.Stamnummer != null);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.CaptionColumns)]
    [InlineData(MagisterMisbehaviour.PrefixedColumns)]
    [InlineData(MagisterMisbehaviour.UpperCaseColumns)]
    [InlineData(MagisterMisbehaviour.AliasColumns)]
    [InlineData(MagisterMisbehaviour.ExtraColumns)]
    [InlineData(MagisterMisbehaviour.AbsentWhenEmpty)]
    [InlineData(MagisterMisbehaviour.OtherWrapperNames)]
    [InlineData(MagisterMisbehaviour.ByteOrderMark)]
    [InlineData(MagisterMisbehaviour.Windows1252)]
    [InlineData(MagisterMisbehaviour.Windows1252Undeclared)]
    public async Task Odd_lists_give_the_same_rows(MagisterMisbehaviour kind)
    {
        await using var bron = await StartAsync();
        var good = (await bron.FetchOpleidingenAsync()).Value.Regels;
        bron.Misbehaviour.Add(kind);

        (await bron.FetchOpleidingenAsync()).Value.Regels.Should().Equal(good);
        bron.Misbehaviour.Applied.Should().Be(1);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.Gzip)]
    [InlineData(MagisterMisbehaviour.GzipUnannounced)]
    [InlineData(MagisterMisbehaviour.ForbiddenCharacters)]
    public async Task What_servers_really_send_gives_the_same_rows(MagisterMisbehaviour kind)
    {
        await using var bron = await StartAsync();
        var good = (await bron.FetchOpleidingenAsync()).Value.Regels;
        bron.Misbehaviour.Add(kind);

        var read = (await bron.FetchOpleidingenAsync()).Value.Regels;

        bron.Misbehaviour.Applied.Should().Be(1);
        read.Select(r => r with { Meldingen = [] }).Should().Equal(good);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.RetryLater)]
    public async Task A_web_service_that_asks_to_wait_too_long_is_not_asked_again(MagisterMisbehaviour kind)
    {
        await using var bron = await StartAsync();
        bron.Misbehaviour.Add(kind, details: new MisbehaviourDetails { RetryAfter = "86400" });

        var fout = await FetchFoutAsync(bron);

        bron.Misbehaviour.Applied.Should().Be(1);
        fout.Tekst.Should().Contain("niet voor ");
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.EmptyCodes)]
    public async Task Empty_codes_take_no_doelgroep_away(MagisterMisbehaviour kind)
    {
        await using var bron = await StartAsync();
        bron.Misbehaviour.Add(kind);

        var joined = await JoinAsync(bron);

        joined.Leerlingen.Should().OnlyContain(l => (l.Geleverd & (Veld.Opleidingscode | Veld.Doelgroep)) == Veld.Geen);
        joined.Leerlingen.Count(l => l.Meldingen.Contains(Meldingen.GeenOpleidingscode))
            .Should().Be(joined.Leerlingen.Count - joined.Rapport.LeerlingenZonderRegel);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.LastYearsEnrolments)]
    [InlineData(MagisterMisbehaviour.ShortStamnrs)]
    public async Task Last_years_enrolments_and_lost_zeros_make_no_difference(MagisterMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync(
            Bronopstelling.Options with { Join = Kurve.Numo.Simulator.Koppelkolom.Stamnr }, ("Numo:Magister:Transport", transport));
        var good = await JoinAsync(bron);
        bron.Misbehaviour.Add(kind);

        var joined = await JoinAsync(bron);

        bron.Misbehaviour.Applied.Should().Be(1);
        var pairs = joined.Leerlingen.Zip(good.Leerlingen).ToArray();
        pairs.Should().OnlyContain(pair => pair.First.Gegevens.Doelgroep == pair.Second.Gegevens.Doelgroep
            || (pair.First.Inschrijvingen.Count > 0 && !pair.First.Geleverd.HasFlag(Veld.Doelgroep)));
        pairs.Count(pair => pair.First.Inschrijvingen.Count > 0).Should().BeLessThan(
            pairs.Length / 10, "few codes, such as elementcodes, name no leerjaar");
        joined.Rapport.LeerlingenZonderRegel.Should().Be(good.Rapport.LeerlingenZonderRegel);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.Http401)]
    [InlineData(MagisterMisbehaviour.Http404)]
    [InlineData(MagisterMisbehaviour.LoginWithoutToken)]
    [InlineData(MagisterMisbehaviour.FaultServer)]
    public async Task What_is_no_matter_of_the_password_is_never_called_one(MagisterMisbehaviour kind)
    {
        await using var bron = await StartAsync();
        bron.Misbehaviour.Add(kind);

        var fout = await FetchFoutAsync(bron);

        fout.Fase.Should().NotBe(Bronfase.Inloggen);
        fout.Tekst.Should().NotContain("storing").And.NotContain("weigert het wachtwoord");
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.ExtraColumns)]
    [InlineData(MagisterMisbehaviour.Windows1252)]
    [InlineData(MagisterMisbehaviour.Windows1252Undeclared)]
    public async Task Accents_are_read_in_whatever_encoding_they_come(MagisterMisbehaviour kind)
    {
        await using var bron = await StartAsync(
            ("Numo:Magister:KolomAliassen:Studie.Omschrijving", "opleidingscode"));
        bron.Misbehaviour.Add(kind);

        (await bron.FetchOpleidingenAsync()).Value.Regels.Should().OnlyContain(r => r.Opleidingscode == Accent);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.OtherPupils)]
    public async Task A_list_of_other_pupils_is_read_as_it_is(MagisterMisbehaviour kind)
    {
        await using var bron = await StartAsync();
        var good = await FetchStamnummersAsync(bron);
        bron.Misbehaviour.Add(kind);

        (await FetchStamnummersAsync(bron)).Should().HaveSameCount(good).And.NotIntersectWith(good);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.DecoratedStamnrs)]
    public async Task Stamnummers_with_spaces_and_zeros_are_the_same_stamnummers(MagisterMisbehaviour kind)
    {
        await using var bron = await StartAsync();
        var good = await FetchStamnummersAsync(bron);
        bron.Misbehaviour.Add(kind);

        var decorated = await FetchStamnummersAsync(bron);

        decorated.Should().Equal(good);
        decorated.Should().OnlyContain(s => s.Value.StartsWith("00"), "spaces are taken off, zeros are kept");
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.ContradictingDuplicates)]
    public async Task Rows_that_contradict_each_other_all_come(MagisterMisbehaviour kind)
    {
        await using var bron = await StartAsync();
        var good = (await bron.FetchOpleidingenAsync()).Value.Regels;
        bron.Misbehaviour.Add(kind);

        var regels = (await bron.FetchOpleidingenAsync()).Value.Regels;

        good.Should().BeSubsetOf(regels);
        regels.GroupBy(r => r.Stamnummer).Count(g => g.Select(r => r.Opleidingscode).Distinct().Count() > 1)
            .Should().Be(regels.Count - good.Count).And.Be(3);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.EmptyTable)]
    [InlineData(MagisterMisbehaviour.EmptyList)]
    public async Task An_empty_list_is_a_list(MagisterMisbehaviour kind)
    {
        await using var bron = await StartAsync();
        bron.Misbehaviour.Add(kind);

        (await bron.FetchOpleidingenAsync()).Value.Regels.Should().BeEmpty();
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.WrongPassword, "INLOGGEN_GEWEIGERD", Actiehouder.School, 1)]
    [InlineData(MagisterMisbehaviour.NoRight, "GEEN_RECHT_OP_LIJST", Actiehouder.School, 1)]
    [InlineData(MagisterMisbehaviour.ListMissing, "MAGISTER_MELDT_FOUT", Actiehouder.School, 1)]
    [InlineData(MagisterMisbehaviour.MissingColumn, "KOLOMMEN_ONTBREKEN", Actiehouder.School, 1)]
    [InlineData(MagisterMisbehaviour.ExpiredSession, "MAGISTER_MELDT_FOUT", Actiehouder.School, 2)]
    [InlineData(MagisterMisbehaviour.TruncatedAnswer, "ANTWOORD_AFGEKAPT", Actiehouder.Magister, 3)]
    [InlineData(MagisterMisbehaviour.TruncatedConnection, "VERBINDING_VERBROKEN", Actiehouder.Magister, 3)]
    [InlineData(MagisterMisbehaviour.ConnectionReset, "VERBINDING_VERBROKEN", Actiehouder.Magister, 3)]
    [InlineData(MagisterMisbehaviour.Http503, "HTTP_STATUS", Actiehouder.Magister, 3)]
    [InlineData(MagisterMisbehaviour.Http401, "WEBSERVICE_GEWEIGERD", Actiehouder.School, 1)]
    [InlineData(MagisterMisbehaviour.Http403, "WEBSERVICE_GEWEIGERD", Actiehouder.School, 1)]
    [InlineData(MagisterMisbehaviour.Http404, "WEBSERVICE_ONBEKEND", Actiehouder.School, 1)]
    [InlineData(MagisterMisbehaviour.Http410, "WEBSERVICE_ONBEKEND", Actiehouder.School, 1)]
    [InlineData(MagisterMisbehaviour.LoginWithoutToken, "GEEN_SESSIE", Actiehouder.Magister, 3)]
    [InlineData(MagisterMisbehaviour.FaultServer, "MAGISTER_SERVERFOUT", Actiehouder.Magister, 3)]
    [InlineData(MagisterMisbehaviour.Soap12FaultReceiver, "MAGISTER_SERVERFOUT", Actiehouder.Magister, 3)]
    [InlineData(MagisterMisbehaviour.Redirect, "DOORVERWIJZING", Actiehouder.Kurve, 1)]
    [InlineData(MagisterMisbehaviour.HtmlPage, "GEEN_XML", Actiehouder.Magister, 1)]
    [InlineData(MagisterMisbehaviour.EntityBomb, "ONGELDIGE_XML", Actiehouder.Magister, 1)]
    public async Task A_refusal_has_its_reason_and_is_asked_again_only_when_that_may_help(
        MagisterMisbehaviour kind, string code, Actiehouder owner, int tries)
    {
        await using var bron = await StartAsync();
        bron.Misbehaviour.Add(kind);

        var fout = await FetchFoutAsync(bron);

        (fout.Code, fout.Actiehouder, bron.Misbehaviour.Applied).Should().Be((code, owner, tries));
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.Slow)]
    public async Task A_dripping_list_ends_at_the_limit_of_each_try(MagisterMisbehaviour kind)
    {
        await using var bron = await StartAsync(("Numo:Magister:AttemptTimeout", "00:00:01"));
        bron.Misbehaviour.Add(kind);

        var fout = await FetchFoutAsync(bron);

        (fout.Code, fout.Actiehouder).Should().Be(("ANTWOORD_TE_TRAAG", Actiehouder.Magister));
        bron.Misbehaviour.Applied.Should().BeInRange(1, 3, "a machine that is busy may spend a try on the login");
    }

    [Theory]
    [InlineData("opleidingscode", false)]
    [InlineData("stamnr", true)]
    [InlineData("ExterneId", true)]
    [InlineData("idGebr", true)]
    public async Task A_list_may_lack_one_of_the_columns_that_name_a_pupil(string column, bool accepted)
    {
        await using var bron = await StartAsync();
        bron.Misbehaviour.Add(
            MagisterMisbehaviour.MissingColumn, details: new MisbehaviourDetails { Column = column });

        (await bron.FetchOpleidingenAsync()).IsOk.Should().Be(accepted);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.ExpiredSession)]
    public async Task A_session_that_expired_is_opened_again_once(MagisterMisbehaviour kind)
    {
        await using var bron = await StartAsync();
        bron.Misbehaviour.Add(kind, times: 1);

        (await bron.FetchOpleidingenAsync()).IsOk.Should().BeTrue();
    }

    [Fact]
    public async Task A_refused_connection_asks_whether_we_are_allowlisted()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using var bron = await StartAsync(("Numo:Magister:BaseUrlOverride", $"http://127.0.0.1:{port}"));

        var fout = await FetchFoutAsync(bron);

        (fout.Code, fout.Actiehouder).Should().Be(("NIET_BEREIKBAAR", Actiehouder.School));
        fout.Message.Should().Contain("not allowlisted?");
    }

    private protected Task<Bronopstelling> StartAsync(params (string Key, string Value)[] settings) =>
        StartAsync(SoapTabel.Elementen, settings);

    private protected Task<Bronopstelling> StartAsync(SoapTabel tabel, params (string Key, string Value)[] settings) =>
        Bronopstelling.StartAsync(
            Bronopstelling.Options with { SoapTabel = tabel }, [("Numo:Magister:Transport", transport), .. settings]);

    private static async Task<Koppeluitkomst> JoinAsync(Bronopstelling bron)
    {
        var personen = (await bron.FetchPersonenAsync()).Value;
        var regels = (await bron.FetchOpleidingenAsync()).Value.Regels;
        return Koppelaar.Join(personen.Leerlingen, regels, Translate).Value;
    }

    // The last digit of a code is its leerjaar, and what stands before it its opleiding.
    private static Vertaling Translate(string? code, int? leerjaar)
    {
        var cijfer = (code ?? "").LastIndexOfAny(['1', '2', '3', '4', '5', '6']);
        if (cijfer < 1)
        {
            return Vertaling.Of(Lezing.Onbekend, leerjaar);
        }

        var opleiding = new Opleiding(code![..cijfer], code[..cijfer], Sector.Vo, [1, 2, 3, 4, 5, 6], null, null);
        var lezing = new Lezing(
            Vertaalregel.Patroon, opleiding, code[cijfer] - '0', Zekerheid.Hoog, opleiding.Leerjaren, []);
        return Vertaling.Of(lezing, leerjaar);
    }

    private protected static async Task<Bronfout> FetchFoutAsync(Bronopstelling bron) =>
        (await bron.FetchOpleidingenAsync()).Error.Should().BeOfType<Bronfout>().Subject;

    private static async Task<IEnumerable<Stamnummer>> FetchStamnummersAsync(Bronopstelling bron) =>
        (await bron.FetchOpleidingenAsync()).Value.Regels.Select(r => Stamnummer.Hydrate(r.Stamnummer!));
}

/// <summary>Arguments in the address, XML back.</summary>
public sealed class MagisterOverUrlTests() : MagisterOpleidingenbronContract("Url")
{
    [Theory]
    [InlineData(MagisterMisbehaviour.ExceptionWithoutText)]
    public async Task An_error_without_text_is_asked_for_its_text(MagisterMisbehaviour kind)
    {
        await using var bron = await StartAsync();
        bron.Misbehaviour.Add(kind);

        var fout = await FetchFoutAsync(bron);

        (fout.Code, fout.Actiehouder).Should().Be(("MAGISTER_MELDT_FOUT", Actiehouder.School));
        fout.Tekst.Should().Contain("De lijst kan niet worden uitgevoerd");
    }
}

/// <summary>SOAP, in which it is not known how a table is written.</summary>
public sealed class MagisterOverSoapTests() : MagisterOpleidingenbronContract("Soap")
{
    [Fact]
    public async Task A_table_may_be_a_text_that_holds_xml()
    {
        await using var elements = await StartAsync();
        await using var escaped = await StartAsync(SoapTabel.Escaped);

        var regels = (await escaped.FetchOpleidingenAsync()).Value.Regels;

        regels.Should().HaveCountGreaterThan(40);
        regels.Should().Equal((await elements.FetchOpleidingenAsync()).Value.Regels);
    }
}
