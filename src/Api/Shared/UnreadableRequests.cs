using System.Globalization;
using System.Text.Json;
using Grpc.Core;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Shared;

/// <summary>
/// Says what is wrong with a call of which no message could be made: bytes that are no message, JSON that is none, a value
/// that its field cannot hold. The framework answers those before any of our code runs, with a stack trace in the log.
/// </summary>
internal static partial class UnreadableRequests
{
    private const string Entered = "numo:entered";

    /// <summary>Marks a call as one whose message was read.</summary>
    public static void MarkRead(ServerCallContext context) => context.GetHttpContext().Items[Entered] = true;

    public static void UseUnreadableRequests(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (context.IsGrpc())
            {
                await next(context);
                MendGrpc(context, app.Logger);
            }
            else
            {
                await MendJsonAsync(context, next, app.Logger);
            }
        });
    }

    // Our own refusals have details; those of the framework have none.
    private static void MendGrpc(HttpContext context, ILogger logger)
    {
        var response = context.Response;
        if (response.HasStarted
            || context.Items.ContainsKey(Entered)
            || response.Headers["grpc-status-details-bin"].Count > 0
            || !int.TryParse(
                response.Headers["grpc-status"], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            || (StatusCode)code is not (StatusCode.Unknown or StatusCode.Internal))
        {
            return;
        }

        LogUnreadable(logger, RouteOf(context));
        DirectAnswer.SetGrpcStatus(response, new BerichtOnleesbaar().ToStatus());
    }

    private static async Task MendJsonAsync(HttpContext context, RequestDelegate next, ILogger logger)
    {
        var response = context.Response;
        var body = response.Body;
        await using var answer = new ErrorBody(response, body);
        response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (answer.Kept is not { } kept)
        {
            return;
        }

        // What has begun has a length already.
        var text = !response.HasStarted && Mend(kept) is { } mended ? Log(mended) : kept;
        if (!response.HasStarted)
        {
            response.ContentLength = text.Length;
        }

        await body.WriteAsync(text, context.RequestAborted);

        byte[] Log(string mended)
        {
            LogUnreadable(logger, RouteOf(context));
            return System.Text.Encoding.UTF8.GetBytes(mended);
        }
    }

    /// <summary>The error with its reason; null when it has one, or is none of ours.</summary>
    private static string? Mend(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            var error = JsonElement.ParseValue(ref reader);
            var code = error.GetProperty("code").GetInt32();
            return error.GetProperty("details").GetArrayLength() == 0
                && (StatusCode)code is StatusCode.InvalidArgument or StatusCode.Unknown or StatusCode.Internal
                ? DirectAnswer.ToJson(new JsonOnleesbaar(error.GetProperty("message").GetString() ?? "").ToStatus())
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    // Not the path, which may name a person's account.
    private static string RouteOf(HttpContext context) => context.GetEndpoint()?.DisplayName ?? "";

    [LoggerMessage(LogLevel.Information, "{Route} refused a request that could not be read")]
    private static partial void LogUnreadable(ILogger logger, string route);

    /// <summary>Keeps the answer when it is an error, and lets any other pass.</summary>
    private sealed class ErrorBody(Microsoft.AspNetCore.Http.HttpResponse response, Stream inner) : Stream
    {
        private MemoryStream? _kept;

        public byte[]? Kept => _kept?.ToArray();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        private Stream Target => _kept
            ?? (response.StatusCode >= StatusCodes.Status400BadRequest && !response.HasStarted
                ? _kept = new MemoryStream()
                : inner);

        public override void Write(byte[] buffer, int offset, int count) => Target.Write(buffer, offset, count);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Target.WriteAsync(buffer, offset, count, cancellationToken);

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Target.WriteAsync(buffer, cancellationToken);

        public override void Flush() => Target.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => Target.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}

/// <summary>Bytes that are no message of this method.</summary>
internal sealed record BerichtOnleesbaar()
    : Error(
        ErrorKind.Invalid,
        "BERICHT_ONLEESBAAR",
        "The bytes are no message of this method; make them with the contract of this service.");

/// <summary>JSON that is no message of this method.</summary>
/// <param name="Uitleg">What the reader said of it; not for the log.</param>
internal sealed record JsonOnleesbaar(string Uitleg)
    : Error(
        ErrorKind.Invalid,
        "JSON_ONLEESBAAR",
        $"The request is no message of this method, or a field of it has a value that it cannot hold. {Uitleg}");
