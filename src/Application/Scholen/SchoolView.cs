using Kurve.Numo.Domain.Scholen;

namespace Kurve.Numo.Application.Scholen;

/// <summary>A school as it is shown; the meaning of each member is that of <see cref="School"/>.</summary>
public sealed record SchoolView(
    Guid Id,
    string Naam,
    string Brin,
    IReadOnlyList<string> Vestigingen,
    Sector Sector,
    DateTimeOffset Geregistreerd,
    DateTimeOffset? Gesloten,
    long Versie)
{
    /// <summary>Shows a school.</summary>
    public static SchoolView Of(School school) => new(
        school.Id.Value,
        school.Naam,
        school.Brin.Value,
        [.. school.Vestigingen.Select(v => v.Value)],
        school.Sector,
        school.Geregistreerd,
        school.Gesloten,
        school.Versie);
}
