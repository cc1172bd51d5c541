using Kurve.Numo.Application.Shared;
using Kurve.Numo.Clock;

namespace Kurve.Numo.Api.Shared;

/// <summary>In Development the service can go by a clock that <c>numo clock</c> moves.</summary>
internal static partial class TrialClockRegistration
{
    private const string TrialFile = "Numo:Clock:TrialFile";

    /// <summary>Replaces the time that everything asks for, when a clock file is named.</summary>
    /// <exception cref="SettingException">This is not Development, or the file cannot be used.</exception>
    public static void AddTrialClock(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        // An empty one is none: compose files and the like often pass them on so.
        if (configuration[TrialFile] is not { Length: > 0 } path)
        {
            return;
        }

        if (!environment.IsDevelopment())
        {
            throw new SettingException(
                $"{TrialFile} is for environment Development only; this is {environment.EnvironmentName}.");
        }

        var file = new TrialClockFile(path);
        try
        {
            file.Read();
        }
        catch (TrialClockException exception)
        {
            throw new SettingException($"{TrialFile}: {exception.Message}");
        }

        services.AddSingleton<TimeProvider>(provider => Open(file, provider.GetRequiredService<ILogger<TrialClock>>()));
        services.AddSingleton(new MachineClock(TimeProvider.System));
    }

    private static TrialClock Open(TrialClockFile file, ILogger logger)
    {
        var clock = new TrialClock(file, TimeProvider.System, warning => LogDamaged(logger, warning));
        LogTrial(logger, file.Path, DutchTime.Format(clock.GetUtcNow()));
        return clock;
    }

    [LoggerMessage(LogLevel.Warning, "This service goes by the clock for trials in {File}: it is {Time}")]
    private static partial void LogTrial(ILogger logger, string file, string time);

    [LoggerMessage(LogLevel.Warning, "{Warning} The last offset stays")]
    private static partial void LogDamaged(ILogger logger, string warning);
}
