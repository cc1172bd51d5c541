namespace Kurve.Numo.Domain.Importeren;

/// <summary>Something that an import has to say, of one person or of the whole run.</summary>
/// <param name="Code">The reason in UPPER_SNAKE; stable, for programs.</param>
/// <param name="Tekst">Dutch, for the school. Names no person.</param>
public sealed record Melding(string Code, string Tekst);
