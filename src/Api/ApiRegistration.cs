using System.Runtime.CompilerServices;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Kurve.Numo.Api.Importeren;
using Kurve.Numo.Api.Importeren.Schooljaren;
using Kurve.Numo.Api.Koppelingen;
using Kurve.Numo.Api.Leerlingen;
using Kurve.Numo.Api.Leerplannen;
using Kurve.Numo.Api.Opleidingen;
using Kurve.Numo.Api.Scholen;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Api.Shared.Limits;
using Kurve.Numo.Api.Synchronisatie;
using Kurve.Numo.Api.Wijzigingen;
using Kurve.Numo.Application.Shared;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Kurve.Numo.Api;

/// <summary>What the host consists of.</summary>
internal static class ApiRegistration
{
    private const int GrpcPort = 5080;
    private const int JsonPort = 5081;

    /// <summary>The ports when no address is configured.</summary>
    public static IReadOnlyList<int> DefaultPorts { get; } = [GrpcPort, JsonPort];

    /// <summary>
    /// Without configured addresses: gRPC on 127.0.0.1:5080 and JSON on 127.0.0.1:5081. Two ports, because without TLS
    /// a connection cannot agree on HTTP/1.1 or HTTP/2.
    /// </summary>
    /// <exception cref="SettingException">No configured address speaks gRPC.</exception>
    public static IWebHostBuilder UseNumoEndpoints(this IWebHostBuilder host, IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints");
        if (endpoints.Exists() || configuration[WebHostDefaults.ServerUrlsKey] is not null)
        {
            return endpoints.GetChildren().Any(SpeaksGrpc) ? host : throw new SettingException(
                $"No address of {endpoints.Path} speaks gRPC, which without TLS takes one of its own: set "
                + $"{endpoints.Path}:Grpc:Url and {endpoints.Path}:Grpc:Protocols=Http2, and Json with Http1. "
                + "ASPNETCORE_URLS cannot say it.");
        }

        return host.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(GrpcPort, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.ListenLocalhost(JsonPort, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
    }

    private static bool SpeaksGrpc(IConfigurationSection endpoint) =>
        endpoint["Url"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true
        || string.Equals(endpoint["Protocols"], nameof(HttpProtocols.Http2), StringComparison.OrdinalIgnoreCase);

    public static void AddNumoGrpc(this IServiceCollection services, IHostEnvironment environment)
    {
        var grpc = services.AddGrpc(options =>
        {
            options.Interceptors.Add<ExceptionInterceptor>();
            options.Interceptors.Add<LimitsInterceptor>();
            options.Interceptors.Add<DisclosureInterceptor>();
            options.Interceptors.Add<TokenEndInterceptor>();
        });
        grpc.AddJsonTranscoding(options =>

            // The details of an error are packed messages; JSON can only show those whose type is known.
            options.TypeRegistry = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor));
        services.AddGrpcHealthChecks().AddCheck<DatabaseHealthCheck>("database");
        services.AddHttpContextAccessor();
        services.AddScoped<ICallerAccessor, HttpCallerAccessor>();
        services.AddScoped<Disclosure>();
        if (environment.IsDevelopment())
        {
            services.AddGrpcReflection();
        }
    }

    public static void MapNumo(this WebApplication app)
    {
        // Throws here, and not at a call, when an enum has no counterpart in the contract.
        RuntimeHelpers.RunClassConstructor(typeof(KoppelingEnums).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(LeerlingEnums).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(OpleidingEnums).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(SchooljaarEnums).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(ImportEnums).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(WijzigingEnums).TypeHandle);
        app.MapGrpcService<SchoolGrpcService>();
        app.MapGrpcService<KoppelingGrpcService>();
        app.MapGrpcService<ImportGrpcService>();
        app.MapGrpcService<LeerlingGrpcService>();
        app.MapGrpcService<LeerplanGrpcService>();
        app.MapGrpcService<OpleidingGrpcService>();
        app.MapGrpcService<SchooljaarGrpcService>();
        app.MapGrpcService<SynchronisatieGrpcService>();
        app.MapGrpcService<WijzigingGrpcService>();

        // Probes of an orchestrator have no token; they learn only whether the service is up.
        app.MapGrpcHealthChecksService().AllowAnonymous();
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready", new() { ResponseWriter = DatabaseHealthCheck.WriteAsync }).AllowAnonymous();
        if (app.Environment.IsDevelopment())
        {
            app.MapGrpcReflectionService();
        }
    }
}
