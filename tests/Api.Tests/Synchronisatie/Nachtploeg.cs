using System.Diagnostics;
using System.Runtime.CompilerServices;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Persistence.SqlServer;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;
using Xunit.Abstractions;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>Three processes on one store, and schools that each have changes since their import.</summary>
internal sealed class Nachtploeg : IAsyncDisposable
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    /// <summary>A lease, and what a busy machine needs beside it.</summary>
    public static readonly TimeSpan LongestHold = Lease * 1.5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly SimulatorHost _simulator;
    private readonly ApiSurroundings _surroundings;
    private readonly ITestOutputHelper _output;
    private readonly Random _random;
    private readonly List<ApiProcess> _workers = [];
    private readonly List<Sterfgeval> _deaths = [];

    private Nachtploeg(SimulatorHost simulator, bool onFile, bool isFenced, ITestOutputHelper output)
    {
        _simulator = simulator;
        _output = output;
        _surroundings = new ApiSurroundings(simulator, hasFile: onFile);
        Greep = new Nachtgreep(_surroundings.Folder, isFenced);
        Boek = new Nachtboek(onFile
            ? new SqliteDialect(_surroundings.ConnectionString)
            : new SqlServerDialect(_surroundings.ConnectionString));
        var seed = Random.Shared.Next();
        _random = new Random(seed);
        output.WriteLine($"seed {seed}");
    }

    public Nachtgreep Greep { get; }

    public Nachtboek Boek { get; }

    public string ConnectionString => _surroundings.ConnectionString;

    public List<TestSchool> Scholen { get; } = [];

    /// <summary>The processes that run, be it that one sleeps.</summary>
    public IEnumerable<ApiProcess> Workers => _workers.Where(worker => worker.IsRunning);

    /// <summary>The processes that were killed.</summary>
    public IReadOnlyList<Sterfgeval> Deaths => _deaths;

    /// <summary>Prepares the day, with one process; then all three wait for the night, which begins soon.</summary>
    /// <param name="schools">How many.</param>
    /// <param name="onFile">On SQLite, where one process at a time schedules; otherwise on SQL Server, where all do.</param>
    /// <param name="output">Where the night is told.</param>
    /// <param name="isFenced">Whether fencing numbers are looked at, as they should be.</param>
    public static async Task<Nachtploeg> StartAsync(
        int schools, bool onFile, ITestOutputHelper output, bool isFenced = true)
    {
        var options = new SimulatorOptions { Pupils = 40, Schools = schools, Seed = 7, Quiet = true };
        var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        var ploeg = new Nachtploeg(simulator, onFile, isFenced, output);
        try
        {
            var starting = await ploeg.PrepareAsync();
            await ploeg.BeginNightAsync(starting * 3, TimeSpan.FromMilliseconds(150 * schools));
            return ploeg;
        }
        catch
        {
            await ploeg.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The first last: what all share is its.
        foreach (var worker in _workers.AsEnumerable().Reverse())
        {
            await worker.DisposeAsync();
        }

        await _simulator.DisposeAsync();
    }

    /// <summary>Kills, after a random number of further endings, the process that is at most schools just then.</summary>
    public async Task<ApiProcess> KillAtWorkAsync(params ApiProcess[] spared)
    {
        await UntilEndedAsync((await Boek.ListEndedAsync()).Count + _random.Next(1, Scholen.Count / 4));
        ApiProcess? found = null;
        await UntilAsync(async () =>
        {
            var atWork = await Boek.ListAtWorkAsync();
            found = Workers.Except(spared).MaxBy(worker => atWork.Count(lease => lease.IsOf(worker.Id)));

            // Two: one may end before the process does.
            return found is not null && atWork.Count(lease => lease.IsOf(found.Id)) >= 2;
        });
        await found!.KillAsync();

        var leftBehind = ListLeftBehindAsync(found.Id);
        var death = new Sterfgeval(
            (await Boek.ListEndedAsync()).Count,
            (await Boek.ListAtWorkAsync()).Count(lease => lease.IsOf(found.Id)),
            leftBehind);
        _deaths.Add(death);
        _output.WriteLine($"process {found.Id} killed at {death.AtWork} schools, with {death.Ended} ended");
        return found;
    }

    /// <summary>The sources answer at once from now on.</summary>
    public void Hurry() => _simulator.Misbehaviour.Reset();

    /// <summary>Waits until so many rondes have ended.</summary>
    /// <exception cref="TimeoutException">They did not; the message says how far the others are.</exception>
    public async Task UntilEndedAsync(int count)
    {
        try
        {
            await UntilAsync(async () => (await Boek.ListEndedAsync()).Count >= count);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{exception.Message}\n{await Boek.DescribeOpenAsync()}", exception);
        }
    }

    /// <summary>Waits.</summary>
    /// <exception cref="TimeoutException">It did not come; the message says what.</exception>
    public static async Task UntilAsync(
        Func<Task<bool>> isThere,
        TimeSpan? patience = null,
        [CallerArgumentExpression(nameof(isThere))] string what = "")
    {
        var begin = Stopwatch.GetTimestamp();
        while (!await isThere())
        {
            if (Stopwatch.GetElapsedTime(begin) > (patience ?? Patience))
            {
                throw new TimeoutException($"Not within {patience ?? Patience}: {what}");
            }

            await Task.Delay(25);
        }
    }

    /// <summary>A school, by way of a process that is there.</summary>
    public TestSchool Through(SchoolId school) =>
        Scholen.Single(s => s.Id == school.ToString()).Through(Workers.First());

    /// <returns>How long it takes to start a process.</returns>
    private async Task<TimeSpan> PrepareAsync()
    {
        var begin = Stopwatch.GetTimestamp();
        var api = await ApiProcess.StartAsync(_surroundings);
        var starting = Stopwatch.GetElapsedTime(begin);
        _workers.Add(api);
        Scholen.AddRange(await Task.WhenAll(_simulator.Scholen.Select(async simulated =>
        {
            var school = await TestSchool.ConnectAsync(api, simulated);
            await school.ApplyAsync(await school.PreviewAsync());
            return school;
        })));
        _simulator.Day = 3;
        return starting;
    }

    private async Task BeginNightAsync(TimeSpan opensIn, TimeSpan length)
    {
        (string Name, string Value)[] settings =
        [
            .. Greep.Settings,
            ("Numo:Sync:Actief", "true"),
            ("Numo:Sync:Venster", Syncs.Window(opensIn, length)),
            ("Numo:Sync:Lease", Lease.ToString()),
            ("Numo:Sync:Rust", "00:00:01"),
            ("Numo:Sync:Bijwerken", "00:00:00.250"),
            ("Numo:Afsluiten:Geduld", "00:00:00"),
        ];
        // Half a second for each answer: otherwise all is done before a test can lay hands on a process.
        _simulator.Misbehaviour.Add(
            UwlrMisbehaviour.Slow,
            details: new MisbehaviourDetails { PieceSize = 4_096, Delay = TimeSpan.FromMilliseconds(60) });
        var first = _workers[0];
        await first.RestartAsync(settings);
        for (var i = 1; i < 3; i++)
        {
            _workers.Add(await first.StartBesideAsync(_simulator, settings));
        }
    }

    private async Task<IReadOnlyList<Nachtboek.HeldLease>> ListLeftBehindAsync(int process)
    {
        await Task.Delay(LongestHold);
        return [.. (await Boek.ListHeldAsync()).Where(lease => lease.IsOf(process))];
    }

    /// <summary>A process that was killed.</summary>
    /// <param name="Ended">How many rondes had ended by then.</param>
    /// <param name="AtWork">How many schools it was at.</param>
    /// <param name="LeftBehind">What is held in its name, when a lease and a little more has passed.</param>
    internal sealed record Sterfgeval(int Ended, int AtWork, Task<IReadOnlyList<Nachtboek.HeldLease>> LeftBehind);
}
