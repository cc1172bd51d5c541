using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen.Contract;

/// <summary>Reads what an import of one school year has to know of the school years beside it.</summary>
public interface IBuurjarenStore
{
    /// <summary>Who is in a groep of a later school year and, if asked, the home classes of the year before.</summary>
    Task<Buurjaren> LoadAsync(SchoolId schoolId, Schooljaar schooljaar, bool metStamgroepen, CancellationToken ct);
}
