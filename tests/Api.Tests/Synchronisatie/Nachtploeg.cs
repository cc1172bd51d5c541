using System.Diagnostics;
using System.Runtime.CompilerServices;
using Dapper;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>Three processes on one store, and schools that each have changes since their import.</summary>
internal sealed class Nachtploeg : IAsyncDisposable
{
    private const string Unfinished = """
        SELECT t.TRIGGER_NAME || ' ' || t.TRIGGER_STATE || ' tries ' || COALESCE(r.Pogingen, 0)
            || ' not before ' || COALESCE(r.NietVoor, '-') || ' ' || COALESCE(r.FoutCode, '-')
        FROM QRTZ_TRIGGERS AS t
        LEFT JOIN Synchronisatie_Ronde AS r
            ON LOWER(HEX(r.SchoolId)) = REPLACE(t.TRIGGER_NAME, '-', '') AND r.Volgnummer = 0
        WHERE COALESCE(r.Uitkomst, 0) = 0;
        """;

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly SimulatorHost _simulator;
    private readonly string _folder;
    private readonly List<ApiProcess> _workers = [];

    private Nachtploeg(SimulatorHost simulator, string folder, bool isFenced)
    {
        (_simulator, _folder) = (simulator, folder);
        Greep = new Nachtgreep(folder, isFenced);
    }

    public Nachtgreep Greep { get; }

