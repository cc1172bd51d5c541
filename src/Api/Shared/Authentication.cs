using System.Globalization;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;

namespace Kurve.Numo.Api.Shared;

/// <summary>
/// Nothing answers without a valid token: of an OIDC authority, or in development of <c>numo token</c>.
/// </summary>
internal static class Authentication
{
    private const string Authority = "Numo:Auth:Authority";
    private const string Audience = "Numo:Auth:Audience";
    private const string DevelopmentKeyFile = "Numo:Auth:DevelopmentKeyFile";
    private const string DevelopmentIssuer = "numo-development";
    private const string DefaultAudience = "numo";
    private const int KeyLength = 32;

    /// <exception cref="InvalidOperationException">The configuration names no issuer, or one that may not be used
    /// here.</exception>
    public static void AddNumoAuthentication(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var authority = configuration[Authority];
        var audience = configuration[Audience] ?? DefaultAudience;
        var key = ReadDevelopmentKey(configuration[DevelopmentKeyFile], environment);
        if (authority is null && key is null)
        {
            throw new InvalidOperationException(
                $"No issuer of tokens is configured: set {Authority}, or in Development {DevelopmentKeyFile} (see "
                + "`numo token --help`).");
        }

        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters.ValidAudience = audience;
            options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
            if (key is not null)
            {
                options.TokenValidationParameters.ValidIssuer = DevelopmentIssuer;
                options.TokenValidationParameters.IssuerSigningKey = key;
                options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
            }
            else
            {
                options.Authority = authority;
            }
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static SymmetricSecurityKey? ReadDevelopmentKey(string? file, IHostEnvironment environment)
    {
        if (file is null)
        {
            return null;
        }

        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                $"{DevelopmentKeyFile} is for environment Development only; this is {environment.EnvironmentName}.");
        }

        if (!File.Exists(file))
        {
            throw new InvalidOperationException(
                $"{DevelopmentKeyFile}: there is no file {file}; `numo token --key {file} --scope numo.read` makes "
                + "it.");
        }

        var bytes = new byte[KeyLength];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), bytes, out var length) && length == KeyLength
            ? new SymmetricSecurityKey(bytes)
            : throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"{DevelopmentKeyFile}: {file} does not hold {KeyLength} bytes as base64."));
    }
}
