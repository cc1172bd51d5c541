using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Kurve.Numo.Api.Tests.Importeren.Runs;
using Kurve.Numo.Api.Tests.Synchronisatie;
using Kurve.Numo.Infrastructure.Tests.Shared;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;
using Xunit.Abstractions;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>
/// Kills the process in the middle of a preview, an apply, an undo or a sync, at moments by chance: whatever it was at, the
/// school is as before or as after, and goes on.
/// </summary>
public sealed class KillsTests(ITestOutputHelper output)
{
    private const int Pupils = 400;

    /// <summary>How many kills the long form does, unless this says another number.</summary>
    private const string Number = "NUMO_KILLS";

    private readonly Random _random = new(Seed(output));

    [Fact]
    public Task Killed_once_in_each_thing_that_it_does_the_school_is_as_before_or_as_after() => KillAsync(4);

    [LangFact]
    [Trait("Duur", "lang")]
    public Task Killed_a_thousand_times_the_school_is_as_before_or_as_after_each_time() => KillAsync(
        int.Parse(Environment.GetEnvironmentVariable(Number) ?? "1000", CultureInfo.InvariantCulture));

    private async Task KillAsync(int kills)
    {
        var options = new SimulatorOptions { Pupils = Pupils, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(
            simulator,
            ("Numo:Sync:Actief", "true"),
            ("Numo:Sync:Venster", Syncs.Window(TimeSpan.FromHours(12), TimeSpan.FromHours(1))),
            ("Numo:Sync:Uitloop", "00:00:00"),
            ("Numo:Sync:Lease", "00:00:02"),
            ("Numo:Sync:Rust", "00:00:01"),
            ("Numo:Sync:Bijwerken", "00:00:00.250"));
        var victim = new Victim(api, simulator, await TestSchool.ConnectAsync(api, simulator.Scholen[0]), _random);
        await victim.PrepareAsync();
        Func<Task<string>>[] things =
            [victim.KillPreviewAsync, victim.KillApplyAsync, victim.KillUndoAsync, victim.KillNightAsync];
        for (var kill = 0; kill < kills; kill++)
        {
            output.WriteLine($"{kill}: {await things[kill % things.Length]()}");
        }
    }

    private static int Seed(ITestOutputHelper output)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        return seed;
    }

    /// <summary>A school that goes from one day of its source to another and back, by a process that is killed.</summary>
    private sealed class Victim(ApiProcess api, SimulatorHost simulator, TestSchool first, Random random)
    {
        private const int OtherDay = 9;

        private readonly Dictionary<int, int> _active = [];
        private readonly Dictionary<string, TimeSpan> _durations = new(StringComparer.Ordinal);
        private TestSchool _school = first;
        private int _day;

        private int Next => _day == 0 ? OtherDay : 0;

        /// <summary>Imports each day once, and finds out how long all takes.</summary>
        public async Task PrepareAsync()
        {
            await _school.SetAsync(
                new Syncbeleid
                {
                    Soorten = { RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren, RegelSoort.Archiveren },
                },
                "soorten");
            await ImportAsync(0);
            await ImportAsync(OtherDay);
            (_active[0]).Should().NotBe(_active[OtherDay], "otherwise nobody sees which day it is");
            var applied = await ImportAsync(0);
            await MeasureAsync("undo", () => _school.UndoAsync(applied));
            await ImportAsync(0);
            simulator.Day = OtherDay;
            await MeasureAsync("night", () => _school.SyncAsync());
            await ImportAsync(OtherDay);
        }

        public async Task<string> KillPreviewAsync()
        {
            simulator.Day = Next;
            await KillInAsync("preview", () => _school.PreviewAsync());
            await CheckAsync(_day);
            await FinishAsync();
            return "preview";
        }

        public async Task<string> KillApplyAsync()
        {
            simulator.Day = Next;
            var run = await PreviewReleasedAsync();
            await KillInAsync("apply", () => _school.ApplyAsync(run));
            var isApplied = await _school.StateOfAsync(run) == ImportState.Toegepast;
            await CheckAsync(isApplied ? Next : _day);
            await FinishAsync();
            return $"apply, {(isApplied ? "after" : "before")}";
        }

        public async Task<string> KillUndoAsync()
        {
            var before = _day;
            var run = await ImportAsync(Next);
            await KillInAsync("undo", () => _school.UndoAsync(run));
            var isUndone = await _school.StateOfAsync(run) == ImportState.Teruggedraaid;
            await CheckAsync(isUndone ? before : _day);
            await FinishAsync();
            return $"undo, {(isUndone ? "after" : "before")}";
        }

        public async Task<string> KillNightAsync()
        {
            simulator.Day = Next;
            await KillInAsync("night", () => _school.SyncAsync());
            var active = await _school.CountLeerlingenAsync();
            active.Should().BeOneOf(_active[_day], _active[Next]);
            foreach (var open in (await _school.ListRondesAsync()).Where(r => r.Uitkomst == Rondeuitkomst.Open))
            {
                await _school.WaitAsync(open, ronde => ronde.Uitkomst != Rondeuitkomst.Open);
            }

            await FinishAsync();
            return $"night, {active}";
        }

        private async Task KillInAsync(string thing, Func<Task> run)
        {
            var running = run();
            await Task.WhenAny(running, Task.Delay(_durations[thing] * random.NextDouble()));
            await api.KillAsync();
            try
            {
                await running;
            }
            catch (RpcException)
            {
                // The process was gone before it could answer.
            }

            await api.StartAsync();
            _school = _school.Reconnect();
        }

        /// <summary>What the source says now is taken over as a whole, whatever was left behind.</summary>
        private async Task FinishAsync()
        {
            foreach (var busy in await _school.HistoryAsync(ImportState.Ophalen, ImportState.Opgehaald))
            {
                await _school.DiscardAsync(busy.Id);
            }

            await ImportAsync(simulator.Day);
        }

        private async Task<ImportRun> ImportAsync(int day)
        {
            simulator.Day = day;
            var run = await MeasureAsync("preview", PreviewReleasedAsync);
            var applied = await MeasureAsync("apply", () => _school.ApplyAsync(run));
            applied.State.Should().Be(ImportState.Toegepast);
            _day = day;
            var active = await _school.CountLeerlingenAsync();
            _active.TryAdd(day, active);
            active.Should().Be(_active[day]);
            return applied;
        }

        private async Task<ImportRun> PreviewReleasedAsync()
        {
            var run = await _school.PreviewAsync();
            return run.State == ImportState.Wachtend ? await _school.ReleaseAsync(run) : run;
        }

        private async Task CheckAsync(int day) => (await _school.CountLeerlingenAsync()).Should().Be(_active[day]);

        private async Task<T> MeasureAsync<T>(string thing, Func<Task<T>> run)
        {
            var begin = Stopwatch.GetTimestamp();
            var result = await run();
            _durations[thing] = Stopwatch.GetElapsedTime(begin);
            return result;
        }
    }
}
