using Kurve.Numo.Domain.Scholen;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>What goes into the translation of one school's codes in one school year, beside the catalogue.</summary>
/// <param name="Sector">The school's sector: a code that points at the other one is never sure.</param>
/// <param name="Locatiecijfer">Whether the school puts a location digit before its codes.</param>
/// <param name="Eigen">The school's own table, by <see cref="Vertaalcode"/>.</param>
/// <param name="Crebo">The niveau, 1 to 4, by crebo.</param>
public sealed record Vertaaltabellen(
    Sector Sector,
    bool Locatiecijfer,
    IReadOnlyDictionary<string, Schoolkeuze> Eigen,
    IReadOnlyDictionary<string, int> Crebo)
{
    /// <summary>
    /// What many schools have settled alike, by <see cref="Vertaalcode"/>: of each code the opleidingen that
    /// <see cref="LeastSchools"/> schools or more chose, the most chosen first.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Schooltelling>> Gedeeld { get; init; } =
        new Dictionary<string, IReadOnlyList<Schooltelling>>(StringComparer.Ordinal);

    /// <summary>
    /// How many schools must have settled a code alike before others get that as a suggestion. Below that number no
    /// count is told either, so that nobody learns how a single school writes its codes.
    /// </summary>
    public const int LeastSchools = 20;

    /// <summary>Of a school that has settled nothing.</summary>
    public static Vertaaltabellen Leeg(Sector sector) =>
        new(
            sector,
            false,
            new Dictionary<string, Schoolkeuze>(StringComparer.Ordinal),
            new Dictionary<string, int>(StringComparer.Ordinal));
}

/// <summary>What a school has settled of one code.</summary>
/// <param name="Schrijfwijze">The code as the school wrote it.</param>
/// <param name="Opleiding">The code of the opleiding.</param>
public sealed record Schoolkeuze(string Schrijfwijze, string Opleiding);

/// <summary>How many schools have settled a code alike.</summary>
/// <param name="Opleiding">The code of the opleiding.</param>
/// <param name="Scholen">The schools, at least <see cref="Vertaaltabellen.LeastSchools"/>.</param>
public sealed record Schooltelling(string Opleiding, int Scholen);
