using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Grpc.Net.Client;
using Kurve.Numo.Simulator;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kurve.Numo.Api.Tests;

/// <summary>
/// The real API: a process of its own with Kestrel on free loopback ports and a database file of its own.
/// </summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(90);

    private readonly SimulatorHost _simulator;
    private readonly string _folder = Directory.CreateTempSubdirectory("numo-test-").FullName;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly StringBuilder _output = new();
    private Dictionary<string, string> _otherwise = [];
    private Process? _process;
    private GrpcChannel? _channel;

    private ApiProcess(SimulatorHost simulator) => _simulator = simulator;

    public string Database => Path.Combine(_folder, "numo.db");

    public Uri JsonAddress { get; private set; } = new("http://127.0.0.1");

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

    public static async Task<ApiProcess> StartAsync(SimulatorHost simulator)
    {
        var api = new ApiProcess(simulator);
        await File.WriteAllTextAsync(Path.Combine(api._folder, "key"), Convert.ToBase64String(api._key));
        await api.StartAsync();
        return api;
    }

    /// <summary>A client's way in, as a Kurve service with these scopes, bound to schools if any are named.</summary>
    public CallInvoker As(string scopes, params string[] schools) => new WithToken(
        _channel!.CreateCallInvoker(), Token(scopes, schools));

    public string Token(string scopes, params string[] schools)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "test", ["scope"] = scopes };
        if (schools.Length > 0)
        {
            claims["school"] = schools;
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "numo-development",
            Audience = "numo",
            Expires = DateTime.UtcNow.AddHours(1),
            Claims = claims,
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(_key), SecurityAlgorithms.HmacSha256),
        });
    }

    public CallInvoker WithoutToken() => _channel!.CreateCallInvoker();

    /// <summary>Ends the process as a power cut would: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Loses the keys that secrets are encrypted with, as by a wrong backup.</summary>
    public void LoseKeys() => Directory.Delete(Path.Combine(_folder, "keys"), recursive: true);

    /// <summary>Ends it, and starts it again on the same database with another setting.</summary>
    /// <param name="key">The setting, as the name of an environment variable.</param>
    /// <param name="value">Its value; null for what it was at first.</param>
    public async Task RestartAsync(string key, string? value)
    {
        _otherwise = value is null ? [] : new(StringComparer.Ordinal) { [key] = value };
        await KillAsync();
        await StartAsync();
    }

    /// <summary>Starts it again on the same database.</summary>
    public async Task StartAsync()
    {
        var (grpc, json) = (FreePort(), FreePort());
        JsonAddress = new Uri($"http://127.0.0.1:{json}");
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } host && host.EndsWith("dotnet", StringComparison.Ordinal) ? host : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Kurve.Numo.Api.dll") },
        };
        foreach (var (name, value) in Settings(grpc, json).Concat(_otherwise))
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += Collect;
        _process.ErrorDataReceived += Collect;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _channel?.Dispose();
        _channel = GrpcChannel.ForAddress($"http://127.0.0.1:{grpc}");
        await WaitUntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, string> Settings(int grpc, int json) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Kestrel__Endpoints__Grpc__Url"] = $"http://127.0.0.1:{grpc}",
        ["Kestrel__Endpoints__Grpc__Protocols"] = "Http2",
        ["Kestrel__Endpoints__Json__Url"] = $"http://127.0.0.1:{json}",
        ["Kestrel__Endpoints__Json__Protocols"] = "Http1",
        ["Logging__LogLevel__Default"] = "Debug",
        ["Numo__AllowLoopback"] = "true",
        ["Numo__Auth__DevelopmentKeyFile"] = Path.Combine(_folder, "key"),
        ["Numo__DataProtection__KeyFolder"] = Path.Combine(_folder, "keys"),
        ["Numo__Database__ConnectionString"] = $"Data Source={Database}",
        ["Numo__Magister__BaseUrlOverride"] = _simulator.MagisterBase.ToString(),
        ["Numo__Magister__Backoff"] = "00:00:00.050",
        ["Numo__Magister__UitgaandeIpAdressen__0"] = "192.0.2.7",
        ["Numo__Uwlr__Endpoint"] = _simulator.Uwlr.Endpoint.ToString(),
        ["Numo__Uwlr__Klantcode"] = _simulator.Uwlr.Klantcode,
        ["Numo__Uwlr__Klantnaam"] = _simulator.Uwlr.Klantnaam,
        ["Numo__Uwlr__Autorisatiesleutel"] = _simulator.Uwlr.Autorisatiesleutel,
        ["Numo__Uwlr__Backoff"] = "00:00:00.050",
    };

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient();
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(JsonAddress, "/healthz/ready"));
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!_process!.HasExited && Stopwatch.GetElapsedTime(begin) < StartTimeout)
            {
                // Not listening yet.
            }

            if (_process!.HasExited || Stopwatch.GetElapsedTime(begin) > StartTimeout)
            {
                throw new InvalidOperationException("The API did not start:\n" + Output);
            }

            await Task.Delay(50);
        }
    }

    private void Collect(object sender, DataReceivedEventArgs e)
    {
        lock (_output)
        {
            _output.AppendLine(e.Data);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class WithToken(CallInvoker inner, string token) : CallInvoker
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            inner.AsyncUnaryCall(method, host, Add(options), request);

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            inner.AsyncServerStreamingCall(method, host, Add(options), request);

        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException();

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();

        private CallOptions Add(CallOptions options) =>
            options.WithHeaders(new Metadata { { "authorization", $"Bearer {token}" } });
    }
}
