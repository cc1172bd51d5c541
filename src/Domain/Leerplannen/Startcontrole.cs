using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>Why a pupil cannot start.</summary>
/// <param name="Code">The reason in UPPER_SNAKE; stable, for programs.</param>
/// <param name="Tekst">Dutch, for the school. Names no person.</param>
public sealed record Startbelemmering(string Code, string Tekst)
{
    /// <summary>The account is archived.</summary>
    public static Startbelemmering AccountGearchiveerd { get; } =
        new("ACCOUNT_GEARCHIVEERD", "Het account van deze leerling is gearchiveerd.");

    /// <summary>Nothing is active, since nobody knows the doelgroep.</summary>
    public static Startbelemmering GeenDoelgroep { get; } = new(
        "GEEN_DOELGROEP",
        "De opleiding of het leerjaar van deze leerling is onbekend, dus er is nog geen leerplan. Vertaal de "
        + "opleidingscode, of activeer vaardigheden voor de groep of de leerling.");

    /// <summary>Nothing is active.</summary>
    public static Startbelemmering GeenVaardigheden { get; } = new(
        "GEEN_VAARDIGHEDEN", "In het leerplan van deze leerling is geen enkele vaardigheid actief.");

    /// <summary>The pupil comes in a school year that has not begun.</summary>
    public static Startbelemmering KomtLater { get; } = new(
        "SCHOOLJAAR_NIET_BEGONNEN", "Deze leerling komt pas in het volgende schooljaar en kan dan beginnen.");

    /// <summary>All that keeps a pupil from starting; none when it can start.</summary>
    /// <param name="status">Of the account.</param>
    /// <param name="komtLater">Whether all its groepen are of a school year that has not begun.</param>
    /// <param name="heeftDoelgroep">Whether its doelgroep is known.</param>
    /// <param name="heeftVaardigheden">Whether its effective leerplan has at least one active vaardigheid.</param>
    public static IReadOnlyList<Startbelemmering> Of(
        Accountstatus status, bool komtLater, bool heeftDoelgroep, bool heeftVaardigheden) =>
    [
        .. status == Accountstatus.Actief ? [] : new[] { AccountGearchiveerd },
        .. komtLater ? new[] { KomtLater } : [],
        .. heeftVaardigheden ? [] : new[] { heeftDoelgroep ? GeenVaardigheden : GeenDoelgroep },
    ];
}
