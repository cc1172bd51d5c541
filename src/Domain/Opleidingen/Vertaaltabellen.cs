using Kurve.Numo.Domain.Scholen;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>What goes into the translation of one school's codes in one school year, beside the catalogue.</summary>
/// <param name="Sector">The school's sector: a code that points at the other one is never sure.</param>
/// <param name="Locatiecijfer">Whether the school puts a location digit before its codes.</param>
/// <param name="Eigen">The school's own table: the opleiding's code by <see cref="Vertaalcode"/>.</param>
/// <param name="Crebo">The niveau, 1 to 4, by crebo.</param>
public sealed record Vertaaltabellen(
    Sector Sector,
    bool Locatiecijfer,
    IReadOnlyDictionary<string, string> Eigen,
    IReadOnlyDictionary<string, int> Crebo)
{
    /// <summary>Of a school that has settled nothing.</summary>
    public static Vertaaltabellen Leeg(Sector sector) =>
        new(
            sector,
            false,
            new Dictionary<string, string>(StringComparer.Ordinal),
            new Dictionary<string, int>(StringComparer.Ordinal));
}
