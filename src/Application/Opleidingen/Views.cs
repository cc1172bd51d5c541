using Kurve.Numo.Domain.Opleidingen;

namespace Kurve.Numo.Application.Opleidingen;

/// <summary>A translation of a school as it is shown; the members are those of <see cref="Schoolvertaling"/>.</summary>
public sealed record VertalingView(
    Guid SchoolId,
    string Opleidingscode,
    string Opleiding,
    string OpleidingNaam,
    string Vanaf,
    string? Tot,
    string Door,
    DateTimeOffset Gewijzigd,
    long Versie)
{
    /// <summary>Shows a translation.</summary>
    public static VertalingView Of(Schoolvertaling vertaling) => new(
        vertaling.SchoolId.Value,
        vertaling.Schrijfwijze,
        vertaling.Opleiding.Code,
        vertaling.Opleiding.Naam,
        vertaling.Vanaf.ToString(),
        vertaling.Tot?.ToString(),
        vertaling.Door,
        vertaling.Gewijzigd,
        vertaling.Versie);
}

/// <summary>What was settled at once.</summary>
/// <param name="Vertaling">The translation of the code.</param>
/// <param name="Verwanten">Those of its siblings.</param>
public sealed record VertalingenView(VertalingView Vertaling, IReadOnlyList<VertalingView> Verwanten);

/// <summary>How a school writes its codes, as it is shown.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Locatiecijfer">Whether a location digit stands before its codes.</param>
/// <param name="Versie">Rises with each change.</param>
public sealed record VertaalinstellingView(Guid SchoolId, bool Locatiecijfer, long Versie)
{
    /// <summary>Shows it.</summary>
    public static VertaalinstellingView Of(Vertaalinstelling instelling) =>
        new(instelling.SchoolId.Value, instelling.Locatiecijfer, instelling.Versie);
}

/// <summary>Why a code of a school gives no doelgroep.</summary>
public enum Onbekendreden
{
    /// <summary>No rule knows the code.</summary>
    Onbekend,

    /// <summary>There is a suggestion, which waits for the school.</summary>
    Voorstel,

    /// <summary>The code is known, but not in these pupils' leerjaar.</summary>
    LeerjaarOngeldig,

    /// <summary>The code is known, but these pupils' leerjaar is not.</summary>
    LeerjaarOntbreekt,
}

/// <summary>A code that gives no doelgroep for some or all of its pupils. Names no pupil.</summary>
/// <param name="Opleidingscode">The code as the school administration delivers it.</param>
/// <param name="Reden">Why.</param>
/// <param name="AantalLeerlingen">The active pupils concerned.</param>
/// <param name="Klassen">Some of their classes, at most 5.</param>
/// <param name="Leerjaren">Their leerjaren; without those that are not known.</param>
/// <param name="Lezing">What the code says by itself.</param>
/// <param name="Verwanten">Its siblings in the queue, at most 100.</param>
public sealed record OnbekendeCodeView(
    string Opleidingscode,
    Onbekendreden Reden,
    int AantalLeerlingen,
    IReadOnlyList<string> Klassen,
    IReadOnlyList<int> Leerjaren,
    Lezing Lezing,
    IReadOnlyList<string> Verwanten);
