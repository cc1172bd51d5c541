using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Synchronisatie;

namespace Kurve.Numo.Infrastructure.Synchronisatie;

/// <summary>How and when schools are synced; the same on all replicas.</summary>
public sealed class SyncOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Numo:Sync";

    /// <summary>The longest lease that may be configured.</summary>
    public static readonly TimeSpan LongestLease = TimeSpan.FromHours(1);

    /// <summary>The longest rest after a failure that may be configured.</summary>
    public static readonly TimeSpan LongestRust = TimeSpan.FromHours(12);

    /// <summary>Whether this process takes part in nightly syncs.</summary>
    public bool Actief { get; set; } = true;

    /// <summary>The hours in which syncs begin, by the Dutch clock: <c>01:00-05:00</c>, or over midnight.</summary>
    public string Venster { get; set; } = Nachtvenster.Standaard.ToString();

    /// <summary>How long after the window one may still begin that could not before: 0 to 12 hours.</summary>
    public TimeSpan Uitloop { get; set; } = TimeSpan.FromMinutes(90);

    /// <summary>How many schools of one LAS are synced at once, over all replicas: 1 to 64.</summary>
    public int MaxPerLas { get; set; } = 4;

    /// <summary>
    /// How long a process may be silent before another takes over what it did: a second to an hour, in whole milliseconds.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a ronde that failed rests before it is tried again: a second to 12 hours.</summary>
    public TimeSpan Rust { get; set; } = Ronde.Rust;

    /// <summary>How often is looked for schools that came, left or wait: a tenth of a second to an hour.</summary>
    public TimeSpan Bijwerken { get; set; } = TimeSpan.FromSeconds(15);

    internal Syncinstellingen ToInstellingen() =>
        new(Nachtvenster.Create(Venster).Value, Uitloop, MaxPerLas, Lease) { Rust = Rust };

    internal IEnumerable<string> Check()
    {
        if (Nachtvenster.Create(Venster) is { IsOk: false, Error: var error })
        {
            yield return $"{Section}:{nameof(Venster)}: {error.Message}";
        }

        if (Uitloop < TimeSpan.Zero || Uitloop > TimeSpan.FromHours(12))
        {
            yield return $"{Section}:{nameof(Uitloop)} is {Uitloop}; it must be from 00:00:00 to 12:00:00.";
        }

        if (MaxPerLas is < 1 or > 64)
        {
            yield return $"{Section}:{nameof(MaxPerLas)} is {MaxPerLas}; it must be a number from 1 to 64.";
        }

        if (Lease < TimeSpan.FromSeconds(1) || Lease > LongestLease)
        {
            yield return $"{Section}:{nameof(Lease)} is {Lease}; it must be from 00:00:01 to 01:00:00.";
        }

        if (Lease.Ticks % TimeSpan.TicksPerMillisecond != 0)
        {
            yield return $"{Section}:{nameof(Lease)} is {Lease}; it must be of whole milliseconds, such as 00:00:30.";
        }

        if (Rust < TimeSpan.FromSeconds(1) || Rust > LongestRust)
        {
            yield return $"{Section}:{nameof(Rust)} is {Rust}; it must be from 00:00:01 to 12:00:00.";
        }

        if (Bijwerken < TimeSpan.FromMilliseconds(100) || Bijwerken > TimeSpan.FromHours(1))
        {
            yield return $"{Section}:{nameof(Bijwerken)} is {Bijwerken}; it must be from 00:00:00.1 to 01:00:00.";
        }
    }
}
