using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>A source that did not deliver: what happened, in Dutch for the school, and who must act.</summary>
/// <param name="Code">The reason in UPPER_SNAKE.</param>
/// <param name="Message">English, for developers. Never an address with a query, a credential or a person's
/// data.</param>
/// <param name="Tekst">Dutch, for the school.</param>
/// <param name="Actiehouder">Who must act.</param>
/// <param name="Tijdelijk">Whether trying again soon may help.</param>
public sealed record Bronfout(string Code, string Message, string Tekst, Actiehouder Actiehouder, bool Tijdelijk)
    : Error(ErrorKind.Unavailable, Code, Message, Tekst);
