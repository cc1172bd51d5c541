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
    : Error(ErrorKind.Unavailable, Code, Message, Tekst)
{
    /// <summary>What the source refused, if it refused something of ours.</summary>
    public Bronfase Fase { get; init; }

    /// <summary>The moment before which the source does not want to be asked again; null when it said none.</summary>
    public DateTimeOffset? NietVoor { get; init; }
}

/// <summary>What a source can refuse.</summary>
public enum Bronfase
{
    /// <summary>Nothing of ours: the connection, the protocol, the answer as a whole.</summary>
    Verkeer,

    /// <summary>The same, after it had accepted user and password.</summary>
    Ophalen,

    /// <summary>User and password.</summary>
    Inloggen,

    /// <summary>The user as such, whatever the password: the service does not let it in.</summary>
    Toegang,

    /// <summary>The list, and the right to read it.</summary>
    Lijst,

    /// <summary>The columns of the list.</summary>
    Kolommen,

    /// <summary>Whether Kurve may have the data of this school.</summary>
    Toestemming,
}
