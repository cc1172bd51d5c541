using System.Collections.Concurrent;
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

/// <summary>A simulator and both adapters, configured as the API configures them.</summary>
internal sealed class Bronopstelling : IAsyncDisposable, ILoggerProvider, ILogger
{
    public static readonly SimulatorOptions Options = new() { Pupils = 60, Schooljaar = "2026-2027", Quiet = true };

    private ServiceProvider _services = null!;

    public SimulatorHost Simulator { get; private set; } = null!;

    /// <summary>Everything that was logged, at every level, with its exceptions.</summary>
    public ConcurrentBag<string> Logged { get; } = [];

    public SimulatedSchool School => Simulator.Scholen[0];

    public MisbehaviourControl Misbehaviour => Simulator.Misbehaviour;

    public static Task<Bronopstelling> StartAsync(params (string Key, string Value)[] settings) =>
        StartAsync(Options, settings);

    public static async Task<Bronopstelling> StartAsync(
        SimulatorOptions options, params (string Key, string Value)[] settings)
    {
        var bron = new Bronopstelling { Simulator = await SimulatorHost.StartAsync(options, CancellationToken.None) };
        var values = SettingsOf(bron.Simulator);
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        bron._services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(bron))
            .AddBronnen(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .BuildServiceProvider();
        _ = bron._services.GetRequiredService<IPersonenbron>();
        _ = bron._services.GetRequiredService<IOpleidingenbron>();
        return bron;
    }

    /// <summary>What a process is told of a simulator that takes the place of both sources.</summary>
    public static Dictionary<string, string?> SettingsOf(SimulatorHost simulator) => new(StringComparer.Ordinal)
    {
        ["Numo:AllowLoopback"] = "true",
        ["Numo:Uwlr:Endpoint"] = simulator.Uwlr.Endpoint.ToString(),
        ["Numo:Uwlr:Klantcode"] = simulator.Uwlr.Klantcode,
        ["Numo:Uwlr:Klantnaam"] = simulator.Uwlr.Klantnaam,
        ["Numo:Uwlr:Autorisatiesleutel"] = simulator.Uwlr.Autorisatiesleutel,
        ["Numo:Uwlr:Backoff"] = "00:00:00.001",
        ["Numo:Magister:BaseUrlOverride"] = simulator.Address.ToString(),
        ["Numo:Magister:Backoff"] = "00:00:00.001",
    };

    public Task<Result<Personenlijst>> FetchPersonenAsync(Geheim? sleutel = null, CancellationToken ct = default)
    {
        var verzoek = new PersonenVerzoek(
            Brin.Hydrate(School.Brin),
            Vestigingsnummer.Hoofd,
            Schooljaar.Hydrate(2026),
            Endpoint: null,
            Autorisatiesleutel: sleutel);
        return _services.GetRequiredService<IPersonenbron>().FetchAsync(verzoek, progress: null, ct);
    }

    public Task<Result<Opleidingenlijst>> FetchOpleidingenAsync(CancellationToken ct = default)
    {
        var verzoek = new OpleidingenVerzoek(
            Schooldomein.Hydrate(School.Domein), School.Gebruiker, new Geheim(School.Wachtwoord));
        return _services.GetRequiredService<IOpleidingenbron>().FetchAsync(verzoek, progress: null, ct);
    }

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
