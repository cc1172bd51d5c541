using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>Changes a school's koppeling: the version that the caller saw, and nobody else's work lost.</summary>
internal sealed class KoppelingWijziging(IKoppelingRepository koppelingen)
{
    /// <summary>Reads, changes and stores.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="etag">The version that the caller saw; null changes any version.</param>
    /// <param name="change">The change.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<Koppeling>> DoAsync(
        SchoolId schoolId, string? etag, Func<Koppeling, Result<Koppeling>> change, CancellationToken ct)
    {
        if (await koppelingen.FindAsync(schoolId, ct) is not { } koppeling)
        {
            return new KoppelingOnbekend(schoolId);
        }

        if (etag is not null && !string.Equals(etag, Etags.Of(koppeling.Versie), StringComparison.Ordinal))
        {
            return new KoppelingGewijzigd(schoolId);
        }

        var changed = change(koppeling);
        if (!changed.IsOk || ReferenceEquals(changed.Value, koppeling))
        {
            return changed;
        }

        var next = changed.Value with { Versie = koppeling.Versie + 1 };
        var updated = await koppelingen.UpdateAsync(next, ct);
        return updated.Map(_ => next);
    }
}
