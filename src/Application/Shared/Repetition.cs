namespace Kurve.Numo.Application.Shared;

/// <summary>Does work again that the store took back for the sake of others.</summary>
internal static class Repetition
{
    /// <summary>How often it is tried.</summary>
    public const int MostTries = 4;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Runs work that begins and ends its own transaction, and again from its beginning when that may help. It must
    /// leave nothing behind in memory when it fails.
    /// </summary>
    /// <param name="work">The store.</param>
    /// <param name="isRemembered">Whether the work notices that it was done before.</param>
    /// <param name="run">The work.</param>
    /// <param name="again">Is told of each failure after which it runs again.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<T> RepeatAsync<T>(
        this IUnitOfWork work, bool isRemembered, Func<Task<T>> run, Action<Exception> again, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await run();
            }
            catch (Exception exception) when (tries < MostTries && work.MayRepeat(exception, isRemembered))
            {
                again(exception);
            }

            // At different moments, or the same two meet again.
            await Task.Delay(FirstPause * tries * (1 + Random.Shared.NextDouble()), ct);
        }
    }
}
