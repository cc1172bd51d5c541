using System.Collections.Concurrent;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Shared;

/// <summary>
/// A school as logs call it: by its BRIN, which people know, and its id, which other messages have. Until this process has
/// read the school, the id alone.
/// </summary>
/// <param name="Id">The school.</param>
public sealed record SchoolLabel(SchoolId Id)
{
    // A BRIN never changes, and there are some thousands of them.
    private static readonly ConcurrentDictionary<SchoolId, Brin> Known = new();

    /// <summary>Labels a school.</summary>
    public static implicit operator SchoolLabel(SchoolId id) => new(id);

    /// <summary>Remembers the BRIN of a school that was read.</summary>
    public static void Note(SchoolId id, Brin brin) => Known.TryAdd(id, brin);

    /// <inheritdoc/>
    public override string ToString() => Known.TryGetValue(Id, out var brin) ? $"{brin} ({Id})" : Id.ToString();
}
