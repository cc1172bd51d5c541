using Yarp.ReverseProxy.Forwarder;

namespace Kurve.Numo.Gateway;

/// <summary>
/// What a replica that is gone was never sent goes to another one. What was sent is not sent again: only who called
/// knows whether that may be.
/// </summary>
internal static partial class Failover
{
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
            await Answers.WriteAsync(context, Answers.NoReplica);
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

    // Without the path, which may name a person's account.
    [LoggerMessage(LogLevel.Warning, "A call to {Replica} failed, {Error}: {Reason}")]
    private static partial void LogFailed(ILogger logger, string? replica, ForwarderError error, string? reason);
}
