using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Synchronisatie;
using Quartz;

namespace Kurve.Numo.Infrastructure.Tests.Synchronisatie;

/// <summary>What the scheduler is told of a school.</summary>
public sealed class SyncJobTests
{
    private static readonly SchoolId School = new(Guid.CreateVersion7());

    [Fact]
    public void The_job_of_a_school_outlives_its_process_and_never_runs_twice_at_once()
    {
        var job = SyncJob.Of(School);

        job.Durable.Should().BeTrue();
        job.RequestsRecovery.Should().BeTrue();
        job.ConcurrentExecutionDisallowed.Should().BeTrue();
        job.Key.Name.Should().Be(School.ToString());
    }

    [Fact]
    public void A_turn_comes_once_and_one_that_was_missed_as_soon_as_possible()
    {
        var moment = new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.Zero);

        var trigger = (ISimpleTrigger)SyncJob.At(School, moment, TimeProvider.System);

        trigger.StartTimeUtc.Should().Be(moment);
        trigger.RepeatCount.Should().Be(0);
        trigger.MisfireInstruction.Should().Be(SimpleTriggerMisfireInstruction.FireNow);
        trigger.JobKey.Should().Be(SyncJob.Of(School).Key);
    }

    [Theory]
    [InlineData("1-5", "Venster")]
    [InlineData("01:00-05:00", "MaxPerLas", 0)]
    [InlineData("01:00-05:00", "MaxPerLas", 65)]
    public void A_setting_that_cannot_be_is_refused_by_name(string venster, string named, int max = 4) =>
        new SyncOptions { Venster = venster, MaxPerLas = max }.Check().Should().ContainSingle()
            .Which.Should().Contain($"Numo:Sync:{named}");

    [Fact]
    public void Each_setting_that_cannot_be_is_named()
    {
        var options = new SyncOptions
        {
            Uitloop = TimeSpan.FromHours(13),
            Lease = TimeSpan.Zero,
            Rust = TimeSpan.Zero,
            Bijwerken = TimeSpan.Zero,
        };

        options.Check().Should().HaveCount(4);
        new SyncOptions().Check().Should().BeEmpty("the defaults work");
    }
}
