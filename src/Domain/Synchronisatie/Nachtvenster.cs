using System.Buffers.Binary;
using System.Globalization;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Synchronisatie;

/// <summary>
/// The hours of a night in which schools are synced, by the Dutch clock. A night is named by the day on which its window
/// opens. Schools are spread over the window, each at a place of its own that stays the same every night; on the nights
/// on which the clock changes they are as much closer together or further apart.
/// </summary>
public sealed record Nachtvenster
{
    private const string Format = "HH:mm:ss";

    private Nachtvenster(TimeOnly van, TimeOnly tot) => (Van, Tot) = (van, tot);

    /// <summary>From one o'clock to five.</summary>
    public static Nachtvenster Standaard { get; } = new(new TimeOnly(1, 0), new TimeOnly(5, 0));

    /// <summary>When it opens.</summary>
    public TimeOnly Van { get; }

    /// <summary>When it closes: the next day, when that is not later than <see cref="Van"/>.</summary>
    public TimeOnly Tot { get; }

    private TimeSpan Lengte => Tot - Van;

    /// <summary>Reads <c>01:00-05:00</c> or, over midnight, <c>22:30-04:00</c>; seconds may be given.</summary>
    public static Result<Nachtvenster> Create(string? input)
    {
        var parts = (input ?? "").Split('-', StringSplitOptions.TrimEntries);
        return parts is [var van, var tot] && Read(van) is { } open && Read(tot) is { } close && open != close
            ? new Nachtvenster(open, close)
            : new ValueInvalid(
                "VENSTER_ONGELDIG",
                $"'{input}' is not a window of two different times, such as 01:00-05:00.",
                $"'{input}' is geen venster van twee verschillende tijden, zoals 01:00-05:00.");
    }

    /// <summary>When the window of a night opens.</summary>
    public DateTimeOffset BeginVan(DateOnly nacht) => Nederland.MomentVan(nacht.ToDateTime(Van));

    /// <summary>When it closes.</summary>
    public DateTimeOffset EindeVan(DateOnly nacht)
    {
        var begin = BeginVan(nacht);
        var einde = Nederland.MomentVan((Tot > Van ? nacht : nacht.AddDays(1)).ToDateTime(Tot));

        // A window in the hour that the clock skips would close before it opens.
        return einde > begin ? einde : begin + Lengte;
    }

    /// <summary>When a school's turn is in a night.</summary>
    public DateTimeOffset MomentVan(SchoolId school, DateOnly nacht)
    {
        var begin = BeginVan(nacht);
        return begin + ((EindeVan(nacht) - begin) * Plaats(school));
    }

    /// <summary>The night whose window opened last.</summary>
    public DateOnly NachtOp(DateTimeOffset moment)
    {
        var vandaag = DateOnly.FromDateTime(Nederland.KlokOp(moment));
        return BeginVan(vandaag) <= moment ? vandaag : vandaag.AddDays(-1);
    }

    /// <summary>The first turn of a school after a moment.</summary>
    /// <param name="school">The school.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="gehad">
    /// The last night of which the school had its turn, if known: after the window was moved to later that day, its
    /// moment in that night comes again, and the turn does not.
    /// </param>
    public DateTimeOffset VolgendeVan(SchoolId school, DateTimeOffset moment, DateOnly? gehad = null)
    {
        var nacht = NachtOp(moment);
        while (MomentVan(school, nacht) <= moment || nacht <= gehad)
        {
            nacht = nacht.AddDays(1);
        }

        return MomentVan(school, nacht);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Van:HH:mm:ss}-{Tot:HH:mm:ss}");

    // The end of an id is random, so the schools are spread evenly.
    private static double Plaats(SchoolId school) =>
        BinaryPrimitives.ReadUInt32BigEndian(school.Value.ToByteArray(bigEndian: true).AsSpan(12))
        / (uint.MaxValue + 1.0);

    private static TimeOnly? Read(string text) => TimeOnly.TryParseExact(
        text, ["HH:mm", Format], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
