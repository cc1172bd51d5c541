using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using RpcStatus = Google.Rpc.Status;

namespace Kurve.Numo.Gateway;

/// <summary>What the gateway answers itself, in the form of the API's own errors.</summary>
internal static class Answers
{
    /// <summary>No replica can be reached.</summary>
    public static readonly Answer NoReplica = new(
        StatusCodes.Status503ServiceUnavailable, Code.Unavailable, "GEEN_REPLICA", "no replica of the API answers");

    /// <summary>The call has been here before.</summary>
    public static readonly Answer Loop = new(
        StatusCodes.Status508LoopDetected,
        Code.FailedPrecondition,
        "GATEWAY_LUS",
        "the call went through too many gateways; one of them has a gateway as its replica");

    private static readonly JsonFormatter Formatter =
        new(new JsonFormatter.Settings(false, Google.Protobuf.Reflection.TypeRegistry.FromFiles(
            ErrorDetailsReflection.Descriptor)));

    public static Task WriteAsync(HttpContext context, Answer answer)
    {
        var response = context.Response;
        response.Clear();
        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) != true)
        {
            response.StatusCode = answer.HttpStatus;
            response.ContentType = "application/json";
            return response.WriteAsync(Formatter.Format(answer.ToStatus()));
        }

        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = ((int)answer.Code).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = answer.Message;
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(answer.ToStatus().ToByteArray());
        return Task.CompletedTask;
    }

    /// <param name="HttpStatus">The status of an answer in JSON; gRPC has 200 always.</param>
    /// <param name="Code">The status of an answer in gRPC.</param>
    /// <param name="Reason">The reason in UPPER_SNAKE.</param>
    /// <param name="Message">English, for developers.</param>
    internal sealed record Answer(int HttpStatus, Code Code, string Reason, string Message)
    {
        public RpcStatus ToStatus() => new()
        {
            Code = (int)Code,
            Message = Message,
            Details = { Any.Pack(new ErrorInfo { Reason = Reason, Domain = "numo.kurve.nl" }) },
        };
    }
}
