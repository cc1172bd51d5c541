using System.Data.Common;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Grpc.Core;
using Grpc.Net.Client;
using Kurve.Numo.Api.Tests.Shared;
using Kurve.Numo.Simulator;

namespace Kurve.Numo.Api.Tests;

/// <summary>
/// The real API: a process of its own with Kestrel on free loopback ports and a database file of its own.
/// </summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private const int SigTerm = 15;
    private const int SigCont = 18;
    private const int SigStop = 19;

    private readonly ApiSurroundings _surroundings;
    private readonly StringBuilder _output = new();
    private readonly List<(string Text, TaskCompletionSource Written)> _awaited = [];
    private Process? _process;
    private GrpcChannel? _channel;

    private ApiProcess(ApiSurroundings surroundings) => _surroundings = surroundings;

    /// <summary>Opens its database, whatever engine it has.</summary>
    public Task<DbConnection> OpenDatabaseAsync() => _surroundings.OpenDatabaseAsync();

    public Uri GrpcAddress => _surroundings.GrpcAddress;

    public Uri JsonAddress => _surroundings.JsonAddress;

    /// <summary>Everything that the process wrote: its log.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Waits until the process wrote a text.</summary>
    /// <exception cref="TimeoutException">It did not; what it wrote is in the message.</exception>
    public async Task WaitForOutputAsync(string text, TimeSpan patience)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if (Output.Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            _awaited.Add((text, written));
        }

        if (await Task.WhenAny(written.Task, Task.Delay(patience)) != written.Task)
        {
            throw new TimeoutException($"Not written within {patience}: {text}\n{Output}");
        }
    }

    /// <summary>Starts one, with settings beside those that every API under test has.</summary>
    public static Task<ApiProcess> StartAsync(
        SimulatorHost simulator, params (string Name, string Value)[] settings) =>
        StartAsync(new ApiSurroundings(simulator), settings);

    /// <summary>Starts another process on the same database, with the same keys, as a second replica.</summary>
    public Task<ApiProcess> StartBesideAsync(SimulatorHost simulator, params (string Name, string Value)[] settings) =>
        StartAsync(new ApiSurroundings(simulator, shared: _surroundings), settings);

    /// <summary>Starts one in surroundings that a test made; they end with it.</summary>
    public static async Task<ApiProcess> StartAsync(
        ApiSurroundings surroundings, params (string Name, string Value)[] settings)
    {
        var api = new ApiProcess(surroundings);
        api.Set(settings);
        try
        {
            await api.StartAsync();
            return api;
        }
        catch
        {
            await api.DisposeAsync();
            throw;
        }
    }

    /// <summary>The way in of one person among several.</summary>
    public CallInvoker AsPerson(string subject, string scopes) =>
        ApiSurroundings.WithToken(WithoutToken(), _surroundings.TokenOf(subject, scopes));

    /// <summary>A client's way in, as a Kurve service with these scopes, bound to schools if any are named.</summary>
    public CallInvoker As(string scopes, params string[] schools) =>
        ApiSurroundings.WithToken(WithoutToken(), Token(scopes, schools));

    public string KeyFile => _surroundings.KeyFile;

    /// <summary>A client's way in with exactly these scopes, and a token that names no school.</summary>
    public CallInvoker AsUnbound(string scopes) =>
        ApiSurroundings.WithToken(WithoutToken(), _surroundings.UnboundToken(scopes));

    public string Token(string scopes, params string[] schools) => _surroundings.Token(scopes, schools);

    public CallInvoker WithoutToken() => _channel!.Calls();

    /// <summary>Ends the process as a power cut would: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>The process, as the operating system calls it.</summary>
    public int Id => _process!.Id;

    /// <summary>Whether it has started and not ended.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Stops the process until <see cref="Continue"/>, as a virtual machine that is moved: SIGSTOP.</summary>
    public async Task PauseAsync()
    {
        Signal(SigStop);

        // One thread receives the signal and stops the others, which run on until then: on a busy machine for long enough
        // to begin a transaction.
        while (!Directory.GetDirectories($"/proc/{Id}/task").All(IsStopped))
        {
            await Task.Delay(1);
        }
    }

    /// <summary>Lets it go on as if nothing had happened: SIGCONT.</summary>
    public void Continue() => Signal(SigCont);

    /// <summary>Asks it to stop, as an orchestrator does: SIGTERM.</summary>
    public void Terminate() => Signal(SigTerm);

    /// <summary>Waits until it has stopped; its exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken ct)
    {
        await _process!.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    /// <summary>Loses the keys that secrets are encrypted with, as by a wrong backup.</summary>
    public void LoseKeys() => Directory.Delete(_surroundings.KeyFolder, recursive: true);

    /// <summary>Changes the configuration, from the next start on.</summary>
    public void Set(params (string Name, string Value)[] settings) => _surroundings.Set(settings);

    /// <summary>Ends it, and starts it again on the same database with other settings.</summary>
    public async Task RestartAsync(params (string Name, string Value)[] settings)
    {
        Set(settings);
        await KillAsync();
        await StartAsync();
    }

    /// <summary>Starts it again on the same database.</summary>
    public async Task StartAsync()
    {
        _surroundings.TakePorts();
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } host && host.EndsWith("dotnet", StringComparison.Ordinal) ? host : "dotnet")
        {
            // Its settings stand beside it, wherever it is started.
            WorkingDirectory = Path.GetTempPath(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Kurve.Numo.Api.dll") },
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";

        // A process that lives for a minute does not live to see what measuring its methods would gain.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in _surroundings.Settings())
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += Collect;
        _process.ErrorDataReceived += Collect;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _channel?.Dispose();
        _channel = TestChannels.Open(_surroundings.GrpcAddress);
        if (!await _surroundings.IsReadyAsync(() => _process.HasExited))
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            throw new InvalidOperationException("The API did not start:\n" + Output);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        _surroundings.Dispose();
    }

    // The state follows the name, which is in parentheses: proc_pid_stat(5).
    private static bool IsStopped(string thread)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(thread, "stat"));
            return stat[stat.LastIndexOf(')')..].StartsWith(") T", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It ended meanwhile: the next look does not list it.
            return false;
        }
    }

    private void Signal(int signal)
    {
        if (Kill(Id, signal) != 0)
        {
            throw new InvalidOperationException($"Process {Id} could not be sent signal {signal}.");
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private void Collect(object sender, DataReceivedEventArgs e)
    {
        lock (_output)
        {
            _output.AppendLine(e.Data);
            foreach (var (text, written) in _awaited)
            {
                if (e.Data?.Contains(text, StringComparison.Ordinal) == true)
                {
                    written.TrySetResult();
                }
            }
        }
    }
}
