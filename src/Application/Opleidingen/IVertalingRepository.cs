using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Opleidingen;

/// <summary>Keeps what schools have settled of their codes, and Kurve's crebo's.</summary>
public interface IVertalingRepository
{
    /// <summary>The translation of a code from exactly this school year on.</summary>
    Task<Schoolvertaling?> FindAsync(SchoolId schoolId, Vertaalcode code, Schooljaar vanaf, CancellationToken ct);

    /// <summary>The translations of some codes from exactly this school year on, by code.</summary>
    Task<IReadOnlyDictionary<Vertaalcode, Schoolvertaling>> FindAsync(
        SchoolId schoolId, IReadOnlyCollection<Vertaalcode> codes, Schooljaar vanaf, CancellationToken ct);

    /// <summary>
    /// Stores a translation, new (version 1) or changed; false when it is not the version before that is stored.
    /// </summary>
    Task<bool> SaveAsync(Schoolvertaling vertaling, CancellationToken ct);

    /// <summary>Removes a translation; false when another version is stored.</summary>
    Task<bool> DeleteAsync(Schoolvertaling vertaling, CancellationToken ct);

    /// <summary>How a school writes its codes; version 0 when it never said so.</summary>
    Task<Vertaalinstelling> FindInstellingAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>Stores how a school writes its codes; false when it is not the version before that is stored.</summary>
    Task<bool> SaveInstellingAsync(Vertaalinstelling instelling, CancellationToken ct);

    /// <summary>Replaces all crebo's.</summary>
    Task ReplaceCreboAsync(IReadOnlyList<Crebo> crebo, CancellationToken ct);
}
