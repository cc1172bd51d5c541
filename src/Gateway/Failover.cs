using System.Globalization;
using Yarp.ReverseProxy.Forwarder;

namespace Kurve.Numo.Gateway;

/// <summary>
/// What a replica that is gone was never sent goes to another one. What was sent is not sent again: only who called
/// knows whether that may be.
/// </summary>
internal static partial class Failover
{
    private const string NoReplica = "no replica of the API answers";
    private const int Unavailable = 14;

    /// <summary>Stands before the choice of a replica, which is made anew for each try.</summary>
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var proxy = context.GetReverseProxyFeature();
        var left = proxy.AvailableDestinations;
        await next(context);
        while (IsUnsent(context) && left.Count > 1)
        {
            left = [.. left.Where(replica => replica != proxy.ProxiedDestination)];
            proxy.AvailableDestinations = left;
            context.Features.Set<IForwarderErrorFeature>(null);
            context.Response.Clear();
            await next(context);
        }

        var error = context.Features.Get<IForwarderErrorFeature>();
        if (IsUnsent(context) || error?.Error is ForwarderError.NoAvailableDestinations)
        {
            var isGrpc = string.Equals(proxy.Route.Config.RouteId, Routing.Grpc, StringComparison.Ordinal);
            await AnswerAsync(context, isGrpc);
        }
        else if (error is not null && !context.RequestAborted.IsCancellationRequested)
        {
            LogFailed(
                context.RequestServices.GetRequiredService<ILogger<Replica>>(),
                proxy.ProxiedDestination?.DestinationId,
                error.Error,
                error.Exception?.Message);
        }
    }

    // Without a connection nothing of the request was sent, and nothing of its body was read.
    private static bool IsUnsent(HttpContext context) =>
        !context.Response.HasStarted
        && context.Features.Get<IForwarderErrorFeature>() is
        {
            Error: ForwarderError.Request,
            Exception: HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError,
            },
        };

    /// <summary>As the API answers what it cannot do now.</summary>
    private static Task AnswerAsync(HttpContext context, bool isGrpc)
    {
        var response = context.Response;
        response.Clear();
        if (!isGrpc)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return response.WriteAsJsonAsync(
                new { code = Unavailable, message = NoReplica, details = Array.Empty<object>() });
        }

        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = Unavailable.ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = NoReplica;
        return Task.CompletedTask;
    }

    // Without the path, which may name a person's account.
    [LoggerMessage(LogLevel.Warning, "A call to {Replica} failed, {Error}: {Reason}")]
    private static partial void LogFailed(ILogger logger, string? replica, ForwarderError error, string? reason);
}
