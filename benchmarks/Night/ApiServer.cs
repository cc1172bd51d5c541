using Grpc.Core;
using Grpc.Health.V1;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Demo;
using Kurve.Numo.Clock;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>The API as it is shipped, as a process of its own.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(100);

    private readonly ChildProcess _process;

    private ApiServer(ChildProcess process, ApiConnection connection) =>
        (_process, Connection) = (process, connection);

    /// <summary>The way in.</summary>
    public ApiConnection Connection { get; }

    /// <summary>What it used so far.</summary>
    public Usage Usage => Usage.Of(_process.Id);

    /// <summary>Starts it on a database, and waits until it answers.</summary>
    public static async Task<ApiServer> StartAsync(
        SimulatorProcess simulator,
        PreparedFolder folder,
        string database,
        IEnumerable<(string Name, string Value)> settings,
        CancellationToken ct)
    {
        var (grpc, json) = FreePort.FindTwo();
        var address = new Uri($"http://127.0.0.1:{grpc}");
        var variables = Defaults(simulator.Ready, folder, database);
        variables["Kestrel__Endpoints__Grpc__Url"] = address.GetLeftPart(UriPartial.Authority);
        variables["Kestrel__Endpoints__Json__Url"] = $"http://127.0.0.1:{json}";
        if (folder.Clock.File is { } clock)
        {
            variables[TrialClockFile.Variable] = clock;
        }

        foreach (var (name, value) in settings)
        {
            variables[name] = value;
        }

        var program = Path.Combine(AppContext.BaseDirectory, "Kurve.Numo.Api.dll");
        var process = ChildProcess.StartDotnet("API", [program], variables, _ => { });
        var server = new ApiServer(process, ApiConnection.Open(address, folder.Token));
        while (!await server.IsServingAsync(ct))
        {
            await Task.Delay(BetweenQuestions, ct);
        }

        return server;
    }

    /// <summary>Fails when the process has ended.</summary>
    /// <exception cref="InvalidOperationException">It has; the message is what it wrote last.</exception>
    public void CheckAlive()
    {
        if (_process.Exited.IsCompleted)
        {
            throw new InvalidOperationException("The API ended:\n" + string.Join('\n', _process.LastLines));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        await _process.DisposeAsync();
    }

    private async Task<bool> IsServingAsync(CancellationToken ct)
    {
        CheckAlive();
        try
        {
            var health = await Connection.Health.CheckAsync(new HealthCheckRequest(), cancellationToken: ct);
            return health.Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            return false;
        }
    }

    private static Dictionary<string, string> Defaults(
        SimulatorReady simulator, PreparedFolder folder, string database) =>
        new(DemoConfiguration.Of(simulator, database, folder.Keys, folder.TokenKey), StringComparer.Ordinal)
        {
            ["Numo__Sync__Actief"] = "false",
        };
}
