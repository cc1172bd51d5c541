using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Runs;

/// <summary>Asks for a part of the rows of a run as CSV in Dutch.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="ImportRunId">The run.</param>
/// <param name="Hervat">Where to go on; null to begin.</param>
/// <param name="Soorten">Only these kinds; none for all.</param>
/// <param name="Persoon">Only leerlingen or only docenten.</param>
/// <param name="MetMelding">Only rows with a melding.</param>
[RequiresScope(Scopes.Import)]
[NotForSupport]
public sealed record ExportImportRegels(
    SchoolId SchoolId,
    ImportRunId ImportRunId,
    string? Hervat,
    IReadOnlyList<RegelSoort> Soorten,
    Persoonssoort? Persoon,
    bool MetMelding) : IExportQuery<ExportImportRegels>
{
    /// <inheritdoc/>
    public ExportImportRegels After(string volgende) => this with { Hervat = volgende };
}
