namespace Kurve.Numo.Domain.Wijzigingen;

/// <summary>What people are told of. Each is a bit: what a school wants to hear is kept as their sum.</summary>
public enum Berichtsoort
{
    /// <summary>An import run waits for a person.</summary>
    RunWacht = 1,

    /// <summary>The nightly sync of a school failed two nights in a row, or more.</summary>
    NachtMislukt = 2,

    /// <summary>A night changed the school year that a school prepared, or brought the new one as agreed.</summary>
    SchooljaarGewijzigd = 4,
}

/// <summary>Something that people are told of. Names no leerling or docent.</summary>
/// <param name="Soort">What kind of thing.</param>
/// <param name="Onderwerp">Which one: the id of the run, or the night as <c>2026-11-26</c>.</param>
/// <param name="Moment">When it came about.</param>
/// <param name="Redenen">Why.</param>
/// <param name="Tellingen">How many of what.</param>
/// <param name="Actiehouder">Who acts next: <c>SCHOOL</c>, <c>KURVE</c>, <c>MAGISTER</c> or <c>NIEMAND</c>.</param>
public sealed record Aanleiding(
    Berichtsoort Soort,
    string Onderwerp,
    DateTimeOffset Moment,
    IReadOnlyList<Berichtreden> Redenen,
    IReadOnlyList<Berichttelling> Tellingen,
    string Actiehouder)
{
    /// <summary>The longest <see cref="Onderwerp"/>, in characters.</summary>
    public const int LangsteOnderwerp = 64;

    /// <summary>
    /// The <see cref="Onderwerp"/> of the one before that says the same; null when this is news. An address that was
    /// told that one is told this one only after <see cref="Verteld.Herhaling"/> days.
    /// </summary>
    public string? Vorige { get; init; }
}

/// <summary>Why somebody is told.</summary>
/// <param name="Code">The reason in UPPER_SNAKE.</param>
/// <param name="Tekst">Dutch, for the school. Names no person.</param>
/// <param name="Aantal">How often it was given.</param>
public sealed record Berichtreden(string Code, string Tekst, int Aantal);

/// <summary>How many of something.</summary>
/// <param name="Naam">Of what, such as <c>archiveren</c>.</param>
/// <param name="Aantal">How many.</param>
public sealed record Berichttelling(string Naam, int Aantal);
