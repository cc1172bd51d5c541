namespace Kurve.Numo.Clock;

/// <summary>
/// The machine's time, moved by what a file says. Several programs that go by one file show the same time; who writes
/// the file moves all of them. Timers and timestamps stay the machine's. Safe for use by many threads.
/// </summary>
public sealed class TrialClock : TimeProvider
{
    /// <summary>How long the file is not looked at again.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    private readonly TrialClockFile _file;
    private readonly TimeProvider _machine;
    private readonly Action<string> _warn;
    private readonly Lock _gate = new();
    private long _offset;
    private long _looked;
    private bool _isDamaged;

    /// <summary>Reads the file.</summary>
    /// <param name="file">The file; as long as there is none, the time is the machine's.</param>
    /// <param name="machine">The machine's time.</param>
    /// <param name="warn">Is told once when the file cannot be read any more; the last offset then stays.</param>
    /// <exception cref="TrialClockException">The file cannot be read, or holds something else.</exception>
    public TrialClock(TrialClockFile file, TimeProvider machine, Action<string> warn)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(machine);
        (_file, _machine, _warn) = (file, machine, warn);
        _offset = file.Read().Ticks;
        _looked = machine.GetTimestamp();
    }

    /// <summary>How far this clock is ahead of the machine's; negative when it is behind.</summary>
    public TimeSpan Offset
    {
        get
        {
            // Whoever comes while another one looks goes by what was there before.
            if (_machine.GetElapsedTime(Volatile.Read(ref _looked)) >= BetweenLooks && _gate.TryEnter())
            {
                try
                {
                    Look();
                }
                finally
                {
                    _gate.Exit();
                }
            }

            return TimeSpan.FromTicks(Volatile.Read(ref _offset));
        }
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _machine.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => _machine.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _machine.GetUtcNow() + Offset;

    /// <inheritdoc/>
    public override long GetTimestamp() => _machine.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _machine.CreateTimer(callback, state, dueTime, period);

    private void Look()
    {
        try
        {
            Volatile.Write(ref _offset, _file.Read().Ticks);
            _isDamaged = false;
        }
        catch (TrialClockException exception)
        {
            if (!_isDamaged)
            {
                _isDamaged = true;
                _warn(exception.Message);
            }
        }
        finally
        {
            Volatile.Write(ref _looked, _machine.GetTimestamp());
        }
    }
}
