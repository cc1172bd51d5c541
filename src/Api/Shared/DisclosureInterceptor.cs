using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Kurve.Numo.Api.Shared;

/// <summary>Gives each answer, whatever method gave it, as its caller may see it (<see cref="Disclosure"/>).</summary>
internal sealed class DisclosureInterceptor(Disclosure disclosure) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        await disclosure.ShowAsync(await continuation(request, context), request, context.Method);

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var requests = new RememberingReader<TRequest>(requestStream);
        return await disclosure.ShowAsync(await continuation(requests, context), requests.First, context.Method);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) => continuation(
            request, new DisclosingWriter<TResponse>(responseStream, disclosure, () => request, context.Method), context);

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var requests = new RememberingReader<TRequest>(requestStream);
        return continuation(
            requests,
            new DisclosingWriter<TResponse>(responseStream, disclosure, () => requests.First, context.Method),
            context);
    }

    /// <summary>Keeps the first message, which says of which school the others are.</summary>
    private sealed class RememberingReader<T>(IAsyncStreamReader<T> inner) : IAsyncStreamReader<T>
    {
        public object? First { get; private set; }

        public T Current => inner.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            var isThere = await inner.MoveNext(cancellationToken);
            First ??= isThere ? inner.Current : null;
            return isThere;
        }
    }

    private sealed class DisclosingWriter<T>(
        IServerStreamWriter<T> inner, Disclosure disclosure, Func<object?> request, string method)
        : IServerStreamWriter<T>
        where T : class
    {
        public WriteOptions? WriteOptions
        {
            get => inner.WriteOptions;
            set => inner.WriteOptions = value;
        }

        public async Task WriteAsync(T message) =>
            await inner.WriteAsync(await disclosure.ShowAsync(message, request(), method));

        public async Task WriteAsync(T message, CancellationToken cancellationToken) =>
            await inner.WriteAsync(await disclosure.ShowAsync(message, request(), method), cancellationToken);
    }
}
