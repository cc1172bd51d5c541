using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Kurve.Numo.Cli.Connection;

/// <summary>Gives each call the token, and each call that answers once a deadline.</summary>
internal sealed class CallHeaders(string? token, TimeProvider clock) : Interceptor
{
    /// <summary>Longer than the API needs to apply the largest school.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var deadline = context.Options.Deadline ?? clock.GetUtcNow().UtcDateTime + Patience;
        return continuation(request, With(context, context.Options.WithDeadline(deadline)));
    }

    /// <inheritdoc/>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, With(context, context.Options));

    /// <inheritdoc/>
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(With(context, context.Options));

    private ClientInterceptorContext<TRequest, TResponse> With<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, CallOptions options)
        where TRequest : class
        where TResponse : class
    {
        var headers = new Metadata();
        foreach (var entry in options.Headers ?? [])
        {
            headers.Add(entry);
        }

        if (token is not null)
        {
            headers.Add("authorization", "Bearer " + token);
        }

        return new ClientInterceptorContext<TRequest, TResponse>(
            context.Method, context.Host, options.WithHeaders(headers));
    }
}
