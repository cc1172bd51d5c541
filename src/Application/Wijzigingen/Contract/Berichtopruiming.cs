using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Wijzigingen.Contract;

/// <summary>
/// Takes away messages that were kept long enough, and addresses that schools took away: also of a school that is told
/// nothing any more. Any number of processes may do so at once.
/// </summary>
public sealed class Berichtopruiming(IBerichtresten resten, IUnitOfWork work)
{
    private const int AtOnce = 100;

    /// <summary>Takes them away; of how many schools.</summary>
    public async Task<int> CleanUpAsync(DateTimeOffset now, CancellationToken ct)
    {
        var total = 0;
        while (true)
        {
            var scholen = await resten.ListAsync(now, AtOnce, ct);
            var cleaned = 0;
            foreach (var school in scholen)
            {
                cleaned += await CleanUpAsync(school, now, ct) ? 1 : 0;
            }

            total += cleaned;
            if (scholen.Count < AtOnce || cleaned == 0)
            {
                return total;
            }
        }
    }

    private async Task<bool> CleanUpAsync(SchoolId school, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = await work.BeginAsync(ct);
        var removed = await resten.RemoveAsync(school, now, ct);
        await scope.CommitAsync(ct);
        return removed > 0;
    }
}
