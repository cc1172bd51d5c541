using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen.Contract;

/// <summary>Reads what an import of one school year has to know of the school years beside it.</summary>
public interface IBuurjarenStore
{
    /// <summary>
    /// Who is in a groep of a later school year, which vestigingen are still of an earlier one, and the home classes of the
    /// year before as long as any is, or when the year has not begun; and who was in other groepen then, as long as any is.
    /// </summary>
    Task<Buurjaren> LoadAsync(SchoolId schoolId, Schooljaar schooljaar, bool isVooruit, CancellationToken ct);
}
