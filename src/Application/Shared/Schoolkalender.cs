using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Shared;

/// <summary>The calendar by which Dutch schools live.</summary>
public static class Schoolkalender
{
    /// <summary>The day that it is now in the Netherlands.</summary>
    public static DateOnly Today(this TimeProvider clock) => Nederland.DagOp(clock.GetUtcNow());

    /// <summary>The school year that it is now in the Netherlands.</summary>
    public static Schooljaar CurrentSchooljaar(this TimeProvider clock) => Schooljaar.Op(clock.Today());
}
