using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kurve.Numo.Cli.Tokens;

/// <summary>What a development token says of its bearer.</summary>
/// <param name="Subject">Who: a name for the audit.</param>
/// <param name="Scopes">What the bearer may do; see <see cref="Cli.Tokens.Scopes.All"/>.</param>
/// <param name="SchoolIds">The schools that the bearer is bound to; none means all.</param>
/// <param name="Lifetime">How long, from now.</param>
internal sealed record TokenRequest(
    string Subject, IReadOnlyCollection<string> Scopes, IReadOnlyCollection<string> SchoolIds, TimeSpan Lifetime);

/// <summary>A token that was issued.</summary>
/// <param name="Value">The token, compact form.</param>
/// <param name="Expires">When it ends.</param>
internal sealed record IssuedToken(string Value, DateTimeOffset Expires);

/// <summary>Issues tokens that an API in Development accepts; a production API accepts none of them.</summary>
/// <param name="key">The key that the API has.</param>
/// <param name="clock">The time.</param>
internal sealed class DevelopmentTokenIssuer(DevelopmentKey key, TimeProvider clock)
{
    /// <summary>The issuer that the API expects.</summary>
    public const string Issuer = "numo-development";

    /// <summary>The audience that the API expects.</summary>
    public const string Audience = "numo";

    private const string AllSchools = "numo.alle-scholen";

    /// <summary>Issues a token, signed with HMAC-SHA256.</summary>
    public IssuedToken Issue(TokenRequest request)
    {
        var now = clock.GetUtcNow();
        var expires = now + request.Lifetime;
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [JwtRegisteredClaimNames.Sub] = request.Subject,
            ["scope"] = string.Join(' ', ScopesOf(request).Distinct(StringComparer.Ordinal)),
        };
        if (request.SchoolIds.Count > 0)
        {
            claims["school"] = request.SchoolIds.ToArray();
        }

        var value = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            SigningCredentials = new SigningCredentials(
                new SymmetricSecurityKey(key.Bytes), SecurityAlgorithms.HmacSha256),
        });
        return new IssuedToken(value, expires);
    }

    // A token without schools sees none, unless a scope says that it is for all.
    private static IEnumerable<string> ScopesOf(TokenRequest request) =>
        request.SchoolIds.Count > 0 ? request.Scopes : [.. request.Scopes, AllSchools];
}
