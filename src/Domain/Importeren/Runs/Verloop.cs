namespace Kurve.Numo.Domain.Importeren.Runs;

/// <summary>What a person did with a run.</summary>
public enum Handelingsoort
{
    /// <summary>Asked for it.</summary>
    Aangevraagd = 1,

    /// <summary>Released its brake.</summary>
    Vrijgegeven,

    /// <summary>Applied it.</summary>
    Toegepast,

    /// <summary>Discarded it.</summary>
    Verworpen,

    /// <summary>Undid it.</summary>
    Teruggedraaid,
}

/// <summary>One thing that a person did with a run.</summary>
/// <param name="Soort">What.</param>
/// <param name="Wie">Who: the subject of the token.</param>
/// <param name="Moment">When.</param>
/// <param name="Personen">How many persons it changed.</param>
public sealed record Handeling(Handelingsoort Soort, string Wie, DateTimeOffset Moment, int Personen);

/// <summary>What applying a run did.</summary>
/// <param name="Leerlingen">Leerlingen that changed, per kind.</param>
/// <param name="Docenten">Docenten that changed, per kind.</param>
/// <param name="GekozenRegels">How many rows were chosen one by one; 0 when whole kinds were.</param>
public sealed record Toepassing(Tellingen Leerlingen, Tellingen Docenten, int GekozenRegels);

/// <summary>What undoing a run did.</summary>
/// <param name="Hersteld">Persons that are again what they were before.</param>
/// <param name="Verwijderd">Of these, new accounts that are gone again.</param>
/// <param name="Gelaten">Persons that stay as they are, because of what happened after the run.</param>
/// <param name="GroepenGelaten">Groepen that stay as they are.</param>
public sealed record Terugdraaiing(int Hersteld, int Verwijderd, int Gelaten, int GroepenGelaten);

/// <summary>What became of a run after its comparison, and by whom.</summary>
/// <param name="Handelingen">What people did, in order; that it was asked for is not among them.</param>
/// <param name="Verwerping">Why it was discarded, when no person did that.</param>
/// <param name="Toepassing">What applying it did.</param>
/// <param name="Terugdraaiing">What undoing it did.</param>
public sealed record Verloop(
    IReadOnlyList<Handeling> Handelingen,
    Melding? Verwerping = null,
    Toepassing? Toepassing = null,
    Terugdraaiing? Terugdraaiing = null)
{
    /// <summary>Nothing yet.</summary>
    public static Verloop Leeg { get; } = new([]);
}

/// <summary>Why a run was discarded without a person who did that.</summary>
public static class Verwerpingen
{
    /// <summary>The preview was not applied in time.</summary>
    public static Melding Vervallen { get; } = new(
        "VOORBEELD_VERVALLEN",
        "Dit voorbeeld is niet op tijd toegepast en daarom vervallen; maak een nieuw voorbeeld.");

    /// <summary>A newer preview took its place.</summary>
    public static Melding Vervangen { get; } =
        new("VOORBEELD_VERVANGEN", "Er is een nieuwer voorbeeld gemaakt; dat kan worden toegepast.");
}
