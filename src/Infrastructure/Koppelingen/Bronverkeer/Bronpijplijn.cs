using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>How long to wait for a source.</summary>
/// <param name="Attempt">The longest that one try may take, reading the answer included.</param>
/// <param name="Total">The longest that all tries may take together.</param>
/// <param name="Backoff">The pause before the second try; doubled before the third, and spread at random.</param>
internal sealed record Geduld(TimeSpan Attempt, TimeSpan Total, TimeSpan Backoff)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Most = TimeSpan.FromHours(1);

    /// <summary>What is wrong with these numbers, to be shown with the configuration section they stand in.</summary>
    public IEnumerable<string> Refuse(string section)
    {
        if (Attempt < Least || Attempt > Most || Total < Least || Total > Most)
        {
            yield return $"{section}: AttemptTimeout and TotalTimeout must be between {Least} and {Most}.";
        }

        if (Backoff < TimeSpan.Zero || Backoff > Most)
        {
            yield return $"{section}:Backoff must be between {TimeSpan.Zero} and {Most}.";
        }
    }
}

/// <summary>
/// Tries a fetch at most three times, and again only after a failure that may pass by itself: a
/// <see cref="Bronfout"/> with <see cref="Bronfout.Tijdelijk"/>. One try is the whole of it, from the connection to the
/// last byte of the answer.
/// </summary>
internal sealed class Bronpijplijn<T>
{
    private const int MaxRetries = 2;
    private readonly string _bron;
    private readonly Geduld _geduld;
    private readonly ResiliencePipeline<Result<T>> _attempt;
    private readonly ResiliencePipeline<Result<T>> _total;

    public Bronpijplijn(string bron, Geduld geduld, TimeProvider time)
    {
        (_bron, _geduld) = (bron, geduld);
        _attempt = new ResiliencePipelineBuilder<Result<T>> { TimeProvider = time }.AddTimeout(geduld.Attempt).Build();
        _total = new ResiliencePipelineBuilder<Result<T>> { TimeProvider = time }
            .AddTimeout(geduld.Total)
            .AddRetry(new RetryStrategyOptions<Result<T>>
            {
                MaxRetryAttempts = MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = geduld.Backoff,
                ShouldHandle = arguments =>
                    ValueTask.FromResult(arguments.Outcome.Result.Error is Bronfout { Tijdelijk: true }),
            })
            .Build();
    }

    /// <summary>
    /// Runs the fetch. <see cref="OperationCanceledException"/> is thrown only when the caller cancelled.
    /// </summary>
    /// <param name="fetch">One try.</param>
    /// <param name="geduldig">Whether to try again; otherwise one try is all.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<T>> RunAsync(
        Func<CancellationToken, Task<Result<T>>> fetch, bool geduldig, CancellationToken ct)
    {
        try
        {
            return geduldig
                ? await _total.ExecuteAsync(token => AttemptAsync(fetch, token), ct)
                : await AttemptAsync(fetch, ct);
        }
        catch (TimeoutRejectedException)
        {
            ct.ThrowIfCancellationRequested();
            return Bronfouten.GeheelTeTraag(_bron, _geduld.Total);
        }
    }

    private async ValueTask<Result<T>> AttemptAsync(
        Func<CancellationToken, Task<Result<T>>> fetch, CancellationToken ct)
    {
        using var measurement = Telemetry.SourceAttempt(_bron);
        var outcome = await LimitAsync(fetch, ct);
        measurement.Outcome = outcome.Error?.Code ?? Telemetry.Ok;
        return outcome;
    }

    private async Task<Result<T>> LimitAsync(Func<CancellationToken, Task<Result<T>>> fetch, CancellationToken ct)
    {
        try
        {
            return await _attempt.ExecuteAsync(async token => await fetch(token), ct);
        }
        catch (TimeoutRejectedException)
        {
            return Bronfouten.PogingTeTraag(_bron, _geduld.Attempt);
        }
    }
}
