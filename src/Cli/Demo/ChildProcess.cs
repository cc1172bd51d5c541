using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kurve.Numo.Cli.Demo;

/// <summary>
/// A program beside this one, run as a process of its own; it ends when its owner ends in an orderly way.
/// </summary>
internal sealed partial class ChildProcess : IAsyncDisposable
{
    private const int KeptLines = 40;
    private const int Terminate = 15;
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(5);

    // What the user's own shell says to other copies of these programs is not for the ones of the demo.
    private static readonly string[] PrefixesNotPassedOn =
    [
        "Numo__", "NUMO_", "Kestrel__", "ASPNETCORE_", "DOTNET_URLS", "DOTNET_ENVIRONMENT", "URLS", "HTTP_PORTS",
        "HTTPS_PORTS",
    ];

    private readonly Process _process;
    private readonly Queue<string> _lines = new();
    private readonly Action<string> _onLine;

    private ChildProcess(string name, Process process, Action<string> onLine) =>
        (Name, _process, _onLine) = (name, process, onLine);

    /// <summary>What it is called when something is said of it.</summary>
    public string Name { get; }

    /// <summary>Its process id.</summary>
    public int Id { get; private set; }

    /// <summary>Is done when it has ended and all it wrote was read.</summary>
    public Task Exited { get; private set; } = Task.CompletedTask;

    /// <summary>The last lines that it wrote.</summary>
    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>How it ended; only after <see cref="Exited"/>.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a .NET program with the runtime that runs this one.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="arguments">The program (a dll) and its arguments.</param>
    /// <param name="variables">Environment variables to add.</param>
    /// <param name="onLine">Is called for each line it writes, from any thread.</param>
    public static ChildProcess StartDotnet(
        string name,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> variables,
        Action<string> onLine)
    {
        var start = new ProcessStartInfo(FindDotnet(), arguments)
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        SetEnvironment(start, variables);
        var child = new ChildProcess(name, new Process { StartInfo = start }, onLine);
        child.Start();
        return child;
    }

    /// <summary>Ends it and all that it started, at once.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It had ended by itself, or is ending.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Asked first: a process that is killed leaves its diagnostic pipes in the temporary folder.
        if (!OperatingSystem.IsWindows() && !Exited.IsCompleted && SendSignal(Id, Terminate) == 0)
        {
            await Exited.WaitAsync(PatienceAtEnd).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Kill();
        await Exited.WaitAsync(PatienceAtEnd).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int process, int signal);

    private void Start()
    {
        _process.OutputDataReceived += (_, e) => Keep(e.Data);
        _process.ErrorDataReceived += (_, e) => Keep(e.Data);
        _process.Start();
        Id = _process.Id;
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Exited = _process.WaitForExitAsync();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        // A stack would push the failure itself out of the lines that are kept.
        if (!line.TrimStart().StartsWith("at ", StringComparison.Ordinal))
        {
            Remember(line);
        }

        _onLine(line);
    }

    private void Remember(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > KeptLines)
            {
                _lines.Dequeue();
            }
        }
    }

    private static void SetEnvironment(ProcessStartInfo start, IReadOnlyDictionary<string, string> variables)
    {
        var others = start.Environment.Keys
            .Where(key => PrefixesNotPassedOn.Any(p => key.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        foreach (var key in others)
        {
            start.Environment.Remove(key);
        }

        foreach (var (key, value) in variables)
        {
            start.Environment[key] = value;
        }
    }

    // The runtime's folder is <dotnet>/shared/Microsoft.NETCore.App/<version>; PATH may have another dotnet, or none.
    /// <summary>The program that runs .NET programs: the one that runs this.</summary>
    public static string FindDotnet()
    {
        var file = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", file));
        return File.Exists(beside) ? beside : file;
    }
}
