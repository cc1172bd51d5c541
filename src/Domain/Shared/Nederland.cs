namespace Kurve.Numo.Domain.Shared;

/// <summary>The clock by which Dutch schools live: summer time from the last Sunday of March to that of October.</summary>
public static class Nederland
{
    private static readonly TimeZoneInfo Tijdzone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>What a Dutch clock shows at a moment.</summary>
    public static DateTime KlokOp(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Tijdzone).DateTime;

    /// <summary>The day that it is in the Netherlands at a moment.</summary>
    public static DateOnly DagOp(DateTimeOffset moment) => DateOnly.FromDateTime(KlokOp(moment));

    /// <summary>
    /// The moment, in UTC, at which a Dutch clock shows this. A time that the clock skips in spring is the moment as much
    /// later; of a time that it shows twice in autumn, the second.
    /// </summary>
    public static DateTimeOffset MomentVan(DateTime klok) =>
        new DateTimeOffset(klok, Tijdzone.GetUtcOffset(klok)).ToUniversalTime();
}
