using System.Net;
using Kurve.Numo.Simulator.Bediening;
using Kurve.Numo.Simulator.Berichten;
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
    private readonly Simulatie _simulatie;
    private readonly MagisterEndpoint _endpoint;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private WebApplication _app = null!;
    private WebApplication? _magister;

    private SimulatorHost(Simulatie simulatie)
    {
        _simulatie = simulatie;
        Misbehaviour = new MisbehaviourControl();
        Webhooks = new WebhookCatcher(Misbehaviour);
        // One for as long as the simulator runs: a port that closes does not end sessions.
        _endpoint = new MagisterEndpoint(simulatie, Misbehaviour);
    }

    private void Listen(WebApplication app)
    {
        _app = app;
        Address = AddressOf(app);
        MagisterBase = Address;
        Uwlr = new UwlrToegang(
            new Uri(Address, UwlrEndpoint.Path),
            _simulatie.Autorisatiesleutel,
            Simulatie.Klantcode,
            Simulatie.Klantnaam);
    }

    /// <summary>The address, with the port that was taken.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The address of Magister's web service; <see cref="Address"/> unless it has a port of its own.</summary>
    public Uri MagisterBase { get; private set; } = null!;

    /// <summary>Whether Magister's web service can be reached; always so without a port of its own.</summary>
    public bool MagisterOpen => MagisterBase == Address || _magister is not null;

    /// <summary>The invented schools.</summary>
    public IReadOnlyList<SimulatedSchool> Scholen => _simulatie.Scholen;

    /// <summary>Address and credentials of UWLR.</summary>
    public UwlrToegang Uwlr { get; private set; } = null!;

    /// <summary>
    /// The day that answers are about; may be changed at any moment, also back, unless it follows a clock.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is set while it follows <see cref="SimulatorOptions.Clock"/>.
    /// </exception>
    public int Day
    {
        get => _simulatie.Day;
        set => _simulatie.Day = value;
    }

    /// <summary>What the simulator does wrong; nothing, until told.</summary>
    public MisbehaviourControl Misbehaviour { get; }

    /// <summary>The mail catcher; null without <see cref="SimulatorOptions.MailPort"/>.</summary>
    public MailCatcher? Mail { get; private set; }

    /// <summary>What receives webhooks, under <c>/webhook/NAME</c>.</summary>
    public WebhookCatcher Webhooks { get; }

    /// <summary>Every session token that the web service handed out, also of sessions that have ended.</summary>
    public IReadOnlyCollection<string> SessionTokens => _endpoint.Tokens;

    /// <summary>Starts a simulator.</summary>
    /// <exception cref="ArgumentException">The options are out of range.</exception>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<SimulatorHost> StartAsync(SimulatorOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.FindFault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        var host = new SimulatorHost(new Simulatie(options));
        var app = Build(options.Port);
        app.UseRefusals();
        app.MapControl(host._simulatie, host);
        app.MapBerichten(host);
        app.Map(UwlrEndpoint.Path, new UwlrEndpoint(host._simulatie, host.Misbehaviour).HandleAsync);
        if (options.MagisterPort is null)
        {
            host.MapMagister(app);
        }

        await StartAsync(app, ct);
        host.Listen(app);
        try
        {
            await host.StartMagisterAsync(options, ct);
            host.Mail = options.MailPort is { } mail ? await MailCatcher.StartAsync(mail, host.Misbehaviour, ct) : null;
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens or closes the port of Magister's web service; closed, connections to it are refused.</summary>
    /// <remarks>A closed port is not kept: opening it fails when another program took it meanwhile.</remarks>
    /// <exception cref="InvalidOperationException">It has no port of its own.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task SetMagisterOpenAsync(bool open, CancellationToken ct)
    {
        if (MagisterBase == Address)
        {
            throw new InvalidOperationException("Magister's web service has no port of its own; see MagisterPort.");
        }

        await _gate.WaitAsync(ct);
        try
        {
            if (open && _magister is null)
            {
                await StartMagisterAsync(MagisterBase.Port, ct);
            }
            else if (!open && _magister is { } magister)
            {
                _magister = null;
                // Not to be broken off: half closed would be neither.
                await magister.StopAsync(CancellationToken.None);
                await magister.DisposeAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>How far a school has set itself up in Magister; may be changed at any moment.</summary>
    public Inrichting InrichtingOf(SimulatedSchool school) => _simulatie.InrichtingOf(school);

    /// <summary>The base address of Magister's web service for a school: <c>{MagisterBase}{domein}/</c>.</summary>
    public Uri MagisterAddress(SimulatedSchool school)
    {
        ArgumentNullException.ThrowIfNull(school);
        return new Uri(MagisterBase, school.Domein + "/");
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
        if (Mail is { } mail)
        {
            await mail.DisposeAsync();
        }

        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_magister is { } magister)
        {
            await magister.StopAsync();
            await magister.DisposeAsync();
        }

        _gate.Dispose();
    }

    private static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SimulatorHost).Assembly.GetName().Name,
        });

        // No logging: Magister's protocol has credentials in addresses.
        builder.Logging.ClearProviders();
        // Signals belong to the program, not to a host that may run inside a test.
        builder.Services.AddSingleton<IHostLifetime, HostLifetime>();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        return builder.Build();
    }

    private sealed class HostLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private async Task StartMagisterAsync(SimulatorOptions options, CancellationToken ct)
    {
        if (options.MagisterPort is not { } port)
        {
            return;
        }

        await StartMagisterAsync(port, ct);
        if (options.Bare)
        {
            await SetMagisterOpenAsync(open: false, ct);
        }
    }

    private async Task StartMagisterAsync(int port, CancellationToken ct)
    {
        var magister = Build(port);
        MapMagister(magister);
        await StartAsync(magister, ct);
        _magister = magister;
        MagisterBase = AddressOf(magister);
    }

    private void MapMagister(WebApplication app)
    {
        foreach (var prefix in new[] { "", "/{domein}" })
        {
            app.Map(prefix + "/", _endpoint.HandleQueryAsync);
            app.Map(prefix + "/doc", _endpoint.HandleQueryAsync);
            app.Map(prefix + "/soap/algemeen", _endpoint.HandleSoapAsync);
            app.Map(prefix + "/soap/data", _endpoint.HandleSoapAsync);
        }
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
