using System.Globalization;
using Grpc.Core;
using Grpc.Health.V1;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Spectre.Console;

namespace Kurve.Numo.Cli.Demo;

/// <summary>What the demo's simulator is to be like.</summary>
/// <param name="Pupils">Pupils of its school.</param>
/// <param name="Seed">What its people are invented from.</param>
/// <param name="Join">The web service column that holds the UWLR key; null for the simulator's own choice.</param>
internal sealed record SimulatorSettings(int Pupils, int Seed, string? Join);

/// <summary>A simulator and an API of the demo's own, on free ports; both end with the demo.</summary>
internal sealed class DemoServers : IAsyncDisposable
{
    private const int Attempts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(100);

    private readonly Session _session;
    private readonly bool _verbose;
    private readonly List<ChildProcess> _children = [];
    private readonly DemoFolder _folder = new();

    /// <summary>Prepares; <see cref="StartAsync"/> starts.</summary>
    public DemoServers(Session session, bool verbose)
    {
        (_session, _verbose) = (session, verbose);
        Token = _folder.IssueToken(session.Clock);
        AppDomain.CurrentDomain.ProcessExit += EndAll;
    }

    /// <summary>The simulator.</summary>
    public SimulatorReady Simulator { get; private set; } = null!;

    /// <summary>Where the API answers gRPC.</summary>
    public Uri Grpc { get; private set; } = null!;

    /// <summary>Where the API answers JSON.</summary>
    public Uri Json { get; private set; } = null!;

    /// <summary>A token for everything.</summary>
    public string Token { get; }

    /// <summary>What the demo writes.</summary>
    public DemoFolder Folder => _folder;

    /// <summary>Starts both, and waits until they answer.</summary>
    /// <exception cref="RefusedException">One ended, or did not answer in time.</exception>
    public async Task StartAsync(SimulatorSettings settings, CancellationToken ct)
    {
        Simulator = await StartSimulatorAsync(settings, ct);
        for (var attempt = 1; !await TryStartApiAsync(mayRetry: attempt < Attempts, ct); attempt++)
        {
            _session.Terminal.Error.WriteLine("Somebody took the port in between; trying another.");
        }
    }

    /// <summary>Works as long as both live.</summary>
    /// <exception cref="RefusedException">One ended first.</exception>
    public async Task<T> WhileAliveAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var task = work(linked.Token);
        if (await Task.WhenAny([task, .. _children.Select(c => c.Exited)]) != task)
        {
            await linked.CancelAsync();
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            throw HasEnded(_children.First(c => c.Exited.IsCompleted));
        }

        return await task;
    }

    /// <summary>Shows what the two wrote last.</summary>
    public void WriteLastLines(IAnsiConsole console)
    {
        foreach (var child in _children)
        {
            console.WriteLine($"Last lines of the {child.Name}:");
            foreach (var line in child.LastLines)
            {
                Plain.Write(console, "  " + line);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var child in _children)
        {
            await child.DisposeAsync();
        }

        AppDomain.CurrentDomain.ProcessExit -= EndAll;
        _folder.Dispose();
    }

    private async Task<SimulatorReady> StartSimulatorAsync(SimulatorSettings settings, CancellationToken ct)
    {
        var announcement = new SimulatorAnnouncement();
        string[] join = settings.Join is { } column ? ["--join", column] : [];
        var child = Start(
            "simulator",
            "Kurve.Numo.Simulator.dll",
            [
                "--port", "0", "--magister-port", "0", "--bare", "--pupils", Text(settings.Pupils),
                "--seed", Text(settings.Seed), .. join,
            ],
            new Dictionary<string, string>(StringComparer.Ordinal),
            announcement.Read);
        return await InTimeAsync(child, async _ => await announcement.Ready, ct);
    }

    private async Task<bool> TryStartApiAsync(bool mayRetry, CancellationToken ct)
    {
        var (grpc, json) = FreePort.FindTwo();
        (Grpc, Json) = (new Uri($"http://127.0.0.1:{grpc}"), new Uri($"http://127.0.0.1:{json}"));
        var settings = DemoConfiguration.ForApi(Simulator, _folder, Grpc, Json, _session.Clock);
        var child = Start("API", "Kurve.Numo.Api.dll", [], settings, _ => { });
        try
        {
            using var api = _session.Connect(Grpc, Token);
            return await InTimeAsync(child, stop => WaitUntilServingAsync(api, stop), ct);
        }
        catch (RefusedException) when (mayRetry && child.Exited.IsCompleted && child.LastLines.Any(IsAboutPort))
        {
            _children.Remove(child);
            await child.DisposeAsync();
            return false;
        }
    }

    private async Task<bool> WaitUntilServingAsync(ApiConnection api, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                var health = await api.Health.CheckAsync(new HealthCheckRequest(), cancellationToken: ct);
                if (health.Status == HealthCheckResponse.Types.ServingStatus.Serving)
                {
                    return true;
                }
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
            {
                // It is still starting.
            }

            await Task.Delay(BetweenQuestions, _session.Clock, ct);
        }
    }

    private ChildProcess Start(
        string name,
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> variables,
        Action<string> onLine)
    {
        var path = Path.Combine(AppContext.BaseDirectory, program);
        if (!File.Exists(path))
        {
            throw new RefusedException($"{path} is missing; build the whole solution.");
        }

        var child = ChildProcess.StartDotnet(name, [path, .. arguments], variables, line =>
        {
            onLine(line);
            if (_verbose)
            {
                Plain.Write(_session.Terminal.Error, $"{name}: {line}");
            }
        });
        _children.Add(child);
        return child;
    }

    private async Task<T> InTimeAsync<T>(
        ChildProcess child, Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(Patience, _session.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            return await WhileAliveAsync(token => work(token).WaitAsync(token), stop.Token);
        }
        catch (Exception e) when (late.IsCancellationRequested && e is OperationCanceledException or RpcException)
        {
            ct.ThrowIfCancellationRequested();
            throw new RefusedException($"The {child.Name} was not ready within {Patience.TotalSeconds:0} seconds.");
        }
    }

    private void EndAll(object? sender, EventArgs e)
    {
        foreach (var child in _children)
        {
            child.Kill();
        }

        _folder.Dispose();
    }

    private static RefusedException HasEnded(ChildProcess child) =>
        new($"The {child.Name} ended by itself, with exit code {Text(child.ExitCode)}.");

    private static bool IsAboutPort(string line) =>
        line.Contains("address already in use", StringComparison.OrdinalIgnoreCase);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
