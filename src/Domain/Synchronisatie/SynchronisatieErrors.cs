using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Synchronisatie;

/// <summary>The reason of a pause is too long.</summary>
/// <param name="Lengte">Its length, in characters.</param>
public sealed record PauzeredenTeLang(int Lengte)
    : Error(
        ErrorKind.Invalid,
        "PAUZEREDEN_TE_LANG",
        $"The reason of a pause has at most {Syncbeleid.LangsteReden} characters; this one has {Lengte}.",
        $"De reden van een pauze is hoogstens {Syncbeleid.LangsteReden} tekens lang.");

/// <summary>Somebody else asked for a sync of the school at the same moment.</summary>
/// <param name="SchoolId">The school.</param>
public sealed record RondeGewijzigd(SchoolId SchoolId)
    : Error(
        ErrorKind.Conflict,
        "RONDE_GEWIJZIGD",
        $"Somebody else asked for a sync of school {SchoolId} at the same moment: look again.",
        "Iemand anders startte op hetzelfde moment een synchronisatie.");

/// <summary>The sync that was open has ended, or went on, at the moment at which it was asked for.</summary>
/// <param name="SchoolId">The school.</param>
public sealed record RondeNetVerder(SchoolId SchoolId)
    : Error(
        ErrorKind.Conflict,
        "RONDE_NET_VERDER",
        $"The sync of school {SchoolId} that was open has just ended, or began another try: ask again for a new one.",
        "De synchronisatie die liep is net geëindigd of opnieuw begonnen; vraag het opnieuw.");

/// <summary>Somebody else took over what this process was doing: it fell silent for longer than its lease.</summary>
/// <param name="SchoolId">The school.</param>
public sealed record RondeOvergenomen(SchoolId SchoolId)
    : Error(
        ErrorKind.Conflict,
        "RONDE_OVERGENOMEN",
        $"The sync of school {SchoolId} was taken over by another process; nothing of this one was stored.");

/// <summary>Somebody discarded the import of a ronde while it went on.</summary>
/// <param name="SchoolId">The school.</param>
public sealed record RondeVerworpen(SchoolId SchoolId)
    : Error(
        ErrorKind.Precondition,
        "RONDE_VERWORPEN",
        $"Somebody discarded the import of the sync of school {SchoolId} while it went on.",
        "Iemand heeft de import verworpen terwijl de synchronisatie bezig was.");
