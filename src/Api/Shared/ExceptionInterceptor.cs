using System.Data.Common;
using Google.Protobuf;
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
        UnreadableRequests.MarkRead(context);
        try
        {
            return await continuation(request, context);
        }
        catch (Exception exception) when (!IsAnswer(exception, context))
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
        UnreadableRequests.MarkRead(context);
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception exception) when (!IsAnswer(exception, context))
        {
            throw ToStatus(exception, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        UnreadableRequests.MarkRead(context);
        try
        {
            return await continuation(requestStream, context);
        }
        catch (Exception exception) when (!IsAnswer(exception, context))
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

        if (exception is InvalidProtocolBufferException)
        {
            LogRefused(context.Method, nameof(BerichtOnleesbaar), "");
            return new BerichtOnleesbaar().ToRpcException();
        }

        if (exception is DbException database && errors.StoringOf(database) is { } storing)
        {
            LogDatabase(context.Method, storing, database.GetType().Name);
            return new DatabaseDefect(storing).ToRpcException();
        }

        LogUnexpected(exception, context.Method);
        return exception is DbException busy && errors.IsBusy(busy)
            ? new DatabaseBezet().ToRpcException()
            : new InterneFout().ToRpcException();
    }

    // What is refused in the request itself is logged here; of what a use case refuses, its name and code are logged there.
    // Neither quotes what was sent.
    private bool IsAnswer(Exception exception, ServerCallContext context)
    {
        if (exception is RpcException answer && answer.RefusedFields() is var (code, fields))
        {
            LogRefused(context.Method, code, fields);
        }

        return exception is RpcException;
    }

    [LoggerMessage(LogLevel.Information, "{Method} refused with {Code}: {Fields}")]
    private partial void LogRefused(string method, string code, string fields);

    [LoggerMessage(LogLevel.Error, "{Method} failed: the database has {Storing} ({Exception})")]
    private partial void LogDatabase(string method, Databasestoring storing, string exception);

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
