using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

[SqliteOnly("many write at once on SQL Server")]
public sealed class WriteTurnsTests : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly TestDatabase _database = TestDatabase.Create();

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_heartbeat_goes_before_all_who_wait_to_write()
    {
        const int Writers = 40;
        var school = await _database.RegisterSchoolAsync();
        var clock = _database.Services.GetRequiredService<TimeProvider>();
        var run = ImportRun.Start(ImportRunId.New(clock), school, TestDatabase.Jaar, "test", clock.GetUtcNow());
        await using var scope = _database.Services.CreateAsyncScope();
        var runs = scope.ServiceProvider.GetRequiredService<IImportRunRepository>();
        await runs.AddAsync(run, default);
        var written = 0;
        var first = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().BeginAsync(default);
        var others = Enumerable.Range(0, Writers).Select(_ => Task.Run(WriteAsync)).ToArray();
        while (others.Any(writer => writer.Status == TaskStatus.WaitingToRun))
        {
            await Task.Delay(5);
        }

        var beat = Task.Run(async () =>
        {
            await using var apart = _database.Services.CreateAsyncScope();
            await apart.ServiceProvider.GetRequiredService<IImportRunRepository>().BeatAsync(run, default);
            return Volatile.Read(ref written);
        });
        await Task.Delay(1_000);
        await first.DisposeAsync();

        (await beat.WaitAsync(Soon)).Should().BeLessThanOrEqualTo(2, "it waits for the writer of the moment alone");
        await Task.WhenAll(others).WaitAsync(Soon);

        async Task WriteAsync()
        {
            await using var apart = _database.Services.CreateAsyncScope();
            await using var work = await apart.ServiceProvider.GetRequiredService<IUnitOfWork>().BeginAsync(default);
            await Task.Delay(20);
            Interlocked.Increment(ref written);
        }
    }

    [Fact]
    public async Task Who_waits_longer_than_is_allowed_hears_that_the_database_is_busy()
    {
        var turns = new WriteTurns(TimeSpan.FromMilliseconds(20), () => new InvalidOperationException("busy"));
        using var held = await turns.EnterAsync(isUrgent: false, default);

        var waiting = async () => await turns.EnterAsync(isUrgent: true, default);

        await waiting.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Who_stops_waiting_takes_nobodys_turn()
    {
        var turns = new WriteTurns(Soon, () => new InvalidOperationException("busy"));
        using var stop = new CancellationTokenSource();
        var held = await turns.EnterAsync(isUrgent: false, default);
        var stopped = turns.EnterAsync(isUrgent: false, stop.Token);
        var next = turns.EnterAsync(isUrgent: false, default);

        await stop.CancelAsync();
        held.Dispose();

        await FluentActions.Awaiting(() => stopped).Should().ThrowAsync<OperationCanceledException>();
        (await next.WaitAsync(Soon)).Dispose();
        (await turns.EnterAsync(isUrgent: false, default).WaitAsync(Soon)).Dispose();
    }
}
