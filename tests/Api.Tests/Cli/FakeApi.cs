using Google.Protobuf;
using Grpc.Core;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>An API in memory: answers each method as a test says, and remembers what it was asked.</summary>
internal sealed class FakeApi : CallInvoker
{
    private readonly Dictionary<string, Func<IMessage, object>> _answers = new(StringComparer.Ordinal);

    /// <summary>What was asked, in order.</summary>
    public List<(string Method, IMessage Request)> Calls { get; } = [];

    /// <summary>Answers a method.</summary>
    public FakeApi Answer<TRequest, TResponse>(string method, Func<TRequest, TResponse> answer)
        where TRequest : class, IMessage
        where TResponse : class, IMessage
    {
        _answers[method] = request => answer((TRequest)request);
        return this;
    }

    /// <summary>Answers a method the same, whatever it is asked.</summary>
    public FakeApi Answer<TResponse>(string method, TResponse answer)
        where TResponse : class, IMessage
    {
        _answers[method] = _ => answer;
        return this;
    }

    /// <summary>Answers a streaming method.</summary>
    public FakeApi Stream<TResponse>(string method, params TResponse[] answers)
        where TResponse : class, IMessage => Stream(method, () => answers);

    /// <summary>Answers a streaming method, each time it is called.</summary>
    public FakeApi Stream<TResponse>(string method, Func<TResponse[]> answers)
        where TResponse : class, IMessage
    {
        _answers[method] = _ => answers();
        return this;
    }

    /// <summary>Answers a streaming method, each time it is called, with a stream that breaks at its end.</summary>
    public FakeApi StreamUntil<TResponse>(string method, Func<(TResponse[] Answers, RpcException? Failure)> answers)
        where TResponse : class, IMessage
    {
        _answers[method] = _ => answers();
        return this;
    }

    /// <summary>Refuses a method.</summary>
    public FakeApi Refuse(string method, RpcException failure)
    {
        _answers[method] = _ => throw failure;
        return this;
    }

    /// <summary>The requests that one method got.</summary>
    public IReadOnlyList<T> Requests<T>() => [.. Calls.Select(c => c.Request).OfType<T>()];

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => new(
        ReplyAsync<TResponse>(method.Name, request),
        Task.FromResult(new Metadata()),
        () => Status.DefaultSuccess,
        () => [],
        () => { });

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => new(
        StreamOf<TResponse>.Of(Find(method.Name, request)),
        Task.FromResult(new Metadata()),
        () => Status.DefaultSuccess,
        () => [],
        () => { });

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        throw new NotSupportedException();

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var sent = new SentTo<TRequest>(request => Calls.Add((method.Name, (IMessage)request!)));
        return new(
            sent,
            sent.Completed.ContinueWith(_ => (TResponse)AnswerOf(method.Name, sent.Last), TaskScheduler.Default),
            Task.FromResult(new Metadata()),
            () => Status.DefaultSuccess,
            () => [],
            () => { });
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();

    // A refusal comes with the answer, as from a network, and not when the question is put.
    private async Task<TResponse> ReplyAsync<TResponse>(string method, object request)
    {
        await Task.CompletedTask;
        return (TResponse)Find(method, request);
    }

    private object Find(string method, object request)
    {
        lock (Calls)
        {
            Calls.Add((method, (IMessage)request));
        }

        return AnswerOf(method, request);
    }

    private object AnswerOf(string method, object? request)
    {
        return _answers.TryGetValue(method, out var answer)
            ? answer((IMessage)request!)
            : throw new RpcException(new Status(StatusCode.Unimplemented, method));
    }

    private sealed class SentTo<T>(Action<T> note) : IClientStreamWriter<T>
    {
        private readonly TaskCompletionSource _completed = new();

        public Task Completed => _completed.Task;

        public T? Last { get; private set; }

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(T message)
        {
            Last = message;
            note(message);
            return Task.CompletedTask;
        }

        public Task WriteAsync(T message, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return WriteAsync(message);
        }

        public Task CompleteAsync()
        {
            _completed.SetResult();
            return Task.CompletedTask;
        }
    }

    private sealed class StreamOf<T>(T[] answers, RpcException? failure) : IAsyncStreamReader<T>
    {
        public static StreamOf<T> Of(object answer) => answer is ValueTuple<T[], RpcException?> broken
            ? new StreamOf<T>(broken.Item1, broken.Item2)
            : new StreamOf<T>((T[])answer, null);

        private int _index = -1;

        public T Current => answers[_index];

        public Task<bool> MoveNext(CancellationToken cancellationToken) =>
            ++_index == answers.Length && failure is not null
                ? Task.FromException<bool>(failure)
                : Task.FromResult(_index < answers.Length);
    }
}
