namespace Kurve.Numo.Domain.Shared;

/// <summary>The process stops. What was asked goes on elsewhere, or can be asked again there at once.</summary>
public sealed record ProcesStopt()
    : Error(
        ErrorKind.Unavailable,
        "PROCES_STOPT",
        "This replica stops; call again, and another one answers.",
        "Even geduld: Numo wordt bijgewerkt.");
