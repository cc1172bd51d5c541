using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>
/// What names a groep within one school and school year: stamgroepen and samengestelde groepen share one key space per
/// vestiging (UWLR 2.2, <c>groepKeyUnique</c>).
/// </summary>
/// <param name="Vestiging">The vestiging that delivered the groep.</param>
/// <param name="Key">UWLR <c>groep/@key</c>, trimmed, 1 to 256 characters.</param>
public readonly record struct Groepsleutel(Vestigingsnummer Vestiging, string Key) : IComparable<Groepsleutel>
{
    /// <inheritdoc/>
    public int CompareTo(Groepsleutel other)
    {
        var byVestiging = Vestiging.CompareTo(other.Vestiging);
        return byVestiging != 0 ? byVestiging : string.CompareOrdinal(Key, other.Key);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Vestiging}/{Key}";

    /// <summary>Orders by vestiging and key.</summary>
    public static bool operator <(Groepsleutel left, Groepsleutel right) => left.CompareTo(right) < 0;

    /// <summary>Orders by vestiging and key.</summary>
    public static bool operator >(Groepsleutel left, Groepsleutel right) => left.CompareTo(right) > 0;

    /// <summary>Orders by vestiging and key.</summary>
    public static bool operator <=(Groepsleutel left, Groepsleutel right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by vestiging and key.</summary>
    public static bool operator >=(Groepsleutel left, Groepsleutel right) => left.CompareTo(right) >= 0;
}
