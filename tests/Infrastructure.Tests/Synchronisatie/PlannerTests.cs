using System.Diagnostics;
using System.Globalization;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Synchronisatie;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Infrastructure.Tests.Synchronisatie;

/// <summary>What the scheduler mends by itself.</summary>
public sealed class PlannerTests : IAsyncDisposable
{
    private const string CountPlanned = """
        SELECT COUNT(*)
        FROM QRTZ_TRIGGERS
        WHERE TRIGGER_NAME = @Naam AND TRIGGER_STATE = 'WAITING' AND NEXT_FIRE_TIME > @Now;
        """;

    private const string Stick = """
        UPDATE QRTZ_TRIGGERS
        SET TRIGGER_STATE = 'ACQUIRED', NEXT_FIRE_TIME = @Past
        WHERE TRIGGER_NAME = @Naam;
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TestDatabase _database = TestDatabase.Create();

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(30)]
    public void A_scheduler_checks_in_three_times_in_a_lease_in_whole_milliseconds(int seconds)
    {
        var interval = Planner.CheckinOf(TimeSpan.FromSeconds(seconds));

        (interval.Ticks % TimeSpan.TicksPerMillisecond).Should().Be(0, "Quartz refuses anything else");
        interval.Should().BeCloseTo(TimeSpan.FromSeconds(seconds) / 3, TimeSpan.FromMilliseconds(1));
        new SyncOptions { Lease = TimeSpan.FromSeconds(seconds) }.Check().Should().BeEmpty();
    }

    [Fact]
    public void A_lease_that_is_not_of_whole_milliseconds_is_refused() =>
        new SyncOptions { Lease = TimeSpan.FromSeconds(2) + TimeSpan.FromTicks(1) }.Check()
            .Should().ContainSingle().Which.Should().Contain("Numo:Sync:Lease").And.Contain("00:00:30");

    [Fact]
    public async Task What_the_scheduler_says_arrives_in_the_log_of_the_service()
    {
        var log = new CategoryLog();
        var services = _database.StartProcess(services => services.AddLogging(logging => logging.AddProvider(log)));
        using var planner = services.GetRequiredService<Planner>();
        await planner.StartAsync(default);
        try
        {
            await log.Quartz.WaitAsync(Patience);
        }
        finally
        {
            await planner.StopAsync(default);
        }
    }

    [Fact]
    public async Task A_trigger_that_is_stuck_is_planned_anew()
    {
        var opens = Nederland.KlokOp(DateTimeOffset.UtcNow.AddHours(12));
        var services = _database.StartProcess(sources: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Numo:Sync:Venster"] = string.Create(
                CultureInfo.InvariantCulture, $"{opens:HH:mm:ss}-{opens.AddHours(1):HH:mm:ss}"),
            ["Numo:Sync:Uitloop"] = "00:00:00",
            ["Numo:Sync:Bijwerken"] = "00:00:00.100",
        });
        var school = await _database.RegisterSchoolAsync();
        await _database.ConnectAsync(school);
        await _database.ChangeAsync(school, k => k.Activate(SyncedSchool.Feit).Value);
        var now = DateTimeOffset.UtcNow;
        var parameters = new { Naam = school.ToString(), Now = now.UtcTicks, Past = now.AddHours(-1).UtcTicks };
        using var planner = services.GetRequiredService<Planner>();
        await planner.StartAsync(default);
        try
        {
            await UntilPlannedAsync(parameters);

            await _database.ExecuteAsync(Stick, parameters);

            await UntilPlannedAsync(parameters);
        }
        finally
        {
            await planner.StopAsync(default);
        }
    }

    private async Task UntilPlannedAsync(object parameters)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!await IsPlannedAsync(parameters))
        {
            Stopwatch.GetElapsedTime(begin).Should().BeLessThan(Patience);
            await Task.Delay(25);
        }
    }

    private async Task<bool> IsPlannedAsync(object parameters)
    {
        try
        {
            return await _database.QueryAsync<int>(CountPlanned, parameters) is [1];
        }
        catch (System.Data.Common.DbException)
        {
            // Quartz has yet to make its tables.
            return false;
        }
    }

    /// <summary>Hears of the first line that Quartz logs.</summary>
    private sealed class CategoryLog : ILoggerProvider
    {
        private readonly TaskCompletionSource _quartz = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Quartz => _quartz.Task;

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
            // Nothing to let go of.
        }

        private sealed class Logger(CategoryLog log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (category.StartsWith("Quartz", StringComparison.Ordinal))
                {
                    log._quartz.TrySetResult();
                }
            }
        }
    }
}
