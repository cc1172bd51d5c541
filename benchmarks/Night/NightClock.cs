using Kurve.Numo.Clock;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>
/// The time that the API, the simulator and the measurement go by: the machine's, or for a change of school year that
/// of a file, so that each measurement is of the same days.
/// </summary>
internal sealed class NightClock(string? file)
{
    /// <summary>The school year that ends in the night that is measured.</summary>
    public const string Schooljaar = "2026-2027";

    /// <summary>Its last day, and the first one of the simulator: until then nobody comes, leaves or changes.</summary>
    public const string LastDay = "2027-07-31";

    private static readonly DateTime Preparation = new(2027, 6, 14, 10, 0, 0);
    private static readonly DateTime Night = new(2027, 8, 1, 1, 0, 0);

    /// <summary>The file; null for the machine's time.</summary>
    public string? File { get; } = file;

    /// <summary>What time it is.</summary>
    public DateTimeOffset Now =>
        TimeProvider.System.GetUtcNow() + (File is null ? TimeSpan.Zero : new TrialClockFile(File).Read());

    /// <summary>Makes it the day in June on which schools prepare the next school year.</summary>
    public void MoveToPreparation() => Move(Preparation);

    /// <summary>Makes it the night in which the school year begins.</summary>
    public void MoveToNight() => Move(Night);

    private void Move(DateTime clock)
    {
        if (File is not null)
        {
            new TrialClockFile(File).Write(DutchTime.MomentOf(clock) - TimeProvider.System.GetUtcNow());
        }
    }
}
