using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Api.Shared.Limits;

/// <summary>How often one token, and all tokens of one school, may call; what is more is refused before it is read.</summary>
internal static class RateLimits
{
    private const int MostNamed = 10;
    private const string RetryAfterSeconds = "5";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static void AddNumoLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LimitOptions>().Bind(configuration.GetSection(LimitOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LimitOptions>, LimitOptionsValidator>();
        services.AddSingleton<HeavyCalls>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<LimitOptions>>(
            (limiter, options) =>
            {
                limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                    PartitionedRateLimiter.Create<HttpContext, string>(context => OfToken(context, options.Value)),
                    PartitionedRateLimiter.Create<HttpContext, string>(context => OfSchool(context, options.Value)));
                limiter.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected.HttpContext));
            });
    }

    private static RateLimitPartition<string> OfToken(HttpContext context, LimitOptions options) =>
        context.User.Subject() is not { Length: > 0 } subject ? RateLimitPartition.GetNoLimiter("")
        : IsBound(context) ? Bucket($"{subject} {SchoolsOf(context)}", options.CallsPerSecond, options.Burst)
        : Bucket($"service {subject}", options.ServiceCallsPerSecond, options.ServiceBurst);

    // Who speaks for several schools is limited by its token alone.
    private static RateLimitPartition<string> OfSchool(HttpContext context, LimitOptions options) =>
        context.User.FindAll("school").Take(2).ToList() is [var school]
            ? Bucket(school.Value, options.CallsPerSecond, options.Burst)
            : RateLimitPartition.GetNoLimiter("");

    private static string SchoolsOf(HttpContext context) =>
        string.Join(' ', context.User.FindAll("school").Take(MostNamed).Select(school => school.Value));

    private static bool IsBound(HttpContext context) => context.User.HasClaim(Authentication.BoundClaim, "");

    private static RateLimitPartition<string> Bucket(string key, int perSecond, int burst) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokensPerPeriod = perSecond,
            TokenLimit = Math.Max(perSecond, burst),
            ReplenishmentPeriod = Second,
        });

    /// <summary>Answers as every other error is answered, in gRPC and in JSON.</summary>
    private static Task RefuseAsync(HttpContext context)
    {
        if (!context.IsGrpc())
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        return context.WriteErrorAsync(new TeVeelAanroepen(), StatusCodes.Status429TooManyRequests);
    }
}
