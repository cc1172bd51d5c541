using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Infrastructure.Synchronisatie;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kurve.Numo.Infrastructure.Tests.Synchronisatie;

/// <summary>
/// A service whose clock is moved holds what it held, and is held up by nothing that was stored before.
/// </summary>
public sealed class MovedClockTests : IAsyncDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private readonly TestDatabase _database = TestDatabase.Create();
    private readonly FakeTimeProvider _machine = new(new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.Zero));
    private readonly MovableClock _clock;
    private readonly ServiceProvider _service;

    public MovedClockTests()
    {
        _clock = new MovableClock(_machine);
        _service = _database.StartProcess(
            services => services.AddSingleton<TimeProvider>(_clock).AddSingleton(new MachineClock(_machine)));
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_lease_is_kept_in_the_machines_time(int years)
    {
        var lease = await UseAsync<ILeases, Lease?>(leases => leases.TakeAsync("school/a", "one", Long, default));

        _clock.Offset = years * Year;

        (await UseAsync<ILeases, Lease?>(leases => leases.TakeAsync("school/a", "other", Long, default)))
            .Should().BeNull("it is held still");
        (await UseAsync<ILeases, bool>(leases => leases.RenewAsync(lease!, Long, default))).Should().BeTrue();
        _machine.Advance(Long);
        (await UseAsync<ILeases, Lease?>(leases => leases.TakeAsync("school/a", "other", Long, default)))
            .Should().NotBeNull("it ran out");
    }

    [Fact]
    public async Task A_ronde_that_somebody_is_at_does_not_wait_for_another_when_the_clock_jumps()
    {
        var school = await _database.RegisterSchoolAsync();
        var ronde = Ronde.VanNacht(school, new DateOnly(2026, 11, 26), _clock.GetUtcNow(), "numo-sync");
        await UseAsync<IRondeRepository, bool>(rondes => rondes.AddAsync(ronde, default));
        await UseAsync<ILeases, Lease?>(leases => leases.TakeAsync(Lease.OfSchool(school), "one", Long, default));

        _clock.Offset = Year;

        (await UseAsync<Planboek, IReadOnlyList<SchoolId>>(
            planboek => planboek.ListWaitingAsync(_clock.GetUtcNow(), default))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_run_whose_lease_ends_in_a_year_since_the_clock_was_moved_back_is_ended()
    {
        var school = await _database.RegisterSchoolAsync();
        _clock.Offset = Year;
        var run = ImportRun.Start(ImportRunId.New(_clock), school, TestDatabase.Jaar, "test", _clock.GetUtcNow());
        await UseAsync<IImportRunRepository, bool>(async runs => (await runs.AddAsync(run, default)).IsOk);

        _clock.Offset = TimeSpan.Zero;

        (await UseAsync<IImportRunRepository, int>(runs => runs.FailSilentAsync(_clock.GetUtcNow(), new HashSet<ImportRunId>(), default))).Should().Be(1);
        (await UseAsync<IImportRunRepository, ImportRun?>(runs => runs.FindAsync(school, run.Id, default)))!
            .State.Should().Be(ImportState.Mislukt);
    }

    [Fact]
    public void A_clock_that_runs_was_not_moved()
    {
        var watch = new ClockWatch(_clock);

        _machine.Advance(TimeSpan.FromHours(3));

        watch.TakeMove().Should().Be(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(3_600)]
    [InlineData(-3_600)]
    [InlineData(5)]
    public void That_a_clock_was_moved_is_told_once(int seconds)
    {
        var watch = new ClockWatch(_clock);

        _clock.Offset = TimeSpan.FromSeconds(seconds);
        _machine.Advance(TimeSpan.FromMinutes(1));

        watch.TakeMove().Should().Be(TimeSpan.FromSeconds(seconds));
        watch.TakeMove().Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void What_a_time_server_corrects_is_no_move()
    {
        var watch = new ClockWatch(_clock);

        for (var i = 1; i <= 10; i++)
        {
            _clock.Offset = TimeSpan.FromSeconds(i);
            watch.TakeMove().Should().Be(TimeSpan.Zero);
        }
    }

    private async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = _service.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private sealed class MovableClock(FakeTimeProvider machine) : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override long TimestampFrequency => machine.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Offset;

        public override long GetTimestamp() => machine.GetTimestamp();
    }
}
