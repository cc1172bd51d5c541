using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Kurve.Numo.Infrastructure.Synchronisatie;

/// <summary>
/// Syncs one school and plans its next time: that of the next night, or sooner when its ronde has not ended. Misfire
/// policy: a turn that was missed comes as soon as possible; whether it is then still of this night is decided by
/// <see cref="SyncSchool"/>, from the window and what comes after it.
/// </summary>
internal sealed partial class SyncJob(
    IServiceScopeFactory scopes, TimeProvider clock, SyncJob.Stop stop, ILogger<SyncJob> logger) : IJob
{
    public const string Group = "school";

    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    /// <summary>The durable job of a school.</summary>
    public static IJobDetail Of(SchoolId school) => JobBuilder.Create<SyncJob>()
        .WithIdentity(school.ToString(), Group)
        .StoreDurably()
        .RequestRecovery()
        .DisallowConcurrentExecution()
        .Build();

    /// <summary>When a school's job runs, by a clock; a school has one trigger.</summary>
    public static ITrigger At(SchoolId school, DateTimeOffset moment, TimeProvider clock) => TriggerBuilder
        .Create(clock)
        .WithIdentity(school.ToString(), Group)
        .ForJob(school.ToString(), Group)
        .StartAt(moment)
        .WithSimpleSchedule(s => s.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
        .Build();

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var school = new SchoolId(Guid.Parse(context.JobDetail.Key.Name));
        var next = await SyncAsync(school, cancellationToken);
        try
        {
            await context.Scheduler.ScheduleTrigger(
                At(school, next, clock), TriggerConflict.Replace, CancellationToken.None);
        }
        catch (SchedulerException exception)
        {
            // The school is synced no more, or this scheduler has stopped; who looks for what is due finds it.
            LogNotPlanned(exception, school);
        }
    }

    private async Task<DateTimeOffset> SyncAsync(SchoolId school, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, stop.Token);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<SystemCaller>().ActAs(Syncinstellingen.Subject);
            var sender = scope.ServiceProvider.GetRequiredService<ISender>();
            var vervolg = await sender.Send(new SyncSchool(school), either.Token);
            if (vervolg.IsOk)
            {
                return vervolg.Value.Volgende;
            }

            LogRefused(school, vervolg.Error.Code);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            LogHandedBack(school);
            return clock.GetUtcNow();
        }
        catch (Exception exception)
        {
            LogFailed(exception, school);
        }

        return clock.GetUtcNow() + AfterFailure;
    }

    [LoggerMessage(LogLevel.Warning, "The sync of school {SchoolId} was refused with {Code}")]
    private partial void LogRefused(SchoolLabel schoolId, string code);

    [LoggerMessage(LogLevel.Information, "The sync of school {SchoolId} was stopped, for another process to go on")]
    private partial void LogHandedBack(SchoolLabel schoolId);

    [LoggerMessage(LogLevel.Error, "The sync of school {SchoolId} failed unexpectedly and is tried again")]
    private partial void LogFailed(Exception exception, SchoolLabel schoolId);

    [LoggerMessage(LogLevel.Debug, "The next sync of school {SchoolId} was not planned here")]
    private partial void LogNotPlanned(Exception exception, SchoolLabel schoolId);

    /// <summary>Stops what the scheduler of this process is at.</summary>
    internal sealed record Stop(CancellationToken Token);
}
