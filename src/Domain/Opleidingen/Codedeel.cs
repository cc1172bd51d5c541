namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>A part of a school's own code, and what it says.</summary>
/// <param name="Tekst">The part as it was written.</param>
/// <param name="Betekenis">What it says, in Dutch.</param>
/// <param name="Meaning">What it says, in English.</param>
public sealed record Codedeel(string Tekst, string Betekenis, string Meaning);
