using Kurve.Numo.Application.Importeren.Conflicten;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;

namespace Kurve.Numo.Application.Importeren.Runs;

/// <summary>
/// Ends previews that are too old, and takes away plans that were kept long enough. Any number of processes may do so
/// at once: of each run, one of them stores the change and the others see that it is done.
/// </summary>
public sealed class Opruiming(
    IRunHistorie historie,
    IImportRunRepository runs,
    IPlanOpruimer plannen,
    IHerstelStore herstel,
    IBeslissingStore beslissingen,
    IUnitOfWork work,
    Bewaartermijnen termijnen)
{
    private const int AtOnce = 100;

    /// <summary>Ends previews that are too old; how many.</summary>
    public Task<int> ExpireAsync(DateTimeOffset now, CancellationToken ct) => RepeatAsync(
        () => historie.ListExpiredAsync(now, AtOnce, ct),
        async run => run.Expire(now) is { IsOk: true } expired && await runs.UpdateAsync(expired.Value, ct));

    /// <summary>Takes away plans that were kept long enough; how many.</summary>
    public Task<int> CleanUpAsync(DateTimeOffset now, CancellationToken ct) => RepeatAsync(
        () => historie.ListEndedBeforeAsync(now - termijnen.Plan, AtOnce, ct), run => CleanUpAsync(run, now, ct));

    /// <summary>Forgets what people of schools that import no more decided of conflicts; of how many schools.</summary>
    public Task<int> ForgetBeslissingenAsync(DateTimeOffset now, CancellationToken ct) =>
        beslissingen.RemoveOfStoppedSchoolsAsync(now - termijnen.Beslissing, ct);

    private async Task<bool> CleanUpAsync(ImportRun run, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = await work.BeginAsync(ct);
        if (run.CleanUp(now) is not { IsOk: true } cleaned || !await runs.UpdateAsync(cleaned.Value, ct))
        {
            return false;
        }

        await herstel.RemoveAsync(run.SchoolId, run.Id, ct);
        await plannen.RemoveAsync(run, ct);
        await scope.CommitAsync(ct);
        return true;
    }

    // Until there are none left, or another process is at the same ones.
    private static async Task<int> RepeatAsync(
        Func<Task<IReadOnlyList<ImportRun>>> list, Func<ImportRun, Task<bool>> end)
    {
        var total = 0;
        while (true)
        {
            var found = await list();
            var ended = 0;
            foreach (var run in found)
            {
                ended += await end(run) ? 1 : 0;
            }

            total += ended;
            if (found.Count < AtOnce || ended == 0)
            {
                return total;
            }
        }
    }
}
