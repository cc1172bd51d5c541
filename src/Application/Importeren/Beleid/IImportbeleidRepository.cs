using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Beleid;

/// <summary>Keeps the rules that schools have for their imports.</summary>
public interface IImportbeleidRepository
{
    /// <summary>A school's rules; the standard ones when it never said anything.</summary>
    Task<ImportBeleid> GetAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>Stores a change; false when somebody else changed them first.</summary>
    Task<bool> SaveAsync(ImportBeleid beleid, CancellationToken ct);
}
