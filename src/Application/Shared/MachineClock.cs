namespace Kurve.Numo.Application.Shared;

/// <summary>
/// The machine's own time, also where the service goes by a clock that can be moved. Leases are kept in it: that the
/// calendar jumped a year does not mean that a process was silent for a year.
/// </summary>
/// <param name="Time">The time; the same as everywhere else unless a clock for trials is set.</param>
public sealed record MachineClock(TimeProvider Time);