    /// <summary>A file, also where other tests have a server: there all would schedule at once.</summary>
    private (string Name, string Value)[] Database =>
    [
        ("Numo:Database:Provider", "Sqlite"),
        ("Numo:Database:ConnectionString", ConnectionString),
    ];

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "numo.db")}";

    public List<TestSchool> Scholen { get; } = [];

    public ApiProcess First => _workers[0];

    /// <summary>Prepares the day, with one process; then all three wait for the night, which begins at once.</summary>
    public static async Task<Nachtploeg> StartAsync(int schools, bool isFenced)
    {
        var options = new SimulatorOptions { Pupils = 40, Schools = schools, Seed = 7, Quiet = true };
        var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        var ploeg = new Nachtploeg(simulator, Directory.CreateTempSubdirectory("numo-night").FullName, isFenced);
        try
        {
            await ploeg.PrepareAsync();
            await ploeg.BeginNightAsync(TimeSpan.FromMilliseconds(150 * schools));
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
        foreach (var worker in _workers.AsEnumerable().Reverse())
        {
            await worker.DisposeAsync();
        }

        await _simulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>
    /// One process at a time schedules. The first that does is killed in the middle of the night; the second stands still
    /// for longer than its lease, and goes on when the third has done what it was at; then the third is killed.
    /// </summary>
    /// <returns>The schools that the process that slept was at.</returns>
    public async Task<IReadOnlyList<SchoolId>> PassNightAsync(ITestOutputHelper output)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var schools = Scholen.Count;

        var first = await SchedulerAsync();
        await UntilEndedAsync(random.Next(1, schools / 4));
        await first.KillAsync();

        // At once: on an idle machine it is done with all that is left before long.
        var second = await HoldSchedulerAsync(first, await SchedulerAsync(first));
        await PauseAsync(second);

        var third = await SchedulerAsync(first, second);
        var held = Greep.HeldBy(second.Id);
        await UntilAsync(async () => !held.Except(await EndedAsync()).Any());
        Greep.LetGo(second.Id);
        second.Continue();
        await UntilAsync(() => Task.FromResult(held.All(s => Greep.HasTried(second.Id, s))));
        await third.KillAsync();

        // Nobody is laid hands on any more.
        _simulator.Misbehaviour.Reset();
        return held;
    }

    /// <summary>
    /// Has the process that schedules hold what it is at. On a busy machine the right to schedule may move meanwhile: then
    /// it is the next one.
    /// </summary>
    private async Task<ApiProcess> HoldSchedulerAsync(ApiProcess not, ApiProcess scheduler)
    {
        await UntilAsync(async () =>
        {
            var now = await SchedulerAsync(not);
            if (now != scheduler)
            {
                Greep.LetGo(scheduler.Id);
                scheduler = now;
            }

            Greep.Hold(scheduler.Id);
            return Greep.HeldBy(scheduler.Id).Count > 0;
        });
        return scheduler;
    }

    /// <summary>The process that schedules, once there is one that is not among these.</summary>
    public async Task<ApiProcess> SchedulerAsync(params ApiProcess[] not)
    {
        const string Sql = "SELECT Houder FROM Synchronisatie_Lease WHERE Naam = 'planner' AND Tot > @Now;";
        ApiProcess? found = null;
        await UntilAsync(async () =>
        {
            var houder = (await QueryAsync<string>(Sql)).SingleOrDefault();
            found = _workers.Find(
                w => w.IsRunning && houder?.Contains($"/{w.Id}/", StringComparison.Ordinal) == true);
            return found is not null && !not.Contains(found);
        });
        return found!;
    }

    /// <summary>
    /// Lets a process stand still between two writes: in the middle of one it would hold the lock of the file, and no
    /// other process could go on.
    /// </summary>
    public async Task PauseAsync(ApiProcess worker)
    {
        worker.Pause();
        await UntilAsync(async () =>
        {
            if (await CanWriteAsync())
            {
                return true;
            }

            worker.Continue();
            await Task.Delay(20);
            worker.Pause();
            return false;
        });
    }

    /// <summary>The schools whose ronde of the night has ended.</summary>
    public async Task<IReadOnlyList<SchoolId>> EndedAsync() => Ids(await QueryAsync<byte[]>(
        "SELECT SchoolId FROM Synchronisatie_Ronde WHERE Volgnummer = 0 AND Uitkomst <> 0;"));

    /// <summary>How often the audit says of each school that its ronde ended.</summary>
    public async Task<IReadOnlyDictionary<SchoolId, int>> CountEndingsAsync() => Ids(await QueryAsync<byte[]>(
        "SELECT SchoolId FROM Privacy_Audit WHERE Actie = 'SyncSchool';")).CountBy(id => id).ToDictionary();

    /// <summary>How often changes were applied at each school by night.</summary>
    public async Task<IReadOnlyDictionary<SchoolId, int>> CountAppliesAsync() => Ids(await QueryAsync<byte[]>(
        "SELECT SchoolId FROM Privacy_Audit WHERE Actie = 'ApplyImport' AND Subject = 'numo-sync';"))
        .CountBy(id => id)
        .ToDictionary();

    /// <summary>What is still held, of schools and of places.</summary>
    public Task<IReadOnlyList<string>> HeldAsync() => HeldAfterAsync(DateTimeOffset.UtcNow);

    /// <summary>What is held for longer than a lease lasts.</summary>
    public Task<IReadOnlyList<string>> HeldBeyondLeaseAsync() => HeldAfterAsync(DateTimeOffset.UtcNow + Lease);

    /// <summary>Waits until so many rondes have ended.</summary>
    /// <exception cref="TimeoutException">They did not; the message says how far the others are.</exception>
    public async Task UntilEndedAsync(int count)
    {
        try
        {
            await UntilAsync(async () => (await EndedAsync()).Count >= count);
        }
        catch (TimeoutException exception)
        {
            var others = string.Join('\n', await QueryAsync<string>(Unfinished));
            throw new TimeoutException($"{exception.Message}\n{others}", exception);
        }
    }

    /// <summary>Waits.</summary>
    /// <exception cref="TimeoutException">It did not come; the message says what.</exception>
    public static async Task UntilAsync(
        Func<Task<bool>> isThere, [CallerArgumentExpression(nameof(isThere))] string what = "")
    {
        var begin = Stopwatch.GetTimestamp();
        while (!await isThere())
        {
            if (Stopwatch.GetElapsedTime(begin) > Patience)
            {
                throw new TimeoutException($"Not within {Patience}: {what}");
            }

            await Task.Delay(25);
        }
    }

    /// <summary>A school, by way of a process that is there.</summary>
    public TestSchool Through(SchoolId school) => Scholen
        .Single(s => s.Id == school.ToString())
        .Through(_workers.First(w => w.IsRunning));

    private async Task BeginNightAsync(TimeSpan length)
    {
        (string Name, string Value)[] settings =
        [
            .. Database,
            .. Greep.Settings,
            ("Numo:Sync:Actief", "true"),
            ("Numo:Sync:Venster", Syncs.Window(TimeSpan.FromSeconds(1), length)),
            ("Numo:Sync:Lease", Lease.ToString()),
            ("Numo:Sync:Rust", "00:00:01"),
            ("Numo:Sync:Bijwerken", "00:00:00.250"),
            ("Numo:Afsluiten:Geduld", "00:00:00"),
        ];
        // Half a second for each answer: otherwise all is done before a test can lay hands on a process.
        _simulator.Misbehaviour.Add(
            UwlrMisbehaviour.Slow,
            details: new MisbehaviourDetails { PieceSize = 4_096, Delay = TimeSpan.FromMilliseconds(60) });
        await First.RestartAsync(settings);
        for (var i = 1; i < 3; i++)
        {
            _workers.Add(await First.StartBesideAsync(_simulator, settings));
        }
    }

    private async Task PrepareAsync()
    {
        var api = await ApiProcess.StartAsync(_simulator, Database);
        _workers.Add(api);
        Scholen.AddRange(await Task.WhenAll(_simulator.Scholen.Select(async simulated =>
        {
            var school = await TestSchool.ConnectAsync(api, simulated);
            await school.ApplyAsync(await school.PreviewAsync());
            return school;
        })));
        _simulator.Day = 3;
    }

    private static IReadOnlyList<SchoolId> Ids(IReadOnlyList<byte[]> rows) =>
        [.. rows.Select(bytes => new SchoolId(new Guid(bytes, bigEndian: true)))];

    private async Task<bool> CanWriteAsync()
    {
        const int Busy = 5;
        await using var connection = new SqliteConnection($"{ConnectionString};Default Timeout=1");
        await connection.OpenAsync();
        try
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Busy)
        {
            return false;
        }
    }

    private Task<IReadOnlyList<string>> HeldAfterAsync(DateTimeOffset moment) => QueryAsync<string>(
        "SELECT Naam FROM Synchronisatie_Lease WHERE Tot > @Now AND Naam <> 'planner';", moment);

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, DateTimeOffset? now = null)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        var parameters = new { Now = TypeHandlers.ToText(now ?? DateTimeOffset.UtcNow) };
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }
}
