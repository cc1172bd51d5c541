using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Wijzigingen;

/// <summary>When messages go: one a day to each address at most, and after a failure ever less often.</summary>
public static class DigestSchedule
{
    /// <summary>How long a message is tried, from its first try on.</summary>
    public static readonly TimeSpan Volhouden = TimeSpan.FromDays(3);

    /// <summary>How much longer a pause may be than its measure, as a part of it.</summary>
    private const double Spreiding = 0.2;

    private static readonly TimeSpan[] Pauzes =
    [
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
        TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(6),
    ];

    /// <summary>The first moment at which a message may go to an address.</summary>
    /// <param name="now">Not before this moment.</param>
    /// <param name="uur">Not before this hour of a day by the Dutch clock, 0 to 23.</param>
    /// <param name="laatsteDag">The Dutch day on which the last one arrived; null when none ever did.</param>
    public static DateTimeOffset EersteMoment(DateTimeOffset now, int uur, DateOnly? laatsteDag)
    {
        var vandaag = DagVan(now);
        var dag = laatsteDag >= vandaag ? laatsteDag.Value.AddDays(1) : vandaag;
        var begin = Nederland.MomentVan(dag.ToDateTime(new TimeOnly(uur, 0)));
        return begin > now ? begin : now;
    }

    /// <summary>How long an address rests that failed so many times in a row.</summary>
    /// <param name="mislukt">How many times, from 1.</param>
    /// <param name="toeval">A number from 0 to 1, so that not all addresses are tried again at once.</param>
    public static TimeSpan PauzeNa(int mislukt, double toeval) =>
        Pauzes[Math.Clamp(mislukt, 1, Pauzes.Length) - 1] * (1 + (Spreiding * toeval));

    /// <summary>The Dutch day of a moment.</summary>
    public static DateOnly DagVan(DateTimeOffset moment) => DateOnly.FromDateTime(Nederland.KlokOp(moment));
}
