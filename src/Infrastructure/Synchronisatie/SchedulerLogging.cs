using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Infrastructure.Synchronisatie;

/// <summary>
/// Hands the log of a scheduler to that of the service. A scheduler that is built by itself replaces whatever logger
/// factory it is given, and keeps providers alone; levels and filters are the service's.
/// </summary>
/// <param name="loggers">The service's own.</param>
internal sealed class SchedulerLogging(ILoggerFactory loggers) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => loggers.CreateLogger(categoryName);

    public void Dispose()
    {
        // The service's log outlives its schedulers.
    }
}
