using System.Data.Common;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure;

namespace Kurve.Numo.Api.Shared;

/// <summary>What was not expected: logged with its details, answered without them.</summary>
internal sealed partial class ExceptionInterceptor(IDatabaseErrors errors, ILogger<ExceptionInterceptor> logger)
    : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw ToStatus(exception, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw ToStatus(exception, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(requestStream, context);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw ToStatus(exception, context);
        }
    }

    private RpcException ToStatus(Exception exception, ServerCallContext context)
    {
        if (exception is OperationCanceledException && context.CancellationToken.IsCancellationRequested)
        {
            return new RpcException(new Status(StatusCode.Cancelled, "The caller cancelled."));
        }

        LogUnexpected(exception, context.Method);
        return exception is DbException database && errors.IsBusy(database)
            ? new DatabaseBezet().ToRpcException()
            : new InterneFout().ToRpcException();
    }

    [LoggerMessage(LogLevel.Error, "{Method} failed unexpectedly")]
    private partial void LogUnexpected(Exception exception, string method);

    private sealed record InterneFout()
        : Error(
            ErrorKind.Internal,
            "INTERNE_FOUT",
            "Something went wrong on our side; the log has the details.",
            "Er ging iets mis bij Numo. Kurve kijkt ernaar.");

    private sealed record DatabaseBezet()
        : Error(
            ErrorKind.Unavailable,
            "DATABASE_BEZET",
            "The database is busy; try again.",
            "Het is nu druk; probeer het zo opnieuw.");
}
