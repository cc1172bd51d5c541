using Kurve.Numo.Domain.Shared;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>
/// A night on a file, where one process at a time schedules. The first that does is killed; the second stands still for
/// longer than its lease; the third is killed, started again, and does what the second was at before that goes on.
/// </summary>
internal sealed class Slaapnacht(Nachtploeg ploeg)
{
    /// <returns>The schools that the process that slept was at.</returns>
    public async Task<IReadOnlyList<SchoolId>> PassAsync()
    {
        await ploeg.KillAtWorkAsync();

        // At once: on an idle machine it is done with all that is left before long.
        var second = await HoldSchedulerAsync();
        await PauseAsync(second);

        var third = await ploeg.KillAtWorkAsync(second);
        await third.StartAsync();
        var held = ploeg.Greep.HeldBy(second.Id);
        await Nachtploeg.UntilAsync(async () => !held.Except(await ploeg.Boek.ListEndedAsync()).Any());
        ploeg.Greep.LetGo(second.Id);
        second.Continue();
        await Nachtploeg.UntilAsync(() => Task.FromResult(held.All(s => ploeg.Greep.HasTried(second.Id, s))));

        // Nobody is laid hands on any more.
        ploeg.Hurry();
        return held;
    }

    /// <summary>
    /// Has the process that schedules hold what it is at. On a busy machine the right to schedule may move meanwhile: then
    /// it is the next one.
    /// </summary>
    private async Task<ApiProcess> HoldSchedulerAsync()
    {
        var scheduler = await SchedulerAsync();
        await Nachtploeg.UntilAsync(async () =>
        {
            var now = await SchedulerAsync();
            if (now != scheduler)
            {
                ploeg.Greep.LetGo(scheduler.Id);
                scheduler = now;
            }

            ploeg.Greep.Hold(scheduler.Id);
            return ploeg.Greep.HeldBy(scheduler.Id).Count > 0;
        });
        return scheduler;
    }

    /// <summary>The process that schedules, once there is one that lives.</summary>
    private async Task<ApiProcess> SchedulerAsync()
    {
        ApiProcess? found = null;
        await Nachtploeg.UntilAsync(async () =>
        {
            var planner = (await ploeg.Boek.ListHeldAsync()).SingleOrDefault(lease => lease.IsPlanner);
            found = ploeg.Workers.FirstOrDefault(worker => planner?.IsOf(worker.Id) == true);
            return found is not null;
        });
        return found!;
    }

    /// <summary>
    /// Lets a process stand still between two writes: in the middle of one it would hold the lock of the file, and no
    /// other process could go on.
    /// </summary>
    private async Task PauseAsync(ApiProcess worker)
    {
        await worker.PauseAsync();
        await Nachtploeg.UntilAsync(async () =>
        {
            if (await CanWriteAsync())
            {
                return true;
            }

            worker.Continue();
            await Task.Delay(20);
            await worker.PauseAsync();
            return false;
        });
    }

    private async Task<bool> CanWriteAsync()
    {
        const int Busy = 5;
        await using var connection = new SqliteConnection($"{ploeg.ConnectionString};Default Timeout=1");
        await connection.OpenAsync();
        try
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Busy)
        {
            return false;
        }
    }
}
