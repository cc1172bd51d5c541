using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>Asks for a part of a school's people as CSV in Numo's own profile.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Hervat">Where to go on; null to begin.</param>
/// <param name="ShowGearchiveerd">Archived ones too.</param>
/// <param name="MetDocenten">Docenten too, after the leerlingen.</param>
[RequiresScope(Scopes.Read)]
[NotForSupport]
public sealed record ExportLeerlingen(SchoolId SchoolId, string? Hervat, bool ShowGearchiveerd, bool MetDocenten)
    : IExportQuery<ExportLeerlingen>
{
    /// <inheritdoc/>
    public ExportLeerlingen After(string volgende) => this with { Hervat = volgende };
}
