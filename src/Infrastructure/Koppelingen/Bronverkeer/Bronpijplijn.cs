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
/// last byte of the answer. A source that says when to come back is asked again then, if that is still in time, and
/// otherwise not at all. Where a person waits, there is one more try and a short pause before it.
/// </summary>
internal sealed class Bronpijplijn<T>
{
    private const int MaxRetries = 2;
    private static readonly TimeSpan LongestShortPause = TimeSpan.FromSeconds(1);
    private static readonly ResiliencePropertyKey<DateTimeOffset> Deadline = new(nameof(Deadline));

    private readonly string _bron;
    private readonly Geduld _geduld;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<Result<T>> _attempt;
    private readonly ResiliencePipeline<Result<T>> _patient;
    private readonly ResiliencePipeline<Result<T>> _impatient;

    public Bronpijplijn(string bron, Geduld geduld, TimeProvider time)
    {
        (_bron, _geduld, _time) = (bron, geduld, time);
        _attempt = new ResiliencePipelineBuilder<Result<T>> { TimeProvider = time }.AddTimeout(geduld.Attempt).Build();
        _patient = Build(MaxRetries, geduld.Backoff);
        _impatient = Build(1, Short(geduld.Backoff));
    }

    /// <summary>
    /// Runs the fetch. <see cref="OperationCanceledException"/> is thrown only when the caller cancelled.
    /// </summary>
    /// <param name="fetch">One try.</param>
    /// <param name="geduldig">Whether nobody waits for it; otherwise there is one more try and no more.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<T>> RunAsync(
        Func<CancellationToken, Task<Result<T>>> fetch, bool geduldig, CancellationToken ct)
    {
        var context = ResilienceContextPool.Shared.Get(ct);
        try
        {
            var patience = geduldig ? _geduld.Total : Short(_geduld.Total);
            context.Properties.Set(Deadline, _time.GetUtcNow() + patience);
            return await (geduldig ? _patient : _impatient).ExecuteAsync(
                inner => AttemptAsync(fetch, inner.CancellationToken), context);
        }
        catch (TimeoutRejectedException)
        {
            ct.ThrowIfCancellationRequested();
            return Bronfouten.GeheelTeTraag(_bron, _geduld.Total);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static TimeSpan Short(TimeSpan pause) => pause < LongestShortPause ? pause : LongestShortPause;

    private ResiliencePipeline<Result<T>> Build(int retries, TimeSpan backoff) =>
        new ResiliencePipelineBuilder<Result<T>> { TimeProvider = _time }
            .AddTimeout(_geduld.Total)
            .AddRetry(new RetryStrategyOptions<Result<T>>
            {
                MaxRetryAttempts = retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = backoff,
                ShouldHandle = arguments =>
                    ValueTask.FromResult(MayPass(arguments.Outcome.Result.Error, arguments.Context)),
                DelayGenerator = arguments => ValueTask.FromResult(PauseOf(arguments.Outcome.Result.Error)),
            })
            .Build();

    private static bool MayPass(Error? error, ResilienceContext context) =>
        error is Bronfout { Tijdelijk: true } fout
        && (fout.NietVoor is not { } moment || moment <= context.Properties.GetValue(Deadline, DateTimeOffset.MinValue));

    // Null leaves it to the backoff.
    private TimeSpan? PauseOf(Error? error) =>
        (error as Bronfout)?.NietVoor is { } moment && moment - _time.GetUtcNow() is { } pause && pause > TimeSpan.Zero
            ? pause
            : null;

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
