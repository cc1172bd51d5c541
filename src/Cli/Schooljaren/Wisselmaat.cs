using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Schooljaren;

/// <summary>One number of a change of school year at a vestiging: what was found, or what was agreed on it.</summary>
/// <param name="Naam">What it counts, for support.</param>
/// <param name="Schoolnaam">What it counts, in Dutch for a school.</param>
/// <param name="IsAfspraak">Whether it is of what was agreed, and explains the number above it.</param>
/// <param name="Van">The number at a vestiging; null when it is not known there.</param>
internal sealed record Wisselmaat(
    string Naam, string Schoolnaam, bool IsAfspraak, Func<Vestigingwissel, int?> Van)
{
    /// <summary>All, in the order in which they are read: what was agreed stands beneath what was found.</summary>
    private static readonly IReadOnlyList<Wisselmaat> All =
    [
        Gevonden("leerlingen now", "leerlingen nu", c => c.Nu),
        Gevonden("leave, examination year", "vertrekken uit het examenjaar", c => c.VertrekExamen),
        Gevonden("leave, other years", "vertrekken uit een ander leerjaar", c => c.VertrekOverig),
        Afspraak("agreed, at most", "afgesproken: hoogstens", g => g.MaxVertrek),
        Afspraak("left so far", "al vertrokken", g => g.Vertrokken == 0 ? null : g.Vertrokken),
        Gevonden("new or back", "komen of komen terug", c => c.Nieuw),
        Afspraak("agreed, at most", "afgesproken: hoogstens", g => g.MaxNieuw),
        Gevonden("go up", "gaan over", c => c.Over),
        Gevonden("stay down", "blijven zitten", c => c.Zitten),
        Gevonden("to another opleiding", "naar een andere opleiding", c => c.AndereOpleiding),
        Gevonden("stay without a class", "blijven, en hebben nog geen klas", c => c.ZonderKlas),
        Afspraak("agreed, at most", "afgesproken: hoogstens", g => g.MaxZonderKlas),
        Gevonden("unknown opleidingscode", "met een onbekende opleidingscode", c => c.OnbekendeCode),
        Gevonden("docenten that come", "docenten die komen", c => c.DocentenNieuw),
        Gevonden("docenten that leave", "docenten die vertrekken", c => c.DocentenVertrek),
        Gevonden("next year = licences", "leerlingen straks (licenties)", c => c.Straks),
    ];

    /// <summary>Those that are known at one of some vestigingen at least.</summary>
    public static IReadOnlyList<Wisselmaat> KnownOf(IReadOnlyCollection<Vestigingwissel> vestigingen) =>
        [.. All.Where(maat => vestigingen.Any(vestiging => maat.Van(vestiging) is not null))];

    /// <summary>Its sum; of what is not known at a vestiging nothing is counted.</summary>
    public int Sum(IEnumerable<Vestigingwissel> vestigingen) => vestigingen.Sum(vestiging => Van(vestiging) ?? 0);

    private static Wisselmaat Gevonden(string naam, string schoolnaam, Func<Wisselcijfers, int> van) =>
        new(naam, schoolnaam, false, vestiging => vestiging.Cijfers is { } cijfers ? van(cijfers) : null);

    private static Wisselmaat Afspraak(string naam, string schoolnaam, Func<Wisselgrens, int?> van) =>
        new(naam, schoolnaam, true, vestiging => vestiging.Grens is { } grens ? van(grens) : null);
}
