using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Shared.Limits;

/// <summary>More calls a second than a token or a school may make.</summary>
internal sealed record TeVeelAanroepen()
    : Error(
        ErrorKind.Exhausted,
        "TE_VEEL_AANROEPEN",
        "This token or this school calls too often; call again later, and less often.",
        "Er wordt nu te vaak iets gevraagd. Probeer het zo nog eens.");

/// <summary>More calls that ask much at once than a caller or a school may have.</summary>
internal sealed record TeVeelTegelijk(int Most)
    : Error(
        ErrorKind.Exhausted,
        "TE_VEEL_TEGELIJK",
        $"There are {Most} such calls under way, which is the most at once; call again when one has ended.",
        "Er is al te veel tegelijk bezig. Probeer het zo nog eens.");

/// <summary>A caller that stopped sending.</summary>
internal sealed record StroomStil(TimeSpan Wachttijd)
    : Error(
        ErrorKind.Unavailable,
        "STROOM_STIL",
        $"Nothing was sent for {Wachttijd}, or sending took too long; begin again.",
        "Het versturen is gestopt. Begin opnieuw.");
