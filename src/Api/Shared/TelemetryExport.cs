using System.Diagnostics;
using Kurve.Numo.Application.Shared;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kurve.Numo.Api.Shared;

/// <summary>
/// Sends traces, metrics and logs to an OpenTelemetry collector, when one is configured by the standard settings
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its companions (OpenTelemetry specification, "OTLP exporter configuration").
/// Without them nothing is collected.
/// </summary>
internal static class TelemetryExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "kurve-numo-api";
    private static readonly string[] HostMeters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    public static void AddNumoTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (FindCollector(configuration) is null)
        {
            return;
        }

        services.AddOpenTelemetry()
            // The last one wins: OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES over what the program calls itself.
            .ConfigureResource(resource => resource.AddService(ServiceName).AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing.AddNumo())
            .WithMetrics(metrics => metrics.AddMeter([Telemetry.Name, .. HostMeters]))
            .WithLogging(configureBuilder: null, options => options.IncludeFormattedMessage = true)
            .UseOtlpExporter();
    }

    /// <summary>The address of the collector; null when none is configured.</summary>
    /// <exception cref="SettingException">It is no address.</exception>
    public static Uri? FindCollector(IConfiguration configuration) =>
        configuration[Endpoint] is not { Length: > 0 } endpoint ? null
        : Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? address
        : throw new SettingException(
            $"{Endpoint} is '{endpoint}', which is no http or https address; write it as http://collector:4317.");

    /// <summary>The traces that leave the process.</summary>
    public static TracerProviderBuilder AddNumo(this TracerProviderBuilder tracing) => tracing
        .AddSource(Telemetry.Name)
        .AddProcessor<PathsByRoute>()
        .AddAspNetCoreInstrumentation(options =>
            options.Filter = context => !context.Request.Path.StartsWithSegments(
                "/healthz", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// An address names the account that was asked for, so a trace has its route instead. The route is known at the end
    /// of a request only.
    /// </summary>
    private sealed class PathsByRoute : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.GetTagItem("url.path") is not null)
            {
                data.SetTag("url.path", data.GetTagItem("http.route"));
                data.SetTag("url.query", null);
            }
        }
    }
}
