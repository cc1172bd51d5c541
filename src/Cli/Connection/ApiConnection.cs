using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Connection;

/// <summary>A connection to the Numo API: its clients, each call with the token and a deadline.</summary>
internal sealed class ApiConnection : IDisposable
{
    private readonly IDisposable? _channel;

    /// <summary>Clients on an invoker.</summary>
    /// <param name="invoker">Makes the calls.</param>
    /// <param name="channel">What to close afterwards, if anything.</param>
    public ApiConnection(CallInvoker invoker, IDisposable? channel = null)
    {
        _channel = channel;
        Scholen = new SchoolService.SchoolServiceClient(invoker);
        Koppelingen = new KoppelingService.KoppelingServiceClient(invoker);
        Imports = new ImportService.ImportServiceClient(invoker);
        Leerlingen = new LeerlingService.LeerlingServiceClient(invoker);
        Opleidingen = new OpleidingService.OpleidingServiceClient(invoker);
        Leerplannen = new LeerplanService.LeerplanServiceClient(invoker);
        Syncs = new SynchronisatieService.SynchronisatieServiceClient(invoker);
        Wijzigingen = new WijzigingService.WijzigingServiceClient(invoker);
        Schooljaren = new SchooljaarService.SchooljaarServiceClient(invoker);
        Health = new Health.HealthClient(invoker);
    }

    /// <summary>The ids of the schools that were found by their BRIN: one command asks once.</summary>
    public Dictionary<string, string> SchoolIds { get; } = new(StringComparer.Ordinal);

    /// <summary>Schools.</summary>
    public SchoolService.SchoolServiceClient Scholen { get; }

    /// <summary>Koppelingen.</summary>
    public KoppelingService.KoppelingServiceClient Koppelingen { get; }

    /// <summary>Imports.</summary>
    public ImportService.ImportServiceClient Imports { get; }

    /// <summary>Leerlingen.</summary>
    public LeerlingService.LeerlingServiceClient Leerlingen { get; }

    /// <summary>Opleidingen and what codes mean.</summary>
    public OpleidingService.OpleidingServiceClient Opleidingen { get; }

    /// <summary>What pupils practise.</summary>
    public LeerplanService.LeerplanServiceClient Leerplannen { get; }

    /// <summary>Nightly syncs.</summary>
    public SynchronisatieService.SynchronisatieServiceClient Syncs { get; }

    /// <summary>Messages to people.</summary>
    public WijzigingService.WijzigingServiceClient Wijzigingen { get; }

    /// <summary>Changes of school year.</summary>
    public SchooljaarService.SchooljaarServiceClient Schooljaren { get; }

    /// <summary>Whether the API is ready.</summary>
    public Health.HealthClient Health { get; }

    /// <summary>Opens a connection; the network is used at the first call.</summary>
    /// <exception cref="RefusedException">The token would travel readable over a network.</exception>
    public static ApiConnection Open(Uri address, string? token)
    {
        if (token is not null && GlobalOptions.IsHttp(address) && !address.IsLoopback)
        {
            throw new RefusedException(
                $"{address} is plain http on another machine: the token would be readable on the way. "
                    + "Use an https address.");
        }

        var handler = new SocketsHttpHandler
        {
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(20),
            // A company's proxy cannot reach this machine's own addresses.
            UseProxy = !address.IsLoopback,
        };
        var channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = handler,
            DisposeHttpClient = true,
            MaxReceiveMessageSize = 16 * 1024 * 1024,
            ServiceConfig = Repeats.Configuration(),
        });
        return new ApiConnection(channel.Intercept(new CallHeaders(token, TimeProvider.System)), channel);
    }

    /// <inheritdoc/>
    public void Dispose() => _channel?.Dispose();
}
