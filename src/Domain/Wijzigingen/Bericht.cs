namespace Kurve.Numo.Domain.Wijzigingen;

/// <summary>How far a message is.</summary>
public enum Berichtstaat
{
    /// <summary>It was never tried: what happens until then is told in it too.</summary>
    Verzamelt = 1,

    /// <summary>It was tried, and did not arrive or nobody knows; it is tried again.</summary>
    Onderweg,

    /// <summary>It arrived.</summary>
    Verzonden,

    /// <summary>It was tried long enough, and never arrived.</summary>
    Mislukt,

    /// <summary>Nothing that it would tell holds any more or is news, or nobody wants to hear it.</summary>
    Vervallen,
}

/// <summary>How a message travels.</summary>
public enum Berichtkanaal
{
    /// <summary>As e-mail.</summary>
    Mail = 1,

    /// <summary>As a signed call of a webhook.</summary>
    Webhook,
}

/// <summary>Why a message did not arrive. Holds no secret, and nothing that the other side said.</summary>
/// <param name="Code">The reason in UPPER_SNAKE.</param>
/// <param name="Tekst">Dutch, for the school.</param>
public sealed record Berichtfout(string Code, string Tekst)
{
    /// <summary>Whether it may pass within seconds.</summary>
    public bool Tijdelijk { get; init; }
}

/// <summary>A message to one address.</summary>
public sealed record Bericht
{
    /// <summary>How long one that has ended can be looked at.</summary>
    public static readonly TimeSpan Bewaartermijn = TimeSpan.FromDays(90);

    /// <summary>Its id. Every try sends the same one, so that a receiver can tell a repeat.</summary>
    public required Guid Id { get; init; }

    /// <summary>The address that it is for.</summary>
    public required Guid AdresId { get; init; }

    /// <summary>How far it is.</summary>
    public required Berichtstaat Staat { get; init; }

    /// <summary>When it came about.</summary>
    public required DateTimeOffset Gemaakt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Pogingen { get; init; }

    /// <summary>When it was first tried.</summary>
    public DateTimeOffset? EerstePoging { get; init; }

    /// <summary>What it would tell.</summary>
    public IReadOnlyList<Aanleiding> Aanleidingen { get; init; } = [];

    /// <summary>The message after a failed try: to be tried again later, or given up.</summary>
    public Berichtstaat StaatNaFout(DateTimeOffset now) =>
        EerstePoging + DigestSchedule.Volhouden <= now ? Berichtstaat.Mislukt : Berichtstaat.Onderweg;
}
