using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Wijzigingen;

/// <summary>An address that a school wants to be told at, and how it fares.</summary>
public sealed record Berichtadres
{
    /// <summary>The school.</summary>
    public required SchoolId SchoolId { get; init; }

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>How messages travel to it.</summary>
    public required Berichtkanaal Kanaal { get; init; }

    /// <summary>The e-mail address, or that of the webhook.</summary>
    public required string Adres { get; init; }

    /// <summary>
    /// Goes up each time that a sender takes the address. A sender that holds a lower number may no longer store a result.
    /// </summary>
    public int Nummer { get; init; }

    /// <summary>The Dutch day on which the last message arrived; null when none ever did.</summary>
    public DateOnly? LaatsteDag { get; init; }

    /// <summary>Not before this moment is it tried again; null when it may be at any.</summary>
    public DateTimeOffset? NietVoor { get; init; }

    /// <summary>How many tries in a row failed.</summary>
    public int Mislukt { get; init; }

    /// <summary>Why the last try failed; null when it did not.</summary>
    public Berichtfout? Fout { get; init; }

    /// <summary>When it failed.</summary>
    public DateTimeOffset? FoutMoment { get; init; }

    /// <summary>A message arrived.</summary>
    public Berichtadres Arrived(DateTimeOffset now) => this with
    {
        LaatsteDag = DigestSchedule.DagVan(now),
        NietVoor = null,
        Mislukt = 0,
        Fout = null,
        FoutMoment = null,
    };

    /// <summary>A try failed.</summary>
    /// <param name="fout">Why.</param>
    /// <param name="now">When.</param>
    /// <param name="toeval">See <see cref="DigestSchedule.PauzeNa"/>.</param>
    public Berichtadres Failed(Berichtfout fout, DateTimeOffset now, double toeval) => this with
    {
        NietVoor = now + DigestSchedule.PauzeNa(Mislukt + 1, toeval),
        Mislukt = Mislukt + 1,
        Fout = fout,
        FoutMoment = now,
    };

    /// <summary>When the next message may go.</summary>
    /// <param name="uur">Not before this hour of a day by the Dutch clock.</param>
    /// <param name="now">Not before this moment.</param>
    public DateTimeOffset VolgendeOp(int uur, DateTimeOffset now)
    {
        var first = DigestSchedule.EersteMoment(now, uur, LaatsteDag);
        return NietVoor > first ? NietVoor.Value : first;
    }
}
