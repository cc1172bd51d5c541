using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Decides whether the source of a run may still be used: a file always may, Magister behind its gates.</summary>
internal sealed class Bronpoort(IImportRunRepository runs, IKoppelingToegang koppelingen)
{
    /// <summary>Whether the run may be applied, as far as its source goes.</summary>
    public async Task<Result<Done>> CheckAsync(SchoolId schoolId, ImportRunId id, CancellationToken ct) =>
        await runs.FindAsync(schoolId, id, ct) is { Bron: Bron.Csv }
            ? new Done()
            : await koppelingen.CheckAsync(schoolId, ct);
}
