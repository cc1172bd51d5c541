using Kurve.Numo.Domain.Wijzigingen;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>
/// Tries to send at most three times within seconds, and again only after a failure that may pass by itself. What fails
/// longer is tried again by who keeps the messages.
/// </summary>
internal sealed class BerichtPipeline(BerichtenOptions options, TimeProvider time)
{
    private const int MaxRetries = 2;

    private readonly ResiliencePipeline _attempt = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddTimeout(options.AttemptTimeout)
        .Build();

    private readonly ResiliencePipeline<Berichtfout?> _whole =
        new ResiliencePipelineBuilder<Berichtfout?> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Berichtfout?>
            {
                MaxRetryAttempts = MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.Backoff,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { Tijdelijk: true }),
            })
            .Build();

    /// <summary>Sends; null when it arrived.</summary>
    /// <param name="attempt">One try.</param>
    /// <param name="teTraag">What it is when one takes too long.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Berichtfout?> RunAsync(
        Func<CancellationToken, Task<Berichtfout?>> attempt, Berichtfout teTraag, CancellationToken ct) =>
        await _whole.ExecuteAsync(
            async outer =>
            {
                try
                {
                    return await _attempt.ExecuteAsync(async inner => await attempt(inner), outer);
                }
                catch (TimeoutRejectedException)
                {
                    return teTraag;
                }
            },
            ct);
}
