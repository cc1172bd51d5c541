using Kurve.Numo.Clock;

namespace Kurve.Numo.Simulator;

/// <summary>
/// Which day it is at the schools: as somebody sets it, or as a clock has it. By a clock the school year ends on 31
/// July and the next one follows; set by hand, it goes on for as many days as one likes.
/// </summary>
internal sealed class Dagteller(SimulatorOptions options)
{
    private int _day = options.Day;

    /// <summary>Whether the day is that of a clock.</summary>
    public bool FollowsClock => options.Clock is not null;

    /// <summary>The last day of the school year.</summary>
    public int Laatste { get; } = options.Clock is null ? int.MaxValue : LastOf(options, options.Beginjaar);

    /// <summary>
    /// The day that it is, 0 or later; before the first day it is day 0, and after the last day of the next school
    /// year, beyond which there is no data, that day.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is set while it follows a clock.</exception>
    public int Day
    {
        get => options.Clock is { } clock
            ? Math.Clamp(DayOf(options, DutchTime.DayAt(clock.GetUtcNow())), 0, LastOf(options, options.Beginjaar + 1))
            : Volatile.Read(ref _day);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (FollowsClock)
            {
                throw new InvalidOperationException("The day follows a clock, and cannot be set.");
            }

            Volatile.Write(ref _day, value);
        }
    }

    private static int LastOf(SimulatorOptions options, int beginjaar) =>
        DayOf(options, new DateOnly(beginjaar + 1, 7, 31));

    private static int DayOf(SimulatorOptions options, DateOnly dag) => dag.DayNumber - options.Eerstedag.DayNumber;
}
