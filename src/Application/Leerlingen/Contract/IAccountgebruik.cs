using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen.Contract;

/// <summary>
/// Tells which accounts and groepen a module keeps something of. Every module that does has its own; an account or
/// groep that any of them names is never taken away.
/// </summary>
public interface IAccountgebruik
{
    /// <summary>The accounts and groepen of a school that the module keeps something of.</summary>
    Task<Accountgebruik> LoadAsync(SchoolId schoolId, CancellationToken ct);
}

/// <summary>Accounts and groepen in use.</summary>
/// <param name="Accounts">The accounts.</param>
/// <param name="Groepen">The groepen.</param>
public sealed record Accountgebruik(IReadOnlySet<AccountId> Accounts, IReadOnlySet<GroepId> Groepen);
