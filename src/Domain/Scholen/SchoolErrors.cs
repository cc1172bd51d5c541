using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Scholen;

/// <summary>A name that is empty or too long.</summary>
public sealed record NaamOngeldig(int Lengte)
    : Error(
        ErrorKind.Invalid,
        "NAAM_ONGELDIG",
        $"A name has 1 to 200 characters and no control characters; this one has {Lengte} after trimming.",
        $"Een naam heeft 1 tot 200 gewone tekens; deze heeft er {Lengte}.");

/// <summary>No such school, or not one that the caller may see.</summary>
public sealed record SchoolOnbekend(SchoolId SchoolId)
    : Error(
        ErrorKind.NotFound,
        "SCHOOL_ONBEKEND",
        $"There is no school {SchoolId}, or this token is not for it.",
        "Deze school is niet bekend.");

/// <summary>The BRIN has an open school already.</summary>
public sealed record SchoolBestaat(Brin Brin)
    : Error(
        ErrorKind.AlreadyExists,
        "SCHOOL_BESTAAT",
        $"A school with BRIN {Brin} is registered; look it up with ListScholen, or close it first.",
        $"Er is al een school met BRIN {Brin}.");

/// <summary>A vestiging that the school does not have.</summary>
public sealed record VestigingNietVanSchool(string Vestiging)
    : Error(
        ErrorKind.Invalid,
        "VESTIGING_ONBEKEND",
        $"This school has no vestiging {Vestiging}.",
        $"Vestiging {Vestiging} hoort in Numo niet bij deze school.");

/// <summary>Nothing is done for a closed school.</summary>
public sealed record SchoolGesloten(SchoolId SchoolId)
    : Error(ErrorKind.Precondition, "SCHOOL_GESLOTEN", $"School {SchoolId} is closed.", "Deze school is afgesloten.");

/// <summary>Somebody changed the thing since the caller read it.</summary>
public sealed record VersieGewijzigd(string Etag)
    : Error(
        ErrorKind.Conflict,
        "VERSIE_GEWIJZIGD",
        $"It changed since etag {Etag}: read it again and decide again.",
        "Iemand anders heeft dit intussen gewijzigd; bekijk het opnieuw.");
