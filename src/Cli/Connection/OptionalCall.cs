using Grpc.Core;

namespace Kurve.Numo.Cli.Connection;

/// <summary>Asks for what makes an answer better, and takes a scope that the command itself does not need.</summary>
internal static class OptionalCall
{
    /// <summary>The answer; null when the token lacks the scope.</summary>
    public static async Task<T?> IfAllowedAsync<T>(this AsyncUnaryCall<T> call)
        where T : class
    {
        try
        {
            return await call;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.PermissionDenied)
        {
            return null;
        }
    }
}
