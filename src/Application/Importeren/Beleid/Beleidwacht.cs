using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Beleid;

/// <summary>Keeps imports, by hand and by schedule alike, to the school's rules.</summary>
public sealed class Beleidwacht(IImportbeleidRepository repository, TimeProvider clock)
{
    /// <summary>What imports may do today; <see cref="ImportGepauzeerd"/> when nothing.</summary>
    internal async Task<Result<Importmodus>> CheckAsync(SchoolId schoolId, CancellationToken ct)
    {
        var (beleid, vandaag) = (await repository.GetAsync(schoolId, ct), clock.Today());
        var modus = beleid.ModusOp(vandaag);
        return modus == Importmodus.Gepauzeerd && beleid.Pauze is { } pauze
            ? new ImportGepauzeerd(pauze)
            : modus;
    }
}
