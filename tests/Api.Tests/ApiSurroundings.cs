using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Kurve.Numo.Api.Tests.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Kurve.Numo.Simulator;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kurve.Numo.Api.Tests;

/// <summary>
/// What an API under test has for itself: a folder with its database and keys, its addresses, its configuration and its
/// tokens.
/// </summary>
internal sealed class ApiSurroundings : IDisposable
{
    private const string AllSchools = "numo.alle-scholen";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(90);

    private readonly SimulatorHost _simulator;
    private readonly SqlServerTestDatabase? _sqlServer;
    private readonly Dictionary<string, string?> _extra = new(StringComparer.Ordinal);
    private readonly ApiSurroundings? _shared;
    private readonly byte[] _key;
    private HeldPort[] _ports = [];

    /// <summary>Makes a folder.</summary>
    /// <param name="simulator">What it asks instead of Magister.</param>
    /// <param name="hasFile">Whether the database must be a file, whatever server there may be.</param>
    /// <param name="shared">Another API to share database, keys and tokens with; null for its own.</param>
    public ApiSurroundings(SimulatorHost simulator, bool hasFile = false, ApiSurroundings? shared = null)
    {
        _simulator = simulator;
        _shared = shared;
        _key = shared?._key ?? RandomNumberGenerator.GetBytes(32);
        _sqlServer = shared is not null ? shared._sqlServer
            : hasFile || SqlServerTestDatabase.Server is null ? null
            : SqlServerTestDatabase.Create();
        File.WriteAllText(KeyFile, SigningKey);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("numo-test-").FullName;

    public string Database => _shared?.Database ?? Path.Combine(Folder, "numo.db");

    public string ConnectionString => _sqlServer?.ConnectionString ?? $"Data Source={Database}";

    /// <summary>The keys that secrets are encrypted with.</summary>
    public string KeyFolder => _shared?.KeyFolder ?? Path.Combine(Folder, "keys");

    /// <summary>The file with what development tokens are signed with.</summary>
    public string KeyFile => Path.Combine(Folder, "key");

    public string SigningKey => Convert.ToBase64String(_key);

    public Uri GrpcAddress { get; private set; } = new("http://127.0.0.1");

    public Uri JsonAddress { get; private set; } = new("http://127.0.0.1");

    /// <summary>Opens the database of the engine in use; ids are 16 bytes, most significant first, in both.</summary>
    public async Task<DbConnection> OpenDatabaseAsync()
    {
        DbConnection connection = _sqlServer is null
            ? new SqliteConnection($"Data Source={Database};Pooling=False")
            : new SqlConnection(_sqlServer.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Changes the configuration that every API under test has, or adds to it.</summary>
    public void Set(params (string Name, string Value)[] settings)
    {
        foreach (var (name, value) in settings)
        {
            _extra[name] = value;
        }
    }

    /// <summary>Takes ports for the next start, and holds them until the one after.</summary>
    public void TakePorts()
    {
        ReleasePorts();
        _ports = [new HeldPort(), new HeldPort()];
        (GrpcAddress, JsonAddress) = (_ports[0].Address, _ports[1].Address);
    }

    /// <summary>The configuration, with the addresses that were taken.</summary>
    public Dictionary<string, string?> Settings()
    {
        var settings = Defaults();
        foreach (var (name, value) in _extra)
        {
            settings[name] = value;
        }

        return settings;
    }

    public string Token(string scopes, params string[] schools) =>
        SignToken(_key, DateTime.UtcNow.AddHours(1), scopes, schools);

    /// <summary>A token of somebody with a name of their own.</summary>
    public string TokenOf(string subject, string scopes) =>
        Sign(_key, DateTime.UtcNow.AddHours(1), subject, $"{scopes} {AllSchools}", []);

    /// <summary>A token that nobody should accept, when the key or the moment is another.</summary>
    public static string SignToken(byte[] key, DateTime expires, string scopes, params string[] schools) =>
        Sign(key, expires, "test", schools.Length > 0 ? scopes : $"{scopes} {AllSchools}", schools);

    /// <summary>A token with exactly these scopes, which names no school.</summary>
    public string UnboundToken(string scopes) => Sign(_key, DateTime.UtcNow.AddHours(1), "test", scopes, []);

    private static string Sign(byte[] key, DateTime expires, string subject, string scopes, string[] schools)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = subject, ["scope"] = scopes };
        if (schools.Length > 0)
        {
            claims["school"] = schools;
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "numo-development",
            Audience = "numo",
            NotBefore = expires.AddHours(-2),
            Expires = expires,
            Claims = claims,
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>Gives every call a token and a deadline.</summary>
    public static CallInvoker WithToken(CallInvoker calls, string token) => calls.Intercept(new Deadline()).Intercept(headers =>
    {
        headers.Add("authorization", $"Bearer {token}");
        return headers;
    });

    /// <summary>Waits until the API answers.</summary>
    /// <param name="hasEnded">Whether there is nothing to wait for any more.</param>
    /// <returns>Whether it does.</returns>
    public async Task<bool> IsReadyAsync(Func<bool> hasEnded)
    {
        using var client = new HttpClient();
        var begin = Stopwatch.GetTimestamp();
        while (!hasEnded() && Stopwatch.GetElapsedTime(begin) < StartTimeout)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(JsonAddress, "/healthz/ready"));
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return true;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        return false;
    }

    public void Dispose()
    {
        ReleasePorts();
        Directory.Delete(Folder, recursive: true);
        if (_shared is null)
        {
            _sqlServer?.Dispose();
        }
    }

    private void ReleasePorts() => Array.ForEach(_ports, port => port.Dispose());

    private Dictionary<string, string?> Defaults() => new(StringComparer.Ordinal)
    {
        ["Kestrel:Endpoints:Grpc:Url"] = GrpcAddress.ToString(),
        ["Kestrel:Endpoints:Grpc:Protocols"] = "Http2",
        ["Kestrel:Endpoints:Json:Url"] = JsonAddress.ToString(),
        ["Kestrel:Endpoints:Json:Protocols"] = "Http1",
        ["Logging:LogLevel:Default"] = "Debug",
        ["Numo:AllowLoopback"] = "true",
        ["Numo:Auth:DevelopmentKeyFile"] = KeyFile,
        ["Numo:DataProtection:KeyFolder"] = KeyFolder,
        ["Numo:Database:Provider"] = _sqlServer is null ? "Sqlite" : "SqlServer",
        ["Numo:Database:ConnectionString"] = ConnectionString,
        ["Numo:Magister:BaseUrlOverride"] = _simulator.MagisterBase.ToString(),
        ["Numo:Magister:Backoff"] = "00:00:00.050",
        ["Numo:Magister:UitgaandeIpAdressen:0"] = "192.0.2.7",
        ["Numo:Sync:Actief"] = "false",
        ["Numo:Uwlr:Endpoint"] = _simulator.Uwlr.Endpoint.ToString(),
        ["Numo:Uwlr:Klantcode"] = _simulator.Uwlr.Klantcode,
        ["Numo:Uwlr:Klantnaam"] = _simulator.Uwlr.Klantnaam,
        ["Numo:Uwlr:Autorisatiesleutel"] = _simulator.Uwlr.Autorisatiesleutel,
        ["Numo:Uwlr:Backoff"] = "00:00:00.050",
    };
}
