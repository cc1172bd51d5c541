using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>An account as a person changes it.</summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
/// <param name="Account">The account; its groepen are not read and not changed.</param>
/// <param name="Versie">The version that was read.</param>
public sealed record Persoon<T>(Account<T> Account, long Versie)
    where T : Persoonsgegevens<T>;

/// <summary>Keeps leerlingen and docenten one by one, for changes by hand.</summary>
public interface IPersonenStore
{
    /// <summary>Finds a leerling.</summary>
    Task<Persoon<LeerlingGegevens>?> FindLeerlingAsync(SchoolId schoolId, AccountId id, CancellationToken ct);

    /// <summary>Finds a docent.</summary>
    Task<Persoon<DocentGegevens>?> FindDocentAsync(SchoolId schoolId, AccountId id, CancellationToken ct);

    /// <summary>
    /// Stores a leerling, and makes every plan of the school old; <see cref="StamnummerBezet"/> when the stamnummer is
    /// another's.
    /// </summary>
    Task<Result<Done>> SaveAsync(SchoolId schoolId, Persoon<LeerlingGegevens> leerling, CancellationToken ct);

    /// <summary>
    /// Stores a docent, and makes every plan of the school old; <see cref="EmailVanAnder"/> when another active docent
    /// logs in with the e-mail address.
    /// </summary>
    Task<Result<Done>> SaveAsync(SchoolId schoolId, Persoon<DocentGegevens> docent, CancellationToken ct);

    /// <summary>A leerling as it is shown.</summary>
    Task<LeerlingView> ShowLeerlingAsync(SchoolId schoolId, AccountId id, CancellationToken ct);

    /// <summary>A docent as it is shown.</summary>
    Task<DocentView> ShowDocentAsync(SchoolId schoolId, AccountId id, CancellationToken ct);
}
