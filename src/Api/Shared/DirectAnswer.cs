using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Kurve.Numo.Domain.Shared;
using HttpResponse = Microsoft.AspNetCore.Http.HttpResponse;
using RpcStatus = Google.Rpc.Status;

namespace Kurve.Numo.Api.Shared;

/// <summary>Answers with an error where no method of a service does: as each of them would, in gRPC and in JSON.</summary>
internal static class DirectAnswer
{
    private const string Grpc = "application/grpc";

    private static readonly JsonFormatter Formatter =
        new(new JsonFormatter.Settings(false, TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    /// <summary>Whether a call is one of gRPC.</summary>
    public static bool IsGrpc(this HttpContext context) =>
        context.Request.ContentType?.StartsWith(Grpc, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Answers a call in its own form.</summary>
    /// <param name="context">The call, which nobody has answered.</param>
    /// <param name="error">What is wrong.</param>
    /// <param name="httpStatus">The status of HTTP, of an answer in JSON.</param>
    public static Task WriteErrorAsync(this HttpContext context, Error error, int httpStatus)
    {
        var (status, response) = (error.ToStatus(), context.Response);
        if (!context.IsGrpc())
        {
            response.StatusCode = httpStatus;
            response.ContentType = "application/json";
            return response.WriteAsync(Formatter.Format(status));
        }

        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = Grpc;
        SetGrpcStatus(response, status);
        return Task.CompletedTask;
    }

    /// <summary>Sets the outcome of a call of gRPC, of which nothing has been sent.</summary>
    public static void SetGrpcStatus(HttpResponse response, RpcStatus status)
    {
        response.Headers["grpc-status"] = status.Code.ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Uri.EscapeDataString(status.Message);
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray());
    }

    /// <summary>An error as JSON has it.</summary>
    public static string ToJson(RpcStatus status) => Formatter.Format(status);
}
