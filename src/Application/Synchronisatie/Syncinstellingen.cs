using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Synchronisatie;

namespace Kurve.Numo.Application.Synchronisatie;

/// <summary>How nightly syncs are done, the same on all replicas.</summary>
/// <param name="Venster">The hours in which they begin.</param>
/// <param name="Uitloop">How long after those one may still begin that could not before.</param>
/// <param name="MaxPerLas">How many schools of one LAS are synced at once, over all replicas.</param>
/// <param name="Lease">How long a process may be silent before another takes over what it did.</param>
public sealed record Syncinstellingen(Nachtvenster Venster, TimeSpan Uitloop, int MaxPerLas, TimeSpan Lease)
{
    /// <summary>How the service calls itself in the audit, and as who asked for an import.</summary>
    public const string Subject = SystemCaller.Nights;

    /// <summary>How long a ronde that failed rests before it is tried again.</summary>
    public TimeSpan Rust { get; init; } = Ronde.Rust;

    /// <summary>How many schools one process syncs at once: as many as may be at all.</summary>
    public int Parallelism => MaxPerLas * Enum.GetValues<Las>().Length;

    /// <summary>Until when a ronde may be tried; null for one that is of no night.</summary>
    public DateTimeOffset? EindeVan(Ronde ronde) =>
        ronde.Volgnummer == 0 ? Venster.EindeVan(ronde.Nacht) + Uitloop : null;

    /// <summary>Names this process, as the holder of leases.</summary>
    public string Houder { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
}
