using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Shared;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Kurve.Numo.Infrastructure.Synchronisatie;

/// <summary>
/// Runs Quartz on the service's own database, and keeps it told of the schools. On SQL Server the schedulers of all
/// replicas are a cluster; SQLite has none, so there one process at a time schedules, by lease.
/// </summary>
internal sealed partial class Planner(
    IServiceScopeFactory scopes,
    Syncinstellingen instellingen,
    IOptions<SyncOptions> options,
    IOptions<AfsluitOptions> afsluiten,
    IOptions<DatabaseOptions> database,
    SqlDialect dialect,
    TimeProvider clock,
    ILoggerFactory loggers) : BackgroundService, ISyncwekker
{
    private const string Name = "numo";

    /// <summary>
    /// A trigger that waits for a thread is moved on by Quartz within two minutes; one that is later than this is stuck in
    /// a state that a process left it in when it died, and is planned anew.
    /// </summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    /// <summary>A scheduler may keep moments less exactly than we compute them.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often it looks whether the clock was moved: Quartz sleeps until moments, and hears nothing of it.
    /// </summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private readonly ILogger<Planner> _logger = loggers.CreateLogger<Planner>();
    private readonly SemaphoreSlim _wake = new(0);

    public void Wake(SchoolId schoolId) => _wake.Release();

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Actief)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ScheduleAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogFailed(exception);
            }

            await PauseAsync(stoppingToken);
        }
    }

    private async Task ScheduleAsync(CancellationToken ct)
    {
        if (database.Value.IsSqlServer)
        {
            await RunSchedulerAsync(() => afsluiten.Value.Geduld, ct);
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var leases = scope.ServiceProvider.GetRequiredService<ILeases>();
        if (await leases.TakeAsync(Lease.Planner, instellingen.Houder, instellingen.Lease, ct) is { } lease)
        {
            await using var keeper = LeaseKeeper.Start(leases, [lease], instellingen.Lease, clock, ct);

            try
            {
                // Who lost the right to schedule has nothing to finish: another process has begun already.
                await RunSchedulerAsync(
                    () => ct.IsCancellationRequested ? afsluiten.Value.Geduld : TimeSpan.Zero, keeper.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                LogTakenOver();
            }
        }
    }

    private async Task RunSchedulerAsync(Func<TimeSpan> patience, CancellationToken ct)
    {
        using var stop = new CancellationTokenSource();
        await using var factory = QuartzSchedulerBuilder.Create(builder => Configure(builder, stop.Token)).Build();
        var scheduler = await factory.GetScheduler(ct);
        var moved = TimeSpan.Zero;
        try
        {
            await scheduler.Start(ct);
            var watch = new ClockWatch(clock);
            for (var isAnew = true; moved >= TimeSpan.Zero; isAnew = moved > TimeSpan.Zero)
            {
                await UpdateAsync(scheduler, isAnew, ct);
                moved = await PauseAsync(watch, ct);
            }

            // Quartz sleeps until moments that now are far away, and begins again at once.
            LogMovedBack();
            _wake.Release();
        }
        finally
        {
            Telemetry.SyncsDue(0);
            await EndAsync(scheduler, moved < TimeSpan.Zero ? afsluiten.Value.Geduld : patience(), stop);
        }
    }

    /// <summary>Begins nothing new, lets what is under way finish, and after a while hands it back.</summary>
    private async Task EndAsync(IScheduler scheduler, TimeSpan patience, CancellationTokenSource stop)
    {
        await scheduler.Standby(CancellationToken.None);
        var ended = scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).AsTask();
        if (await Task.WhenAny(ended, Task.Delay(patience, clock)) != ended)
        {
            await stop.CancelAsync();
        }

        await ended;
    }

    private void Configure(IQuartzBuilder builder, CancellationToken stop)
    {
        builder.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = Name;
            scheduler.InstanceId = instellingen.Houder;
        });
        builder.Services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Trace)
            .AddProvider(new SchedulerLogging(loggers)));
        builder.Services.AddSingleton(clock);
        builder.AddJobType<SyncJob>(_ => new SyncJob(
            scopes, clock, new SyncJob.Stop(stop), loggers.CreateLogger<SyncJob>()));
        builder.UseDefaultThreadPool(instellingen.Parallelism);
        builder.UsePersistentStore(store =>
        {
            var connection = dialect.CreateConnection().ConnectionString;
            if (database.Value.IsSqlServer)
            {
                store.UseSqlServer(SqlClientFactory.Instance, connection);
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = CheckinOf(instellingen.Lease);
                    cluster.CheckinMisfireThreshold = instellingen.Lease;
                });
            }
            else
            {
                store.UseSqlite(SqliteFactory.Instance, connection);
            }

            store.ProvisionSchema();
        });
    }

    /// <summary>
    /// How often a scheduler says that it is alive: three times in a lease. Quartz takes whole milliseconds only, and with
    /// anything else it never registers, so that nobody takes over from it.
    /// </summary>
    internal static TimeSpan CheckinOf(TimeSpan lease) => TimeSpan.FromMilliseconds(Math.Floor(lease.TotalMilliseconds / 3));

    /// <summary>Tells the scheduler of schools that came, left or wait.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="isAnew">Whether it begins, or the clock was moved: then nothing that was planned is taken for
    /// right.</param>
    /// <param name="ct">Stops it.</param>
    private async Task UpdateAsync(IScheduler scheduler, bool isAnew, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var planboek = scope.ServiceProvider.GetRequiredService<Planboek>();
            var now = clock.GetUtcNow();
            var active = await planboek.ListActiveAsync(ct);
            var waiting = await planboek.ListWaitingAsync(now, ct);
            var query = new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(SyncJob.Group), Take = PagedQuery.All };
            var planned = (await scheduler.QueryTriggers(query, ct)).Items
                .ToDictionary(trigger => new SchoolId(Guid.Parse(trigger.Key.Name)));
            var kept = planned.Where(p => IsKept(p.Key, p.Value, isAnew, now)).Select(p => p.Key);
            foreach (var school in active.Except(kept).Except(waiting))
            {
                // From the moment on that a window opened last: whose turn was missed by that is due at once.
                await PlanAsync(scheduler, school, FirstOf(school, now), ct);
            }

            foreach (var school in waiting)
            {
                await PlanAsync(scheduler, school, now, ct);
            }

            var gone = planned.Keys.Except(active).Except(waiting).Select(s => new JobKey(s.ToString(), SyncJob.Group));
            await scheduler.DeleteJobs([.. gone], ct);
            Telemetry.SyncsDue(await CountDueAsync(planboek, active, now, ct));
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            LogNotUpdated(exception);
        }
    }

    /// <summary>The schools whose turn of this night has come, and whose ronde has not ended.</summary>
    private async Task<int> CountDueAsync(
        Planboek planboek, IReadOnlySet<SchoolId> active, DateTimeOffset now, CancellationToken ct)
    {
        var venster = instellingen.Venster;
        var nacht = venster.NachtOp(now);
        if (now > venster.EindeVan(nacht) + instellingen.Uitloop)
        {
            return 0;
        }

        var ended = await planboek.ListEndedAsync(nacht, ct);
        return active.Count(school => venster.MomentVan(school, nacht) <= now && !ended.Contains(school));
    }

    /// <summary>
    /// Whether a trigger stays as it is: one that is not stuck, and when a scheduler begins or the clock was moved,
    /// only if it is of the next turn.
    /// </summary>
    private bool IsKept(SchoolId school, TriggerHeader trigger, bool isAnew, DateTimeOffset now) =>
        trigger.State != TriggerState.Error
        && !(trigger.NextFireTimeUtc < now - LongestDelay)
        && (!isAnew
            || (trigger.NextFireTimeUtc - instellingen.Venster.VolgendeVan(school, now))?.Duration() < Tolerance);

    private DateTimeOffset FirstOf(SchoolId school, DateTimeOffset now)
    {
        var beurt = instellingen.Venster.MomentVan(school, instellingen.Venster.NachtOp(now));
        return beurt > now ? beurt : now;
    }

    private async Task PlanAsync(
        IScheduler scheduler, SchoolId school, DateTimeOffset moment, CancellationToken ct) =>
        await scheduler.ScheduleJob(
            SyncJob.Of(school), [SyncJob.At(school, moment, clock)], ScheduleJobOptions.Replacing, ct);

    /// <summary>Waits until there is something to look for.</summary>
    /// <returns>How far the clock was moved meanwhile.</returns>
    private async Task<TimeSpan> PauseAsync(ClockWatch watch, CancellationToken ct)
    {
        var (begin, moved) = (clock.GetTimestamp(), TimeSpan.Zero);
        while (moved == TimeSpan.Zero
            && options.Value.Bijwerken - clock.GetElapsedTime(begin) is var left
            && left > TimeSpan.Zero)
        {
            var isWoken = await _wake.WaitAsync(left < BetweenLooks ? left : BetweenLooks, ct);
            moved = watch.TakeMove();
            if (isWoken)
            {
                break;
            }
        }

        await ForgetWakesAsync(ct);
        return moved;
    }

    private async Task PauseAsync(CancellationToken ct)
    {
        await _wake.WaitAsync(options.Value.Bijwerken, ct);
        await ForgetWakesAsync(ct);
    }

    private async Task ForgetWakesAsync(CancellationToken ct)
    {
        while (await _wake.WaitAsync(TimeSpan.Zero, ct))
        {
            // Several that wake at once are one.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The right to schedule was lost: this process could not renew it in time")]
    private partial void LogTakenOver();

    [LoggerMessage(LogLevel.Information, "The clock was moved back; the scheduler is started again")]
    private partial void LogMovedBack();

    [LoggerMessage(LogLevel.Error, "The scheduler failed and is started again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Error, "The scheduler could not be told of the schools")]
    private partial void LogNotUpdated(Exception exception);
}
