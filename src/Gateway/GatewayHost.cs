using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kurve.Numo.Gateway;

/// <summary>
/// One address in front of several replicas of the API, gRPC and JSON. It passes on what it is sent, tokens included,
/// and looks at none of it.
/// </summary>
internal static class GatewayHost
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int GrpcPort = 5070;
    private const int JsonPort = 5071;

    /// <summary>Runs until it is stopped.</summary>
    /// <returns>0 when it was stopped; 1 when it could not start.</returns>
    public static async Task<int> RunAsync(WebApplicationBuilder builder, CancellationToken ct = default)
    {
        try
        {
            var replicas = Replica.Read(builder.Configuration);
            await using var app = Build(builder, replicas);
            await app.StartAsync(ct);

            // Only now is known where it listens, if a port was left to choose.
            await OwnAddress.RefuseAsync(app.Urls, replicas, ct);
            await app.WaitForShutdownAsync(ct);
            return Done;
        }
        catch (Exception e) when (e is ReplicasException or IOException)
        {
            await Console.Error.WriteLineAsync($"Kurve.Numo.Gateway: {e.Message}");
            return Refused;
        }
    }

    private static WebApplication Build(WebApplicationBuilder builder, IReadOnlyList<Replica> replicas)
    {
        var maxConnections = GatewayLimits.ReadMaxConnections(builder.Configuration);
        builder.Services.AddReverseProxy().LoadFromMemory(Routing.Routes, Routing.Clusters(replicas, maxConnections));
        KeepNoKeys(builder.Services);
        ListenByDefault(builder);
        var app = builder.Build();
        app.MapGet("/healthz/gateway", () => Results.Text("Healthy"));
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(Hops.InvokeAsync);
            proxy.Use(Failover.InvokeAsync);
            proxy.UseLoadBalancing();
        });
        return app;
    }

    /// <summary>
    /// YARP brings keys for sessions that stick to a replica. There are none here, and keys would be written to a home
    /// folder that need not be there.
    /// </summary>
    private static void KeepNoKeys(IServiceCollection services)
    {
        var makesKeys = services.Single(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Assembly == typeof(EphemeralDataProtectionProvider).Assembly);
        services.Remove(makesKeys);
        services.Replace(
            ServiceDescriptor.Singleton<IDataProtectionProvider>(_ => new EphemeralDataProtectionProvider()));
    }

    /// <summary>
    /// Without configured addresses: gRPC on 127.0.0.1:5070 and JSON on 127.0.0.1:5071. Two ports, because without TLS a
    /// connection cannot agree on HTTP/1.1 or HTTP/2.
    /// </summary>
    private static void ListenByDefault(WebApplicationBuilder builder)
    {
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.ListenLocalhost(GrpcPort, endpoint => endpoint.Protocols = HttpProtocols.Http2);
                kestrel.ListenLocalhost(JsonPort, endpoint => endpoint.Protocols = HttpProtocols.Http1);
            });
        }
    }
}
