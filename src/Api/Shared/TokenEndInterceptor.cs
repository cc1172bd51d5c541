using Grpc.Core;
using Grpc.Core.Interceptors;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Shared;

/// <summary>Ends a stream of answers when the token ends that it was asked for with.</summary>
internal sealed class TokenEndInterceptor : Interceptor
{
    private const string HttpContextKey = "__HttpContext";

    // What a timer can wait for; a token that is valid for longer outlives any stream.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(24);

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (context.GetHttpContext().User.Remaining() is not { } left || left > Longest)
        {
            await continuation(request, responseStream, context);
            return;
        }

        // What grpc-dotnet finds the service by, when the context is not its own.
        context.UserState[HttpContextKey] = context.GetHttpContext();
        using var ended = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, ended.Token);
        try
        {
            await continuation(request, responseStream, new EndingContext(context, either.Token));
        }
        catch (OperationCanceledException) when (IsEnded())
        {
            throw new TokenVerlopen().ToRpcException();
        }

        bool IsEnded() => ended.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested;
    }

    /// <summary>The same call, which is cancelled earlier.</summary>
    private sealed class EndingContext(ServerCallContext inner, CancellationToken ct) : ServerCallContext
    {
        protected override string MethodCore => inner.Method;

        protected override string HostCore => inner.Host;

        protected override string PeerCore => inner.Peer;

        protected override DateTime DeadlineCore => inner.Deadline;

        protected override Metadata RequestHeadersCore => inner.RequestHeaders;

        protected override CancellationToken CancellationTokenCore => ct;

        protected override Metadata ResponseTrailersCore => inner.ResponseTrailers;

        protected override Status StatusCore
        {
            get => inner.Status;
            set => inner.Status = value;
        }

        protected override WriteOptions? WriteOptionsCore
        {
            get => inner.WriteOptions;
            set => inner.WriteOptions = value;
        }

        protected override AuthContext AuthContextCore => inner.AuthContext;

        protected override IDictionary<object, object> UserStateCore => inner.UserState;

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
            inner.CreatePropagationToken(options);

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) =>
            inner.WriteResponseHeadersAsync(responseHeaders);
    }
}

/// <summary>The token ended while its stream went on.</summary>
internal sealed record TokenVerlopen()
    : Error(
        ErrorKind.Unauthenticated,
        "TOKEN_VERLOPEN",
        "The token has expired, and with it this stream; call again with a new one.",
        "U bent te lang geleden aangemeld. Meld u opnieuw aan.");
