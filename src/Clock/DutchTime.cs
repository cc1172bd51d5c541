using System.Globalization;

namespace Kurve.Numo.Clock;

/// <summary>
/// What a Dutch clock shows, for programs that share no domain with the service; the service itself has its
/// <c>Nederland</c>.
/// </summary>
public static class DutchTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private static readonly TimeOnly Noon = new(12, 0);

    private static readonly string[] Clocks =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    private static readonly string[] Moments = [.. Clocks.Select(clock => clock + "zzz")];

    /// <summary>What a Dutch clock shows at a moment.</summary>
    public static DateTime ClockAt(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    /// <summary>The day that it is in the Netherlands at a moment.</summary>
    public static DateOnly DayAt(DateTimeOffset moment) => DateOnly.FromDateTime(ClockAt(moment));

    /// <summary>
    /// The moment at which a Dutch clock shows this. A time that the clock skips in spring is the moment as much later;
    /// of a time that it shows twice in autumn, the second.
    /// </summary>
    public static DateTimeOffset MomentOf(DateTime clock) =>
        new DateTimeOffset(clock, Zone.GetUtcOffset(clock)).ToUniversalTime();

    /// <summary>
    /// A moment as a Dutch clock shows it, with the distance to UTC: <c>2027-08-01T00:30:00+02:00</c>.
    /// </summary>
    public static string Format(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads a moment: Dutch time unless it ends with <c>Z</c> or a distance to UTC such as <c>+02:00</c>. A day alone
    /// is its noon: at midnight one could not tell which night is meant.
    /// </summary>
    /// <returns>The moment; null when it is none.</returns>
    public static DateTimeOffset? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const DateTimeStyles Strict = DateTimeStyles.None;
        var invariant = CultureInfo.InvariantCulture;
        var withZone = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, Strict, out var day))
        {
            return MomentOf(day.ToDateTime(Noon));
        }

        return DateTime.TryParseExact(text, Clocks, invariant, Strict, out var clock) ? MomentOf(clock)
            : DateTimeOffset.TryParseExact(withZone, Moments, invariant, Strict, out var moment)
                ? moment.ToUniversalTime()
            : null;
    }
}
