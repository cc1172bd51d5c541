namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>How messages to people are sent.</summary>
public sealed class BerichtenOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Numo:Berichten";

    /// <summary>Whether this process sends.</summary>
    public bool Actief { get; set; } = true;

    /// <summary>How often is looked for what is due: a tenth of a second to an hour.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection may take: 10 milliseconds to 25 seconds.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one try may take: 10 milliseconds to 25 seconds, so that three end before others may begin.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The pause before the second try, doubled before the third: 0 to 5 seconds.</summary>
    public TimeSpan Backoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Set from <c>Numo:AllowLoopback</c>, whatever this section says.</summary>
    public bool AllowLoopback { get; set; }

    internal IEnumerable<string> Check()
    {
        if (Interval < TimeSpan.FromMilliseconds(100) || Interval > TimeSpan.FromHours(1))
        {
            yield return $"{Section}:{nameof(Interval)} is {Interval}; it must be from 00:00:00.1 to 01:00:00.";
        }

        if (!IsPatience(ConnectTimeout) || !IsPatience(AttemptTimeout))
        {
            yield return $"{Section}: {nameof(ConnectTimeout)} and {nameof(AttemptTimeout)} must be from 00:00:00.010 to "
                + "00:00:25.";
        }

        if (Backoff < TimeSpan.Zero || Backoff > TimeSpan.FromSeconds(5))
        {
            yield return $"{Section}:{nameof(Backoff)} is {Backoff}; it must be from 00:00:00 to 00:00:05.";
        }
    }

    private static bool IsPatience(TimeSpan time) =>
        time >= TimeSpan.FromMilliseconds(10) && time <= TimeSpan.FromSeconds(25);
}
