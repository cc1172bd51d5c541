using System.Globalization;
using System.Security.Claims;
using Grpc.Core;
using Kurve.Numo.Domain.Shared;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kurve.Numo.Api.Shared;

/// <summary>
/// Nothing answers without a valid token: of an OIDC authority, or in development of <c>numo token</c>.
/// </summary>
internal static class Authentication
{
    /// <summary>A claim that every token gets which names schools, be it none: it then sees none.</summary>
    public const string BoundClaim = "numo:bound";

    /// <summary>How much the clock of the issuer and ours may differ.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(30);

    private const string Authority = "Numo:Auth:Authority";
    private const string Audience = "Numo:Auth:Audience";
    private const string DevelopmentKeyFile = "Numo:Auth:DevelopmentKeyFile";
    private const string TokenType = "Numo:Auth:TokenType";
    private const string DevelopmentType = "JWT";
    private const string DevelopmentIssuer = "numo-development";
    private const string DefaultAudience = "numo";
    private const int KeyLength = 32;

    // OpenID Connect allows no longer one; columns are as wide.
    private const int LongestSubject = 255;

    // RFC 9068: so that an id token, which is made for a browser, opens nothing here.
    private static readonly string[] AccessTokenTypes = ["at+jwt", "application/at+jwt"];

    private static readonly string[] AsymmetricAlgorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <exception cref="SettingException">The configuration names no issuer, or one that may not be used
    /// here.</exception>
    public static void AddNumoAuthentication(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var authority = Read(configuration, Authority);
        var audience = Read(configuration, Audience) ?? DefaultAudience;
        var tokenTypes = Read(configuration, TokenType) is { } type ? [type] : AccessTokenTypes;
        var key = ReadDevelopmentKey(Read(configuration, DevelopmentKeyFile), environment);
        if (authority is null && key is null)
        {
            throw new SettingException(
                $"No issuer of tokens is configured: set {Authority}, or in Development {DevelopmentKeyFile} (see "
                + "`numo token --help`).");
        }

        if (authority is not null && key is not null)
        {
            throw new SettingException(
                $"{Authority} and {DevelopmentKeyFile} are both set; only one issuer is trusted.");
        }

        if (authority is not null
            && !(Uri.TryCreate(authority, UriKind.Absolute, out var issuer)
                && string.Equals(issuer.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)))
        {
            throw new SettingException($"{Authority} is '{authority}'; expected an https address.");
        }

        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            // Whoever issues tokens goes by real time, also when the service goes by a clock for trials.
            options.TimeProvider = TimeProvider.System;
            options.Events = new JwtBearerEvents { OnTokenValidated = CheckClaims, OnChallenge = AnswerChallengeAsync };
            options.TokenValidationParameters.ValidAudience = audience;
            options.TokenValidationParameters.ClockSkew = Leeway;
            if (key is not null)
            {
                options.TokenValidationParameters.ValidIssuer = DevelopmentIssuer;
                options.TokenValidationParameters.IssuerSigningKey = key;
                options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
                options.TokenValidationParameters.ValidTypes = [DevelopmentType];
            }
            else
            {
                options.Authority = authority;

                // A key that the issuer publishes is no secret: nothing may be signed with it as if it were one.
                options.TokenValidationParameters.ValidAlgorithms = AsymmetricAlgorithms;
                options.TokenValidationParameters.ValidTypes = tokenTypes;
            }
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <summary>Who calls, as the token says it.</summary>
    public static string Subject(this ServerCallContext context) => context.GetHttpContext().User.Subject();

    /// <summary>Who calls, as the token says it.</summary>
    public static string Subject(this ClaimsPrincipal user) => user.FindFirst("sub")?.Value ?? "";

    /// <summary>How long a token is still valid; null when it does not say.</summary>
    public static TimeSpan? Remaining(this ClaimsPrincipal user) =>
        long.TryParse(user.FindFirst("exp")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
            ? DateTimeOffset.FromUnixTimeSeconds(expires) + Leeway - TimeProvider.System.GetUtcNow()
            : null;

    // An empty one is none: compose files and the like often pass them on so.
    private static string? Read(IConfiguration configuration, string setting) =>
        configuration[setting] is { Length: > 0 } value ? value : null;

    private static Task CheckClaims(TokenValidatedContext context)
    {
        if (context.Principal?.FindFirst("sub")?.Value is not { Length: <= LongestSubject } subject
            || string.IsNullOrWhiteSpace(subject))
        {
            context.Fail($"The token has no subject (sub) of at most {LongestSubject} characters.");
        }
        else if (context.SecurityToken is JsonWebToken token && token.TryGetPayloadValue<object>("school", out _))
        {
            ((ClaimsIdentity)context.Principal.Identity!).AddClaim(new Claim(BoundClaim, ""));
        }

        return Task.CompletedTask;
    }

    // The answer of a gRPC call without a valid token, with the details that every other error has.
    private static Task AnswerChallengeAsync(JwtBearerChallengeContext context)
    {
        if (!context.HttpContext.IsGrpc())
        {
            return Task.CompletedTask;
        }

        context.HandleResponse();
        return context.HttpContext.WriteErrorAsync(WhyNot(context), StatusCodes.Status401Unauthorized);
    }

    private static NietAangemeld WhyNot(JwtBearerChallengeContext context) => context.AuthenticateFailure switch
    {
        null when context.Request.Headers.Authorization.Count == 0 => new NietAangemeld(
            "TOKEN_ONTBREEKT", "The call has no bearer token.", "U bent niet aangemeld."),
        SecurityTokenExpiredException => new NietAangemeld(
            "TOKEN_VERLOPEN", "The bearer token has expired.", "Uw aanmelding is verlopen; meld u opnieuw aan."),
        _ => new NietAangemeld(
            "TOKEN_ONGELDIG", "The call has no valid bearer token.", "Uw aanmelding wordt niet herkend."),
    };

    private sealed record NietAangemeld(string Code, string Message, string Tekst)
        : Error(ErrorKind.Unauthenticated, Code, Message, Tekst);

    private static SymmetricSecurityKey? ReadDevelopmentKey(string? file, IHostEnvironment environment)
    {
        if (file is null)
        {
            return null;
        }

        if (!environment.IsDevelopment())
        {
            throw new SettingException(
                $"{DevelopmentKeyFile} is for environment Development only; this is {environment.EnvironmentName}.");
        }

        if (!File.Exists(file))
        {
            throw new SettingException(
                $"{DevelopmentKeyFile}: there is no file {file}; `numo token --key {file} --scope numo.read` makes "
                + "it.");
        }

        var bytes = new byte[KeyLength];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), bytes, out var length) && length == KeyLength
            ? new SymmetricSecurityKey(bytes)
            : throw new SettingException($"{DevelopmentKeyFile}: {file} does not hold 32 bytes as base64.");
    }
}
