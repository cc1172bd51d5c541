using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Shared.Limits;

/// <summary>Refuses what holds more than the contract allows, whatever method it is sent to.</summary>
internal sealed class LimitsInterceptor : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Check(request);
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(request);
        return continuation(request, responseStream, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(new CheckedReader<TRequest>(requestStream), context);

    private static void Check<T>(T request)
    {
        if (request is IMessage message && FieldLimits.Check(message) is { Count: > 0 } errors)
        {
            throw (errors is [var only] ? only : new SeveralInvalid(errors)).ToRpcException();
        }
    }

    private sealed class CheckedReader<T>(IAsyncStreamReader<T> inner) : IAsyncStreamReader<T>
    {
        public T Current => inner.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            var found = await inner.MoveNext(cancellationToken);
            if (found)
            {
                Check(inner.Current);
            }

            return found;
        }
    }
}
