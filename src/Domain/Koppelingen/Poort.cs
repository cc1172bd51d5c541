namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>The five gates that a school passes before its first import, in the order of Kurve's manual.</summary>
public enum Poort
{
    /// <summary>The school consents in Magister to "Numo UWLR smalle set".</summary>
    Toestemming,

    /// <summary>The web service has Kurve's user and the list KurveLeerlingData, and the user may read it.</summary>
    Webservice,

    /// <summary>The kit was issued, its password set and its query placed.</summary>
    WachtwoordEnQuery,

    /// <summary>Magister lets Kurve's address through to the web service.</summary>
    Allowlisting,

    /// <summary>Kurve has switched its own side on.</summary>
    Activatie,
}

/// <summary>How far a gate is.</summary>
public enum Poortstatus
{
    /// <summary>Nobody did anything yet, or what was said of it proved to be wrong.</summary>
    Open,

    /// <summary>A person said that it is done.</summary>
    Gemeld,

    /// <summary>A probe or Kurve's support has seen that it is done.</summary>
    Bevestigd,

    /// <summary>It was proved, and fails now.</summary>
    Vervallen,
}

/// <summary>What somebody says of a gate: when, who, and by what evidence.</summary>
/// <param name="Moment">When.</param>
/// <param name="Door">Who: a caller, or the probe.</param>
/// <param name="Bewijs">What was seen or said; never a secret, never a person's data.</param>
public sealed record Feit(DateTimeOffset Moment, string Door, string Bewijs);

/// <summary>Where a gate stands.</summary>
/// <param name="Poort">The gate.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Laatste">What happened to it last; null as long as nothing happened.</param>
public sealed record Poortstand(Poort Poort, Poortstatus Status, Feit? Laatste)
{
    /// <summary>All five, before anything happened.</summary>
    public static IReadOnlyList<Poortstand> Begin { get; } =
        [.. Enum.GetValues<Poort>().Select(poort => new Poortstand(poort, Poortstatus.Open, null))];
}

/// <summary>One step in the history of a gate; none is ever changed or deleted.</summary>
/// <param name="Poort">The gate.</param>
/// <param name="Van">The status before.</param>
/// <param name="Naar">The status after; the same when something happened that leaves it, such as a new kit.</param>
/// <param name="Feit">When, who and why.</param>
public sealed record Poortgebeurtenis(Poort Poort, Poortstatus Van, Poortstatus Naar, Feit Feit);
