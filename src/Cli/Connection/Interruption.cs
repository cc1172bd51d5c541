using Grpc.Core;

namespace Kurve.Numo.Cli.Connection;

/// <summary>Tells a call that broke off from one that was refused.</summary>
internal static class Interruption
{
    /// <summary>
    /// Whether the replica, a gateway or the network ended the call, so that another replica may go on with it. A
    /// process that is killed resets its streams, which is called CANCELLED though nobody here asked for that.
    /// </summary>
    /// <param name="failure">How the call ended.</param>
    /// <param name="ct">Cancelled when the user stopped.</param>
    public static bool IsInterruption(this RpcException failure, CancellationToken ct) => failure.StatusCode switch
    {
        StatusCode.Unavailable => true,
        StatusCode.Cancelled => !ct.IsCancellationRequested,
        StatusCode.Internal or StatusCode.Unknown =>
            failure.Status.DebugException is { } cause && (cause is IOException || cause.InnerException is IOException),
        _ => false,
    };
}
