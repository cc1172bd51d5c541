namespace Kurve.Numo.Domain.Importeren;

/// <summary>What a run does at some moment; fetching from both sources goes on side by side.</summary>
public enum Importfase
{
    /// <summary>Waiting until there is room to fetch.</summary>
    Wachten = 1,

    /// <summary>Reading the people of one vestiging.</summary>
    Personen,

    /// <summary>Reading the web service's list of opleidingen.</summary>
    Opleidingen,

    /// <summary>Joining the sources.</summary>
    Koppelen,

    /// <summary>Comparing with what Numo has.</summary>
    Vergelijken,

    /// <summary>Storing the plan.</summary>
    Opslaan,

    /// <summary>Applying the plan.</summary>
    Toepassen,

    /// <summary>Undoing what was applied.</summary>
    Terugdraaien,
}

/// <summary>How far a run is with one thing that it does.</summary>
/// <param name="Fase">What it does.</param>
/// <param name="Vestiging">Of which vestiging, where each is done apart; else null.</param>
/// <param name="Gedaan">Persons or rows done so far.</param>
/// <param name="Verwacht">How many there will be: counted, or else as many as the last time; null when nobody
/// knows.</param>
/// <param name="Begonnen">When it began.</param>
/// <param name="Klaar">When it was done; null while it goes on, and for ever when the run ended in the middle.</param>
public sealed record Fasevoortgang(
    Importfase Fase, string? Vestiging, int Gedaan, int? Verwacht, DateTimeOffset Begonnen, DateTimeOffset? Klaar);
