using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Importeren;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

public sealed class ImportWorkerTests : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly TestDatabase _database = TestDatabase.Create();

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_process_that_stops_refuses_what_it_would_not_do()
    {
        var school = await _database.RegisterSchoolAsync();
        await _database.Services.GetRequiredService<ImportWorker>().StopAsync(default);

        var preview = await _database.SendAsync(new PreviewImport(school, Schooljaar: null, RequestId: null));

        preview.Error.Should().BeOfType<ProcesStopt>();
        (await _database.QueryAsync<int>("SELECT COUNT(*) FROM Importeren_Run;")).Should().Equal(0);
    }

    [Fact]
    public async Task A_run_that_was_accepted_ends_though_the_process_stops_at_once()
    {
        const int Times = 20;
        var school = await _database.RegisterSchoolAsync();
        var process = _database.StartProcess(sources: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Numo:Afsluiten:Geduld"] = "00:00:00",
        });
        var clock = process.GetRequiredService<TimeProvider>();

        for (var i = 0; i < Times; i++)
        {
            using var worker = ActivatorUtilities.CreateInstance<ImportWorker>(process);
            await using var scope = process.CreateAsyncScope();
            var runs = scope.ServiceProvider.GetRequiredService<IImportRunRepository>();
            await worker.StartAsync(default);
            var first = await EnqueueAsync(worker, runs, school, clock);
            while (await runs.FindAsync(school, first, default) is { IsBezig: true })
            {
                await Task.Delay(5);
            }

            var second = await EnqueueAsync(worker, runs, school, clock);
            await worker.StopAsync(default);

            (await runs.FindAsync(school, second, default))!.State.Should().Be(ImportState.Mislukt);
        }
    }

    [Fact]
    public async Task A_run_that_is_accepted_after_the_queue_was_closed_ends_at_once()
    {
        var school = await _database.RegisterSchoolAsync();
        using var worker = ActivatorUtilities.CreateInstance<ImportWorker>(_database.Services);
        await using var scope = _database.Services.CreateAsyncScope();
        var runs = scope.ServiceProvider.GetRequiredService<IImportRunRepository>();
        await worker.StartAsync(default);
        await worker.StopAsync(default);

        var run = await EnqueueAsync(worker, runs, school, _database.Services.GetRequiredService<TimeProvider>());

        (await EndAsync(runs, school, run)).State.Should().Be(ImportState.Mislukt);
    }

    [Fact]
    public async Task A_run_that_never_lets_go_of_its_thread_holds_up_no_other()
    {
        await using var slow = await Keuzeschool.CreateAsync();
        var other = await slow.Database.RegisterSchoolAsync("99AC");
        using var blocking = new BlockingSource(slow);
        var process = slow.StartProcess(services => services.AddSingleton<IPersonenbron>(blocking));
        using var worker = ActivatorUtilities.CreateInstance<ImportWorker>(process);
        await using var scope = process.CreateAsyncScope();
        var runs = scope.ServiceProvider.GetRequiredService<IImportRunRepository>();
        await worker.StartAsync(default);
        await EnqueueAsync(worker, runs, slow.Id, slow.Clock);
        await blocking.Asked.WaitAsync(Soon);

        var run = await EnqueueAsync(worker, runs, other, slow.Clock);

        (await EndAsync(runs, other, run)).IsBezig.Should().BeFalse();
        blocking.Dispose();
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task An_answer_that_is_given_again_queues_the_run_that_nobody_began_with()
    {
        var queue = new RecordingQueue();
        await using var school = await Keuzeschool.CreateAsync();
        var process = school.StartProcess(services => services.AddSingleton<IImportQueue>(queue));
        var request = new PreviewImport(school.Id, Schooljaar: null, Guid.CreateVersion7());
        var first = (await process.SendAsync(request)).Value;

        var again = (await process.SendAsync(request)).Value;

        again.Should().BeEquivalentTo(first);
        queue.Queued.Should().Equal(new ImportRunId(first.Id), new ImportRunId(first.Id));
        await using var scope = process.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FetchImport>().RunAsync(school.Id, queue.Queued[0], default);
        await process.SendAsync(request);
        queue.Queued.Should().HaveCount(2, "it was done");
    }

    [Fact]
    public async Task A_run_that_this_process_is_at_is_not_silent_whatever_its_lease_says()
    {
        var school = await _database.RegisterSchoolAsync();
        var clock = _database.Services.GetRequiredService<TimeProvider>();
        await using var scope = _database.Services.CreateAsyncScope();
        var runs = scope.ServiceProvider.GetRequiredService<IImportRunRepository>();
        var levend = scope.ServiceProvider.GetRequiredService<LevendeRuns>();
        var run = ImportRun.Start(ImportRunId.New(clock), school, TestDatabase.Jaar, "test", clock.GetUtcNow());
        await runs.AddAsync(run, default);
        var later = clock.GetUtcNow() + ImportRun.Lease * 2;

        using (levend.Begin(run.Id))
        {
            (await runs.FailSilentAsync(later, levend.Ids, default)).Should().Be(0);
        }

        (await runs.FailSilentAsync(later, levend.Ids, default)).Should().Be(1);
    }

    private static async Task<ImportRun> EndAsync(IImportRunRepository runs, SchoolId school, ImportRunId id)
    {
        using var limit = new CancellationTokenSource(Soon);
        while (true)
        {
            var run = await runs.FindAsync(school, id, limit.Token);
            if (run is { IsBezig: false })
            {
                return run;
            }

            await Task.Delay(10, limit.Token);
        }
    }

    private static async Task<ImportRunId> EnqueueAsync(
        ImportWorker worker, IImportRunRepository runs, SchoolId school, TimeProvider clock)
    {
        var run = ImportRun.Start(
            ImportRunId.New(clock), school, TestDatabase.Jaar, "test", clock.GetUtcNow());
        (await runs.AddAsync(run, default)).IsOk.Should().BeTrue();
        worker.Enqueue(school, run.Id);
        return run.Id;
    }

    private sealed class RecordingQueue : IImportQueue
    {
        public List<ImportRunId> Queued { get; } = [];

        public bool IsOpen => true;

        public void Enqueue(SchoolId schoolId, ImportRunId id) => Queued.Add(id);
    }

    /// <summary>Holds its thread when it is asked for the first school.</summary>
    private sealed class BlockingSource(IPersonenbron school) : IPersonenbron, IDisposable
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _free = new();
        private int _asks;

        public Task Asked => _asked.Task;

        public Task<Result<Personenlijst>> FetchAsync(
            PersonenVerzoek verzoek, IProgress<int>? progress, CancellationToken ct)
        {
            if (Interlocked.Increment(ref _asks) == 1)
            {
                _asked.TrySetResult();
                _free.Wait(CancellationToken.None);
            }

            return school.FetchAsync(verzoek, progress, ct);
        }

        public void Dispose() => _free.Set();
    }
}
