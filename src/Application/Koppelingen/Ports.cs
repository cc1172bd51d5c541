using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>Keeps koppelingen.</summary>
public interface IKoppelingRepository
{
    /// <summary>Finds a school's koppeling.</summary>
    Task<Koppeling?> FindAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>Adds a koppeling; <see cref="KoppelingBestaat"/> when the school has one.</summary>
    Task<Result<Done>> AddAsync(Koppeling koppeling, CancellationToken ct);
}

/// <summary>Encrypts secrets, each so that it can be read for its own school only.</summary>
public interface IGeheimen
{
    /// <summary>Encrypts.</summary>
    byte[] Protect(SchoolId schoolId, Geheim geheim);

    /// <summary>
    /// Decrypts; <see cref="GeheimOnleesbaar"/> when the keys are lost or the text is another school's.
    /// </summary>
    Result<Geheim> Unprotect(SchoolId schoolId, byte[] encrypted);
}

/// <summary>Decides which UWLR addresses this service calls.</summary>
public interface IEndpointPolicy
{
    /// <summary>Whether the address may be called.</summary>
    bool Allows(Uri endpoint);

    /// <summary>Whether it is the host that Kurve's own key is for.</summary>
    bool IsConfigured(Uri endpoint);
}
