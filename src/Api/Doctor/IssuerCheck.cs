namespace Kurve.Numo.Api.Doctor;

/// <summary>Asks the issuer of tokens for what it publishes (OpenID Connect Discovery 1.0), once.</summary>
internal sealed class IssuerCheck(IConfiguration configuration, TimeProvider clock)
{
    private const string Authority = "Numo:Auth:Authority";
    private const string DevelopmentKeyFile = "Numo:Auth:DevelopmentKeyFile";

    private readonly Lock _gate = new();
    private Task<(bool IsDocument, DateTimeOffset? Date)>? _asked;

    public async Task<Finding> CheckAsync(CancellationToken ct)
    {
        if (configuration[Authority] is not { Length: > 0 } authority)
        {
            return configuration[DevelopmentKeyFile] is not { Length: > 0 } file
                ? Finding.Fault("issuer", "nobody makes tokens.", $"Set {Authority} to the OIDC issuer.")
                : File.Exists(file) ? Finding.Good("issuer", $"{file}, for development.")
                : Finding.Fault("issuer", $"{file} does not exist.", $"Make it with `numo token`, or set {DevelopmentKeyFile}.");
        }

        try
        {
            return (await AskAsync(authority, ct)).IsDocument
                ? Finding.Good("issuer", $"{authority} answers.")
                : Finding.Fault("issuer", $"{authority} publishes no jwks_uri.", $"Set {Authority} to the OIDC issuer itself.");
        }
        catch (HttpRequestException exception)
        {
            return Finding.Fault(
                "issuer", $"{authority}: {exception.Message}", $"No token is accepted until it answers, or {Authority} names another.");
        }
    }

    /// <summary>How far this machine's clock is from the issuer's; null when there is none to ask.</summary>
    public async Task<TimeSpan?> FindSkewAsync(CancellationToken ct)
    {
        if (configuration[Authority] is not { Length: > 0 } authority)
        {
            return null;
        }

        try
        {
            return clock.GetUtcNow() - (await AskAsync(authority, ct)).Date;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private Task<(bool IsDocument, DateTimeOffset? Date)> AskAsync(string authority, CancellationToken ct)
    {
        lock (_gate)
        {
            return _asked ??= FetchAsync(authority, ct);
        }
    }

    private static async Task<(bool IsDocument, DateTimeOffset? Date)> FetchAsync(string authority, CancellationToken ct)
    {
        using var client = new HttpClient { MaxResponseContentBufferSize = 1024 * 1024 };
        using var answer = await client.GetAsync(
            new Uri($"{authority.TrimEnd('/')}/.well-known/openid-configuration", UriKind.Absolute), ct);
        answer.EnsureSuccessStatusCode();
        var document = await answer.Content.ReadAsStringAsync(ct);
        return (document.Contains("\"jwks_uri\"", StringComparison.Ordinal), answer.Headers.Date);
    }
}
