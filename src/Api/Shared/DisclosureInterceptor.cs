using Grpc.Core;
using Grpc.Core.Interceptors;
using Kurve.Numo.Application.Shared;

namespace Kurve.Numo.Api.Shared;

/// <summary>Gives support answers in which people cannot be recognised, whatever method gave them.</summary>
internal sealed class MaskingInterceptor(ICallerAccessor caller) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        ToShown(await continuation(request, context));

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        ToShown(await continuation(requestStream, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(request, new MaskingWriter<TResponse>(responseStream, this), context);

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(requestStream, new MaskingWriter<TResponse>(responseStream, this), context);

    private T ToShown<T>(T answer)
        where T : class => caller.Current.IsSupport ? Maskering.ToMasked(answer) : answer;

    private sealed class MaskingWriter<T>(IServerStreamWriter<T> inner, MaskingInterceptor masking)
        : IServerStreamWriter<T>
        where T : class
    {
        public WriteOptions? WriteOptions
        {
            get => inner.WriteOptions;
            set => inner.WriteOptions = value;
        }

        public Task WriteAsync(T message) => inner.WriteAsync(masking.ToShown(message));

        public Task WriteAsync(T message, CancellationToken cancellationToken) =>
            inner.WriteAsync(masking.ToShown(message), cancellationToken);
    }
}
