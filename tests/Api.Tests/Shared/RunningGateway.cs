using System.Diagnostics;
using Kurve.Numo.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>The gateway inside this process, on free ports, with its own appsettings.json.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly LogLines _log = new();
    private readonly HeldPort _grpc = new();
    private readonly HeldPort _json = new();
    private readonly Task<int> _running;

    private RunningGateway((Uri Grpc, Uri Json)? own, (Uri Grpc, Uri Json)[] replicas, string[] settings)
    {
        (Grpc, Json) = own ?? (_grpc.Address, _json.Address);
        string[] args =
        [
            $"--Kestrel:Endpoints:Grpc:Url={Grpc}", "--Kestrel:Endpoints:Grpc:Protocols=Http2",
            $"--Kestrel:Endpoints:Json:Url={Json}", "--Kestrel:Endpoints:Json:Protocols=Http1",
            .. replicas.SelectMany((replica, i) => new[]
            {
                $"--Gateway:Replicas:{i}:Grpc={replica.Grpc}", $"--Gateway:Replicas:{i}:Json={replica.Json}",
            }),
            .. settings,
        ];
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = Path.Combine(AppContext.BaseDirectory, "Gateway"),
        });
        builder.Services.AddSingleton<ILoggerProvider>(_log);
        _running = GatewayHost.RunAsync(builder, _stop.Token);
    }

    public Uri Grpc { get; }

    public Uri Json { get; }

    /// <summary>What it logged about its replicas.</summary>
    public IReadOnlyList<string> Log => _log.OfYarp();

    public static Task<RunningGateway> StartAsync(params ApiProcess[] replicas) =>
        StartAsync([.. replicas.Select(replica => (replica.GrpcAddress, replica.JsonAddress))]);

    public static Task<RunningGateway> StartAsync(params (Uri Grpc, Uri Json)[] replicas) =>
        StartAsync(own: null, replicas);

    /// <param name="own">Where it listens; null for ports of its own.</param>
    /// <param name="replicas">Where calls go.</param>
    /// <param name="settings">Further arguments.</param>
    public static async Task<RunningGateway> StartAsync(
        (Uri Grpc, Uri Json)? own, (Uri Grpc, Uri Json)[] replicas, params string[] settings)
    {
        var gateway = new RunningGateway(own, replicas, settings);
        using var client = new HttpClient();
        await UntilAsync<HttpRequestException>(
            () => client.GetStringAsync(new Uri(gateway.Json, "/healthz/gateway")));
        return gateway;
    }

    /// <summary>Tries until it succeeds.</summary>
    public static async Task UntilAsync<TException>(Func<Task> succeeds)
        where TException : Exception
    {
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await succeeds();
                return;
            }
            catch (TException) when (Stopwatch.GetElapsedTime(begin) < Patience)
            {
                await Task.Delay(100);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        (await _running).Should().Be(0);
        _stop.Dispose();
        _grpc.Dispose();
        _json.Dispose();
    }

    private sealed class LogLines : ILoggerProvider
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> OfYarp()
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(LogLines lines, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => category.StartsWith("Yarp", StringComparison.Ordinal);

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter)
            {
                if (IsEnabled(logLevel))
                {
                    lock (lines._lines)
                    {
                        lines._lines.Add(formatter(state, exception) + exception);
                    }
                }
            }
        }
    }
}
