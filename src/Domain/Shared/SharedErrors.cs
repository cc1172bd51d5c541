namespace Kurve.Numo.Domain.Shared;

/// <summary>The process stops. What was asked goes on elsewhere, or can be asked again there at once.</summary>
public sealed record ProcesStopt()
    : Error(
        ErrorKind.Unavailable,
        "PROCES_STOPT",
        "This replica stops; call again, and another one answers.",
        "Even geduld: Numo wordt bijgewerkt.");

/// <summary>What a school year was, it stays.</summary>
public sealed record SchooljaarVoorbij(Schooljaar Schooljaar)
    : Error(
        ErrorKind.Precondition,
        "SCHOOLJAAR_VOORBIJ",
        $"School year {Schooljaar} is over: what it was can be looked at, and not changed any more.",
        $"Schooljaar {Schooljaar} is voorbij: het kan worden bekeken, maar niet meer worden gewijzigd.");
