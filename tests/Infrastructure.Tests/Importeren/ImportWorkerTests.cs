using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Importeren;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

public sealed class ImportWorkerTests : IAsyncDisposable
{
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

    private static async Task<ImportRunId> EnqueueAsync(
        ImportWorker worker, IImportRunRepository runs, SchoolId school, TimeProvider clock)
    {
        var run = ImportRun.Start(
            ImportRunId.New(clock), school, TestDatabase.Jaar, "test", clock.GetUtcNow());
        (await runs.AddAsync(run, default)).IsOk.Should().BeTrue();
        worker.Enqueue(school, run.Id);
        return run.Id;
    }
}
