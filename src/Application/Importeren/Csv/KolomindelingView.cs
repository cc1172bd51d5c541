using Kurve.Numo.Domain.Importeren.Csv;

namespace Kurve.Numo.Application.Importeren.Csv;

/// <summary>A saved layout of columns as it is shown; the members are those of <see cref="Kolomindeling"/>.</summary>
public sealed record KolomindelingView(
    Guid SchoolId,
    string Naam,
    Csvpreset Preset,
    IReadOnlyList<Kolomkeuze> Kolommen,
    string Door,
    DateTimeOffset Gewijzigd,
    long Versie)
{
    /// <summary>Shows a layout.</summary>
    public static KolomindelingView Of(Kolomindeling indeling) => new(
        indeling.SchoolId.Value,
        indeling.Naam,
        indeling.Preset,
        indeling.Kolommen,
        indeling.Door,
        indeling.Gewijzigd,
        indeling.Versie);
}
