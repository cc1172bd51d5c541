using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen;

/// <summary>Both adapters against the simulator over real HTTP, in all the ways in which it can misbehave.</summary>
public sealed class BronnenTests
{
    [Theory]
    [InlineData(UwlrMisbehaviour.TruncatedAnswer, "ANTWOORD_AFGEKAPT")]
    [InlineData(UwlrMisbehaviour.EntityBomb, "ONGELDIGE_XML")]
    [InlineData(UwlrMisbehaviour.HtmlPage, "GEEN_XML")]
    [InlineData(UwlrMisbehaviour.Redirect, "DOORVERWIJZING")]
    [InlineData(UwlrMisbehaviour.OtherBrin, "ANDERE_SCHOOL")]
    [InlineData(UwlrMisbehaviour.OtherSchooljaar, "ANDER_SCHOOLJAAR")]
    [InlineData(UwlrMisbehaviour.DeepNesting, "ANTWOORD_TE_DIEP")]
    [InlineData(UwlrMisbehaviour.ConnectionReset, "VERBINDING_VERBROKEN")]
    public async Task An_answer_of_UWLR_that_is_no_answer_is_refused(UwlrMisbehaviour kind, string code)
    {
        await using var bron = await Opstelling.StartAsync();
        bron.Simulator.Misbehaviour.Add(kind);

        (await bron.FetchPersonenAsync()).Error!.Code.Should().Be(code);
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.FaultAutorisatieOngeldig)]
    [InlineData(UwlrMisbehaviour.FaultInterneFout)]
    [InlineData(UwlrMisbehaviour.FaultOngeldigBericht)]
    [InlineData(UwlrMisbehaviour.FaultOngeldigeKlantIdentificatie)]
    [InlineData(UwlrMisbehaviour.FaultXsdVersieOngeldig)]
    [InlineData(UwlrMisbehaviour.FaultInternalService)]
    public async Task A_fault_tells_the_school_who_must_act(UwlrMisbehaviour kind)
    {
        await using var bron = await Opstelling.StartAsync();
        bron.Simulator.Misbehaviour.Add(kind);

        var fout = (await bron.FetchPersonenAsync()).Error.Should().BeOfType<Bronfout>().Subject;

        fout.Tekst.Should().NotBeEmpty();
        fout.Actiehouder.Should().NotBe(Actiehouder.Niemand);
    }

    [Fact]
    public async Task A_temporary_fault_is_tried_again_and_a_third_time_but_not_a_fourth()
    {
        await using var bron = await Opstelling.StartAsync();
        bron.Simulator.Misbehaviour.Add(UwlrMisbehaviour.FaultTijdelijkNietBeschikbaar, times: 2);
        var afterTwo = await bron.FetchPersonenAsync();
        bron.Simulator.Misbehaviour.Add(UwlrMisbehaviour.FaultTijdelijkNietBeschikbaar, times: 3);
        var afterThree = await bron.FetchPersonenAsync();

        afterTwo.IsOk.Should().BeTrue();
        afterThree.IsOk.Should().BeFalse();
    }

    [Fact]
    public async Task A_dripping_answer_ends_at_the_limit()
    {
        await using var bron = await Opstelling.StartAsync(
            ("Numo:Uwlr:AttemptTimeout", "00:00:00.300"), ("Numo:Uwlr:TotalTimeout", "00:00:01"));
        bron.Simulator.Misbehaviour.Add(UwlrMisbehaviour.Slow);

        (await bron.FetchPersonenAsync()).Error!.Code.Should().BeOneOf("ANTWOORD_TE_TRAAG", "TIJD_VERSTREKEN");
    }

    [Fact]
    public async Task A_fetch_can_be_cancelled_in_the_middle_of_an_answer()
    {
        await using var bron = await Opstelling.StartAsync();
        bron.Simulator.Misbehaviour.Add(UwlrMisbehaviour.Slow);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await FluentActions.Awaiting(
            () => bron.FetchPersonenAsync(cancel.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData("Url", SoapTabel.Elementen)]
    [InlineData("Soap", SoapTabel.Elementen)]
    [InlineData("Soap", SoapTabel.Escaped)]
    public async Task The_list_comes_over_each_transport(string transport, SoapTabel tabel)
    {
        await using var bron = await Opstelling.StartAsync(tabel, ("Numo:Magister:Transport", transport));

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
    public async Task Odd_lists_give_the_same_rows(MagisterMisbehaviour kind)
    {
        await using var bron = await Opstelling.StartAsync();
        var good = (await bron.FetchOpleidingenAsync()).Value.Regels;
        bron.Simulator.Misbehaviour.Add(kind);

        (await bron.FetchOpleidingenAsync()).Value.Regels.Should().Equal(good);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.EmptyTable)]
    [InlineData(MagisterMisbehaviour.EmptyList)]
    public async Task An_empty_list_is_a_list(MagisterMisbehaviour kind)
    {
        await using var bron = await Opstelling.StartAsync();
        bron.Simulator.Misbehaviour.Add(kind);

        (await bron.FetchOpleidingenAsync()).Value.Regels.Should().BeEmpty();
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.WrongPassword, "INLOGGEN_GEWEIGERD")]
    [InlineData(MagisterMisbehaviour.NoRight, "GEEN_RECHT_OP_LIJST")]
    [InlineData(MagisterMisbehaviour.ListMissing, "MAGISTER_MELDT_FOUT")]
    [InlineData(MagisterMisbehaviour.TruncatedAnswer, "ANTWOORD_AFGEKAPT")]
    [InlineData(MagisterMisbehaviour.EntityBomb, "ONGELDIGE_XML")]
    [InlineData(MagisterMisbehaviour.HtmlPage, "GEEN_XML")]
    [InlineData(MagisterMisbehaviour.Redirect, "DOORVERWIJZING")]
    [InlineData(MagisterMisbehaviour.ConnectionReset, "VERBINDING_VERBROKEN")]
    public async Task A_refusal_of_the_web_service_has_its_reason(MagisterMisbehaviour kind, string code)
    {
        await using var bron = await Opstelling.StartAsync();
        bron.Simulator.Misbehaviour.Add(kind);

        (await bron.FetchOpleidingenAsync()).Error!.Code.Should().Be(code);
    }

    [Fact]
    public async Task An_error_without_text_is_asked_for_its_text()
    {
        await using var bron = await Opstelling.StartAsync();
        bron.Simulator.Misbehaviour.Add(MagisterMisbehaviour.ExceptionWithoutText);

        (await bron.FetchOpleidingenAsync()).Error!.Message.Should().NotContain("geen toelichting");
    }

    [Fact]
    public async Task A_session_that_expired_is_opened_again_once()
    {
        await using var bron = await Opstelling.StartAsync();
        bron.Simulator.Misbehaviour.Add(MagisterMisbehaviour.ExpiredSession, times: 1);

        (await bron.FetchOpleidingenAsync()).IsOk.Should().BeTrue();
    }

    [Fact]
    public async Task A_refused_connection_asks_whether_we_are_allowlisted()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using var bron = await Opstelling.StartAsync(
            ("Numo:Magister:BaseUrlOverride", $"http://127.0.0.1:{port}"));

        var fout = (await bron.FetchOpleidingenAsync()).Error!;

        fout.Code.Should().Be("NIET_BEREIKBAAR");
        fout.Message.Should().Contain("not allowlisted?");
    }

    [Fact]
    public async Task No_credential_is_ever_logged_traced_or_told()
    {
        await using var bron = await Opstelling.StartAsync();
        var traced = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => traced.Add(
                string.Join(' ', activity.TagObjects.Select(t => $"{t.Key}={t.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);
        var told = new List<string>();
        foreach (var kind in (MagisterMisbehaviour[])[MagisterMisbehaviour.WrongPassword, MagisterMisbehaviour.ConnectionReset, MagisterMisbehaviour.ListMissing])
        {
            bron.Simulator.Misbehaviour.Reset();
            bron.Simulator.Misbehaviour.Add(kind);
            told.Add((await bron.FetchOpleidingenAsync()).Error!.ToString());
        }

        // The server side of these calls runs in this process as well and is traced by its own host: only what leaves
        // us counts.
        var ours = traced.Where(t => !t.Contains("server.address", StringComparison.Ordinal) || t.Contains("url.full", StringComparison.Ordinal));
        bron.Logged.Concat(told).Concat(ours).Should().OnlyContain(
            text => !text.Contains(bron.School.Wachtwoord, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Numo:Magister:BaseUrlOverride", "https://elders.voorbeeld.invalid", "BaseUrlOverride")]
    [InlineData("Numo:Uwlr:Endpoint", "http://elders.voorbeeld.invalid/", "Endpoint")]
    [InlineData("Numo:Uwlr:XsdVersie", "9", "XsdVersie")]
    public async Task A_wrong_setting_is_named(string key, string value, string named)
    {
        var start = () => Opstelling.StartAsync((key, value));

        (await start.Should().ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>()).Which.Message.Should().Contain(named);
    }

    /// <summary>A simulator and both adapters, configured as the API configures them.</summary>
    private sealed class Opstelling : IAsyncDisposable, ILoggerProvider, ILogger
    {
        private ServiceProvider _services = null!;

        public SimulatorHost Simulator { get; private set; } = null!;

        public ConcurrentBag<string> Logged { get; } = [];

        public SimulatedSchool School => Simulator.Scholen[0];

        public static Task<Opstelling> StartAsync(params (string Key, string Value)[] settings) =>
            StartAsync(SoapTabel.Elementen, settings);

        public static async Task<Opstelling> StartAsync(SoapTabel tabel, params (string Key, string Value)[] settings)
        {
            var options = new SimulatorOptions { Pupils = 60, Schooljaar = "2026-2027", SoapTabel = tabel, Quiet = true };
            var bron = new Opstelling { Simulator = await SimulatorHost.StartAsync(options, CancellationToken.None) };
            var values = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Numo:AllowLoopback"] = "true",
                ["Numo:Uwlr:Endpoint"] = bron.Simulator.Uwlr.Endpoint.ToString(),
                ["Numo:Uwlr:Klantcode"] = bron.Simulator.Uwlr.Klantcode,
                ["Numo:Uwlr:Klantnaam"] = bron.Simulator.Uwlr.Klantnaam,
                ["Numo:Uwlr:Autorisatiesleutel"] = bron.Simulator.Uwlr.Autorisatiesleutel,
                ["Numo:Uwlr:Backoff"] = "00:00:00.010",
                ["Numo:Magister:BaseUrlOverride"] = bron.Simulator.Address.ToString(),
                ["Numo:Magister:Backoff"] = "00:00:00.010",
            };
            foreach (var (key, value) in settings)
            {
                values[key] = value;
            }

            var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
            bron._services = new ServiceCollection()
                .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(bron))
                .AddBronnen(configuration)
                .BuildServiceProvider();
            _ = bron._services.GetRequiredService<IPersonenbron>();
            _ = bron._services.GetRequiredService<IOpleidingenbron>();
            return bron;
        }

        public Task<Result<Personenlijst>> FetchPersonenAsync(CancellationToken ct = default) =>
            _services.GetRequiredService<IPersonenbron>().FetchAsync(
                new PersonenVerzoek(Brin.Hydrate(School.Brin), Vestigingsnummer.Hoofd, Schooljaar.Hydrate(2026)),
                null,
                ct);

        public Task<Result<Opleidingenlijst>> FetchOpleidingenAsync() =>
            _services.GetRequiredService<IOpleidingenbron>().FetchAsync(
            new OpleidingenVerzoek(Schooldomein.Hydrate(School.Domein), School.Gebruiker, new Geheim(School.Wachtwoord)), CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            await Simulator.DisposeAsync();
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Logged.Add($"{formatter(state, exception)} {exception}");

        void IDisposable.Dispose()
        {
        }
    }
}
