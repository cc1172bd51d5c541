using Kurve.Numo.Cli.Tokens;

namespace Kurve.Numo.Cli.Demo;

/// <summary>The folder with all that a demo writes: readable by its owner alone, gone when the demo ends.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("numo-demo-").FullName;

    /// <summary>The database file.</summary>
    public string Database => Path.Combine(_path, "numo.db");

    /// <summary>The folder with the keys that passwords are encrypted with.</summary>
    public string Keys => Path.Combine(_path, "keys");

    /// <summary>The file with the key that tokens are signed with.</summary>
    public string TokenKey => Path.Combine(_path, "development.key");

    /// <summary>The file with the demo's token.</summary>
    public string Token => Path.Combine(_path, "token");

    /// <summary>Makes the key and a token for everything.</summary>
    public string IssueToken(TimeProvider clock)
    {
        var issuer = new DevelopmentTokenIssuer(DevelopmentKey.ReadOrCreate(TokenKey), clock);
        var token = issuer.Issue(new TokenRequest("demo", [.. Scopes.Allowing], [], TimeSpan.FromHours(8)));
        File.WriteAllText(Token, token.Value);
        return token.Value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(_path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // It was removed before.
        }
    }
}
