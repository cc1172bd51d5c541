using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Kurve.Numo.Domain.Shared;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Api.Shared.Limits;

/// <summary>
/// Refuses what holds more than the contract allows, whatever method it is sent to, and more calls at once than a caller or a
/// school may have. A caller that sends a stream may not be silent for long.
/// </summary>
internal sealed class LimitsInterceptor(HeavyCalls heavy, IOptions<LimitOptions> options) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Check(request);
        using var call = heavy.Begin(context, request);
        return await continuation(request, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(request);
        using var call = heavy.Begin(context, request);
        await continuation(request, responseStream, context);
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var call = heavy.Begin(context, requestStream);
        return await continuation(new LimitedReader<TRequest>(requestStream, options.Value), context);
    }

    private static void Check<T>(T request)
    {
        if (request is IMessage message && FieldLimits.Check(message) is { Count: > 0 } errors)
        {
            throw (errors is [var only] ? only : new SeveralInvalid(errors)).ToRefusal();
        }
    }

    private sealed class LimitedReader<T>(IAsyncStreamReader<T> inner, LimitOptions options) : IAsyncStreamReader<T>
    {
        private readonly long _begin = TimeProvider.System.GetTimestamp();

        public T Current => inner.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            var left = options.StreamDuration - TimeProvider.System.GetElapsedTime(_begin);
            var patience = left < options.StreamIdle ? left : options.StreamIdle;
            try
            {
                var found = patience > TimeSpan.Zero
                    ? await inner.MoveNext(cancellationToken).WaitAsync(patience, cancellationToken)
                    : throw new TimeoutException();
                if (found)
                {
                    Check(inner.Current);
                }

                return found;
            }
            catch (TimeoutException)
            {
                throw new StroomStil(options.StreamIdle).ToRpcException();
            }
        }
    }
}
