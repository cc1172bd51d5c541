namespace Kurve.Numo.Infrastructure.Synchronisatie;

/// <summary>
/// Sees that a clock was moved: by a person, by a time server, or since a virtual machine stood still. It then shows
/// another moment than the time that went by makes it.
/// </summary>
internal sealed class ClockWatch(TimeProvider clock)
{
    /// <summary>What passes between two readings, and what time servers correct, is less.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private (DateTimeOffset Shown, long Timestamp) _last = Read(clock);

    /// <summary>How far it was moved since this was asked last; zero when it was not, negative when back.</summary>
    public TimeSpan TakeMove()
    {
        var now = Read(clock);
        var moved = now.Shown - _last.Shown - clock.GetElapsedTime(_last.Timestamp, now.Timestamp);
        _last = now;
        return moved.Duration() < Tolerance ? TimeSpan.Zero : moved;
    }

    // A process that stands still between the two readings would take that for a move.
    private static (DateTimeOffset Shown, long Timestamp) Read(TimeProvider clock)
    {
        while (true)
        {
            var (before, shown, after) = (clock.GetTimestamp(), clock.GetUtcNow(), clock.GetTimestamp());
            if (clock.GetElapsedTime(before, after) < Tolerance)
            {
                return (shown, after);
            }
        }
    }
}
