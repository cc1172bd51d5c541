using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Schooljaren;

/// <summary>What a school agreed that the nights from 1 August on may do at one vestiging without a person.</summary>
/// <param name="Vestiging">The vestiging.</param>
/// <param name="MaxVertrek">The most leerlingen that leave; 0 or more.</param>
/// <param name="MaxNieuw">The most leerlingen that come or come back, those that were prepared included; 0 or more.</param>
/// <param name="MaxZonderKlas">The most leerlingen that stay and have no class in the new year; 0 or more.</param>
public sealed record Wisselgrens(Vestigingsnummer Vestiging, int MaxVertrek, int MaxNieuw, int MaxZonderKlas)
{
    /// <summary>The highest number that can be agreed.</summary>
    public const int Hoogste = 100_000;

    /// <summary>Whether they are agreed; else only what was done is remembered.</summary>
    public bool IsAkkoord { get; init; } = true;

    /// <summary>The leerlingen that have left by it so far.</summary>
    public int Vertrokken { get; init; }

    /// <summary>When a night or a person first applied something of the year; null before that.</summary>
    public DateTimeOffset? Begonnen { get; init; }

    /// <summary>When there was nothing left to do by it; null before that.</summary>
    public DateTimeOffset? Klaar { get; init; }

    /// <summary>Bounds that leave some room beside what was found: at least five people, or a tenth.</summary>
    /// <param name="cijfers">What was found.</param>
    public static Wisselgrens Around(Wisselcijfers cijfers) => new(
        cijfers.Vestiging, WithRoom(cijfers.Vertrek), WithRoom(cijfers.Nieuw), MaxZonderKlas: 0);

    private static int WithRoom(int found) => found + Math.Max(5, (found + 9) / 10);
}

/// <summary>
/// The decision on a school year that a school took beforehand: from 1 August on nights apply what lies within the bounds, and
/// leave the rest to a person.
/// </summary>
/// <param name="Schooljaar">The school year that begins.</param>
/// <param name="VertrekOp">The day from which on leavers are archived.</param>
/// <param name="Grenzen">The bounds of each vestiging that agreed.</param>
public sealed record Wisselafspraak(Schooljaar Schooljaar, DateOnly VertrekOp, IReadOnlyList<Wisselgrens> Grenzen)
{
    private const int LaatsteMaand = 10;

    /// <summary>The version of the <see cref="Schooljaarwissel"/> that it is of.</summary>
    public long Versie { get; init; }

    /// <summary>The last day on which nights go by it: 31 October. Classes that arrive until then need no second decision.
    /// </summary>
    public static DateOnly LaatsteDagVan(Schooljaar schooljaar) => new(schooljaar.Begin, LaatsteMaand, 31);

    /// <summary>Whether nights go by it on a day.</summary>
    public bool GeldtOp(DateOnly dag) => IsInVenster(dag) && Grenzen.Any(g => g.Klaar is null);

    /// <summary>
    /// Whether a day is one of those in which groepen that come late need no second decision, also when all else is done.
    /// </summary>
    public bool IsInVenster(DateOnly dag) => dag >= Schooljaar.EersteDag && dag <= LaatsteDagVan(Schooljaar);

    /// <summary>The bounds of a vestiging with something left to do; null when it did not agree, or is done.</summary>
    public Wisselgrens? Find(Vestigingsnummer vestiging) =>
        Grenzen.FirstOrDefault(g => g.Vestiging == vestiging && g.Klaar is null);
}
