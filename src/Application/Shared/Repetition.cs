using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Application.Shared;

/// <summary>
/// Does work again that the store took back for the sake of others, and says so in the log. What the failed work told
/// <see cref="Touched"/> is forgotten.
/// </summary>
public sealed partial class Repetition(IUnitOfWork work, Touched touched, ILogger<Repetition> logger)
{
    /// <summary>How often it is tried.</summary>
    public const int MostTries = 4;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Runs work that begins and ends its own transaction, and again from its beginning when that may help. It must
    /// leave nothing else behind in memory when it fails.
    /// </summary>
    /// <param name="name">What it is, for the log.</param>
    /// <param name="isRemembered">Whether the work notices that it was done before.</param>
    /// <param name="run">The work.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<T> RunAsync<T>(string name, bool isRemembered, Func<Task<T>> run, CancellationToken ct)
    {
        var before = touched.Aantal;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await run();
            }
            catch (Exception exception) when (tries < MostTries && work.MayRepeat(exception, isRemembered))
            {
                touched.Aantal = before;
                LogRepeated(exception, name);
            }

            // At different moments, or the same two meet again.
            await Task.Delay(FirstPause * tries * (1 + Random.Shared.NextDouble()), ct);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Name} was taken back by the database and is done again")]
    private partial void LogRepeated(Exception exception, string name);
}
