using System.Net;
using Kurve.Numo.Simulator.Bediening;
using Kurve.Numo.Simulator.Magister;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.Simulator.Uwlr;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Kurve.Numo.Simulator;

/// <summary>
/// A running simulator on 127.0.0.1: UWLR smalle set and Magister's web service for invented schools, over plain
/// HTTP/1.1.
/// </summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Simulatie _simulatie;

    private SimulatorHost(WebApplication app, Simulatie simulatie, MisbehaviourControl misbehaviour, Uri address)
    {
        _app = app;
        _simulatie = simulatie;
        Address = address;
        Misbehaviour = misbehaviour;
        Uwlr = new UwlrToegang(
            new Uri(address, UwlrEndpoint.Path),
            simulatie.Autorisatiesleutel,
            Simulatie.Klantcode,
            Simulatie.Klantnaam);
    }

    /// <summary>The address, with the port that was taken.</summary>
    public Uri Address { get; }

    /// <summary>The invented schools.</summary>
    public IReadOnlyList<SimulatedSchool> Scholen => _simulatie.Scholen;

    /// <summary>Address and credentials of UWLR.</summary>
    public UwlrToegang Uwlr { get; }

    /// <summary>The day that answers are about; may be changed at any moment, also back.</summary>
    public int Day
    {
        get => _simulatie.Day;
        set => _simulatie.Day = value;
    }

    /// <summary>What the simulator does wrong; nothing, until told.</summary>
    public MisbehaviourControl Misbehaviour { get; }

    /// <summary>Starts a simulator.</summary>
    /// <exception cref="ArgumentException">The options are out of range.</exception>
    public static async Task<SimulatorHost> StartAsync(SimulatorOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.FindFault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        var simulatie = new Simulatie(options);
        var app = Build(options);
        var misbehaviour = new MisbehaviourControl();
        Map(app, simulatie, misbehaviour);
        await app.StartAsync(ct);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new SimulatorHost(app, simulatie, misbehaviour, new Uri(addresses.Single()));
    }

    /// <summary>The base address of Magister's web service for a school: <c>{Address}{domein}/</c>.</summary>
    public Uri MagisterAddress(SimulatedSchool school)
    {
        ArgumentNullException.ThrowIfNull(school);
        return new Uri(Address, school.Domein + "/");
    }

    /// <summary>What changed at a school between two days, net: exactly what an import should find.</summary>
    public Verschil Changes(SimulatedSchool school, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(school);
        return _simulatie.Compare(school, from, to);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(SimulatorOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SimulatorHost).Assembly.GetName().Name,
        });

        // No logging: Magister's protocol has credentials in addresses.
        builder.Logging.ClearProviders();
        // Signals belong to the program, not to a host that may run inside a test.
        builder.Services.AddSingleton<IHostLifetime, HostLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        return builder.Build();
    }

    private sealed class HostLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static void Map(WebApplication app, Simulatie simulatie, MisbehaviourControl misbehaviour)
    {
        app.MapControl(simulatie, misbehaviour);
        app.Map(UwlrEndpoint.Path, new UwlrEndpoint(simulatie, misbehaviour).HandleAsync);
        var magister = new MagisterEndpoint(simulatie, misbehaviour);
        foreach (var prefix in new[] { "", "/{domein}" })
        {
            app.Map(prefix + "/", magister.HandleQueryAsync);
            app.Map(prefix + "/doc", magister.HandleQueryAsync);
            app.Map(prefix + "/soap/algemeen", magister.HandleSoapAsync);
            app.Map(prefix + "/soap/data", magister.HandleSoapAsync);
        }
    }
}
