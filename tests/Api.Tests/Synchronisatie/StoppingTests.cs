using System.Net;
using Dapper;
using Grpc.Core;
using Kurve.Numo.Api.Tests.Importeren;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>A process that is asked to stop, as at each deployment, beside one that goes on.</summary>
public sealed class StoppingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task What_is_under_way_is_finished_and_who_watched_it_goes_on_elsewhere()
    {
        await using var simulator = await StartSimulatorAsync();
        await using var stops = await ApiProcess.StartAsync(simulator);
        await using var stays = await stops.StartBesideAsync(simulator);
        var school = await TestSchool.ConnectAsync(stops, simulator.Scholen[0]);
        MakeSlow(simulator, TimeSpan.FromMilliseconds(50));
        var run = await TwoProcesses.StartAsync(school);
        var watched = new TaskCompletionSource();
        var watching = WatchAsync(school, run, watched);
        await watched.Task.WaitAsync(Patience);

        stops.Terminate();

        var ended = (await FluentActions.Awaiting(() => watching).Should().ThrowAsync<RpcException>()).Which;
        ended.StatusCode.Should().Be(StatusCode.Unavailable);
        var seen = await school.Through(stays).WatchAsync(run);
        seen.State.Should().Be(ImportState.Vergeleken, "the process that stopped has finished it");
        using var patience = new CancellationTokenSource(Patience);
        (await stops.WaitForExitAsync(patience.Token)).Should().Be(0);
    }

    [Fact]
    public async Task What_takes_too_long_is_ended_and_says_so()
    {
        await using var simulator = await StartSimulatorAsync();
        await using var stops = await ApiProcess.StartAsync(simulator, ("Numo:Afsluiten:Geduld", "00:00:00"));
        await using var stays = await stops.StartBesideAsync(simulator);
        var school = await TestSchool.ConnectAsync(stops, simulator.Scholen[0]);
        MakeSlow(simulator, TimeSpan.FromSeconds(2));
        var run = await TwoProcesses.StartAsync(school);

        stops.Terminate();

        using var patience = new CancellationTokenSource(Patience);
        (await stops.WaitForExitAsync(patience.Token)).Should().Be(0);
        var seen = await school.Through(stays).WatchAsync(run);
        seen.State.Should().Be(ImportState.Mislukt);
        seen.Fout.Code.Should().Be("ONDERBROKEN");
        simulator.Misbehaviour.Reset();
        (await school.Through(stays).PreviewAsync()).State.Should().Be(ImportState.Vergeleken, "nothing stands in its way");
    }

    [Fact]
    public async Task A_process_that_stops_is_not_ready()
    {
        await using var simulator = await StartSimulatorAsync();
        await using var stops = await ApiProcess.StartAsync(simulator);
        var school = await TestSchool.ConnectAsync(stops, simulator.Scholen[0]);
        using var client = new HttpClient { BaseAddress = stops.JsonAddress };
        (await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
        MakeSlow(simulator, TimeSpan.FromMilliseconds(50));
        await TwoProcesses.StartAsync(school);

        stops.Terminate();

        await Nachtploeg.UntilAsync(async () =>
        {
            using var ready = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative));
            return ready.StatusCode == HttpStatusCode.ServiceUnavailable;
        });
        using var live = await client.GetAsync(new Uri("/healthz/live", UriKind.Relative));
        live.StatusCode.Should().Be(HttpStatusCode.OK, "it lives until what is under way is done");
    }

    [Fact]
    public async Task A_sync_that_takes_too_long_is_handed_back_and_done_by_another_process()
    {
        await using var simulator = await StartSimulatorAsync();
        (string Name, string Value)[] settings =
        [
            ("Numo:Sync:Actief", "true"),
            ("Numo:Sync:Venster", Syncs.Window(TimeSpan.FromHours(12), TimeSpan.FromHours(1))),
            ("Numo:Sync:Bijwerken", "00:00:00.200"),
            ("Numo:Afsluiten:Geduld", "00:00:00"),
        ];
        await using var one = await ApiProcess.StartAsync(simulator, settings);
        await using var two = await one.StartBesideAsync(simulator, settings);
        var school = await TestSchool.ConnectAsync(one, simulator.Scholen[0]);
        await school.ApplyAsync(await school.PreviewAsync());
        MakeSlow(simulator, TimeSpan.FromMilliseconds(200));
        var ronde = (await school.Syncs.StartSyncAsync(new StartSyncRequest { SchoolId = school.Id })).Ronde;
        await school.WaitAsync(ronde, found => found.ImportRunId.Length > 0);
        var stops = await IsAtAsync(one, school) ? one : two;

        stops.Terminate();

        using var patience = new CancellationTokenSource(Patience);
        (await stops.WaitForExitAsync(patience.Token)).Should().Be(0);
        simulator.Misbehaviour.Reset();
        var ended = await school.Through(stops == one ? two : one).WaitAsync(ronde, found => found.Uitkomst != Rondeuitkomst.Open);
        ended.Uitkomst.Should().Be(Rondeuitkomst.NietsNieuws);
        ended.Pogingen.Should().Be(2);
    }

    private static async Task<bool> IsAtAsync(ApiProcess process, TestSchool school)
    {
        await using var database = await process.OpenDatabaseAsync();
        var holder = await database.QuerySingleAsync<string>(
            "SELECT Houder FROM Synchronisatie_Lease WHERE Naam = @Naam;",
            new { Naam = Lease.OfSchool(new SchoolId(Guid.Parse(school.Id))) });
        return holder.Contains($"/{process.Id}/", StringComparison.Ordinal);
    }

    private static Task<SimulatorHost> StartSimulatorAsync() => SimulatorHost.StartAsync(
        new SimulatorOptions { Pupils = 120, Quiet = true }, CancellationToken.None);

    private static void MakeSlow(SimulatorHost simulator, TimeSpan delay) => simulator.Misbehaviour.Add(
        UwlrMisbehaviour.Slow, details: new MisbehaviourDetails { PieceSize = 4_096, Delay = delay });

    private static async Task WatchAsync(TestSchool school, string run, TaskCompletionSource watched)
    {
        using var watch = school.Import.WatchImportRun(
            new WatchImportRunRequest { SchoolId = school.Id, ImportRunId = run });
        await foreach (var answer in watch.ResponseStream.ReadAllAsync())
        {
            if (answer.ImportRun.Fases.Any(f => f is { Fase: Importfase.Personen, Gedaan: > 0 }))
            {
                watched.TrySetResult();
            }
        }
    }
}
