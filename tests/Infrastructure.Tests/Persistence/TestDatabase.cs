using Kurve.Numo.Application;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Tests.Persistence.Plans;
using Kurve.Numo.Infrastructure.Tests.Stores;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

/// <summary>
/// A database of its own, with the product on top of it, registered as the API registers it: a file of SQLite in a
/// folder, or a database of SQL Server where <see cref="TestStore"/> says so.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    public static readonly Schooljaar Jaar = Schooljaar.Hydrate(2026);

    private static readonly Dictionary<string, string?> EmptySettings = [];

    // Migrated once: a copy of the file holds the same, and is there at once.
    private static readonly Lazy<byte[]> Migrated = new(Migrate);

    private readonly List<ServiceProvider> _services = [];
    private readonly SqlServerTestDatabase? _sqlServer = TestStore.IsSqlServer ? SqlServerTestDatabase.Create() : null;
    private readonly string _folder = Directory.CreateTempSubdirectory("numo-test-").FullName;

    public string KeyFolder => Path.Combine(_folder, "keys");

    /// <summary>The file of SQLite.</summary>
    public string ConnectionString => $"Data Source={File}";

    private string File => Path.Combine(_folder, "numo.db");

    /// <summary>A database with the newest schema.</summary>
    public static TestDatabase Create()
    {
        var database = new TestDatabase();
        if (database._sqlServer is null)
        {
            System.IO.File.WriteAllBytes(database.File, Migrated.Value);
        }
        else
        {
            database.Services.MigrateDatabase();
        }

        return database;
    }

    /// <summary>The product as one process has it.</summary>
    public ServiceProvider Services => _services.Count > 0 ? _services[0] : StartProcess();

    /// <summary>The product on the same database once more, as another process has it.</summary>
    /// <param name="replace">Registers what takes the place of the product's own.</param>
    /// <param name="sources">Settings of the sources; null for those that nobody asks.</param>
    public ServiceProvider StartProcess(
        Action<IServiceCollection>? replace = null, IReadOnlyDictionary<string, string?>? sources = null)
    {
        var settings = new Dictionary<string, string?>(sources ?? EmptySettings, StringComparer.Ordinal)
        {
            ["Numo:Database:Provider"] = _sqlServer is null ? "Sqlite" : "SqlServer",
            ["Numo:Database:ConnectionString"] = _sqlServer?.ConnectionString ?? $"Data Source={File}",
            ["Numo:DataProtection:KeyFolder"] = KeyFolder,
        };
        var services = new ServiceCollection()
            .AddLogging()
            .AddApplication(typeof(InfrastructureRegistration))
            .AddInfrastructure(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<ICallerAccessor, Beheerder>();
        WriteRecorder.Register(services);
        replace?.Invoke(services);
        var process = services.BuildServiceProvider();
        _services.Add(process);
        return process;
    }

    public async Task<SchoolId> RegisterSchoolAsync(string brin = "99AB")
    {
        await using var scope = Services.CreateAsyncScope();
        var school = await scope.ServiceProvider.GetRequiredService<ISender>().Send(
            new RegisterSchool("Voorbeeldcollege", Brin.Hydrate(brin), [], Sector.Vo, RequestId: null));
        return new SchoolId(school.Value.Id);
    }

    /// <summary>Asks the product something, as its support.</summary>
    public async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request);
    }

    /// <summary>Applies a change in a transaction of its own, which is committed whatever the outcome.</summary>
    public async Task<bool> ApplyAsync(SchoolId school, Standwijziging wijziging)
    {
        await using var scope = Services.CreateAsyncScope();
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().BeginAsync(default);
        var applied = await scope.ServiceProvider.GetRequiredService<ISchoolstandStore>().ApplyAsync(
            school, wijziging, default);
        await work.CommitAsync(default);
        return applied;
    }

    public async Task<Schoolstand> LoadAsync(SchoolId school, Schooljaar? jaar = null)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISchoolstandStore>().LoadAsync(school, jaar ?? Jaar, default);
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DbSession>().QueryAsync<T>(
            sql, parameters ?? new { }, default);
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DbSession>().ExecuteAsync(sql, parameters ?? new { }, default);
    }

    /// <summary>Nothing but these leerlingen, all new.</summary>
    public static Standwijziging Nieuw(long basisVersie, params LeerlingGegevens[] leerlingen) => new(
        Jaar,
        basisVersie,
        [],
        [.. leerlingen.Select(l => new Persoonswijziging<LeerlingGegevens>(RegelSoort.Nieuw, null, l, Veld.Geen))],
        []);

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _services)
        {
            await services.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _sqlServer?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static byte[] Migrate()
    {
        var database = new TestDatabase();
        using (var process = database.StartProcess())
        {
            process.MigrateDatabase();
        }

        // The last to close the file brings it up to date.
        SqliteConnection.ClearAllPools();
        var bytes = System.IO.File.ReadAllBytes(database.File);
        Directory.Delete(database._folder, recursive: true);
        return bytes;
    }

    private sealed class Beheerder : ICallerAccessor
    {
        public Caller Current { get; } = new(
            "test", new HashSet<string> { Scopes.Read, Scopes.Import, Scopes.Leerplan, Scopes.Beheer }, Scholen: null);
    }
}
