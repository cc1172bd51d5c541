using System.Text.Json;
using Kurve.Numo.Cli.Tokens;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>
/// The schools as they are in the evening: a database, and the keys that it needs. Each measurement works on a copy.
/// </summary>
internal sealed class PreparedFolder : IDisposable
{
    /// <summary>As whom the loop works.</summary>
    public const string Subject = "loop";

    private readonly NightSettings _settings;
    private readonly string _path;

    private PreparedFolder(NightSettings settings)
    {
        _settings = settings;
        _path = settings.Keep is { } keep
            ? Directory.CreateDirectory(keep).FullName
            : Directory.CreateTempSubdirectory("numo-night-").FullName;
        Token = IssueToken();
        Clock = new NightClock(settings.IsSwitch ? Path.Combine(_path, "clock") : null);
    }

    /// <summary>The time that all go by.</summary>
    public NightClock Clock { get; }

    /// <summary>Whether the schools are ready to change to the next school year.</summary>
    public bool IsSwitch => _settings.IsSwitch;

    /// <summary>The database that is prepared.</summary>
    public string Database => Path.Combine(_path, "numo.db");

    /// <summary>The keys that passwords are encrypted with.</summary>
    public string Keys => Path.Combine(_path, "keys");

    /// <summary>The key that tokens are signed with.</summary>
    public string TokenKey => Path.Combine(_path, "token.key");

    /// <summary>A token for everything.</summary>
    public string Token { get; }

    /// <summary>Whether all schools are there.</summary>
    public bool IsReady => File.Exists(Mark);

    private string Mark => Path.Combine(_path, "prepared.json");

    private string Content => IsSwitch
        ? JsonSerializer.Serialize(new { _settings.Schools, _settings.Pupils, Switch = true })
        : JsonSerializer.Serialize(new { _settings.Schools, _settings.Pupils });

    /// <summary>The folder that is kept, or a new one.</summary>
    /// <exception cref="InvalidOperationException">It has other schools.</exception>
    public static PreparedFolder Open(NightSettings settings)
    {
        var folder = new PreparedFolder(settings);
        return !folder.IsReady || File.ReadAllText(folder.Mark) == folder.Content
            ? folder
            : throw new InvalidOperationException(
                $"{folder._path} has {File.ReadAllText(folder.Mark)}, not {folder.Content}; name another folder.");
    }

    /// <summary>Says that all schools are there.</summary>
    public void Finish() => File.WriteAllText(Mark, Content);

    /// <summary>Copies the database, to be measured with; on disk before this returns.</summary>
    public async Task<string> CopyAsync(CancellationToken ct)
    {
        var copy = Path.Combine(Directory.CreateDirectory(Path.Combine(_path, "night")).FullName, "numo.db");
        foreach (var end in new[] { "", "-wal" })
        {
            File.Delete(copy + end);
            if (File.Exists(Database + end))
            {
                await using var from = File.OpenRead(Database + end);
                await using var to = File.Create(copy + end);
                await from.CopyToAsync(to, ct);
                to.Flush(flushToDisk: true);
            }
        }

        File.Delete(copy + "-shm");
        return copy;
    }

    public void Dispose()
    {
        var gone = _settings.Keep is null ? _path : Path.Combine(_path, "night");
        if (Directory.Exists(gone))
        {
            Directory.Delete(gone, recursive: true);
        }
    }

    private string IssueToken() => new DevelopmentTokenIssuer(DevelopmentKey.ReadOrCreate(TokenKey), TimeProvider.System)
        .Issue(new TokenRequest(Subject, [.. Scopes.All], [], TimeSpan.FromHours(12)))
        .Value;
}
