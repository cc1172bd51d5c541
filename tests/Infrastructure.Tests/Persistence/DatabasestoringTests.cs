using System.Data.Common;
using Dapper;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Tests.Stores;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

/// <summary>What keeps a database from its work is known, and forgotten when it works again.</summary>
[SqliteOnly("its files are broken here")]
public sealed class DatabasestoringTests : IDisposable
{
    private const string Fill = "INSERT INTO Rij (Tekst) VALUES (randomblob(100000));";
    private static readonly object None = new { };

    private readonly string _folder = Directory.CreateTempSubdirectory("numo-test-").FullName;

    private string File => Path.Combine(_folder, "numo.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_full_database_is_known_until_something_is_written_again()
    {
        var dialect = new Small($"Data Source={File};Pooling=False");
        await using var session = new DbSession(dialect);
        await session.ExecuteAsync("CREATE TABLE Rij (Tekst BLOB);", None, default);

        await FailsAsync(() => session.ExecuteAsync(Fill, None, default));
        dialect.Storing.Should().Be(Databasestoring.Vol);

        dialect.MaxPages = 10_000;
        await WriteAsync(session);
        dialect.Storing.Should().BeNull();
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_is_known()
    {
        await using (var maker = new DbSession(new SqliteDialect($"Data Source={File};Pooling=False")))
        {
            await maker.ExecuteAsync("CREATE TABLE Rij (Tekst BLOB);", None, default);
        }

        var dialect = new SqliteDialect($"Data Source={File};Pooling=False;Mode=ReadOnly");
        await using var session = new DbSession(dialect);

        await FailsAsync(() => session.ExecuteAsync(Fill, None, default));

        dialect.Storing.Should().Be(Databasestoring.AlleenLezen);
    }

    [Fact]
    public async Task A_damaged_database_is_known()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 8192));
        var dialect = new SqliteDialect($"Data Source={File};Pooling=False");
        await using var session = new DbSession(dialect);

        await FailsAsync(() => session.QueryAsync<long>("SELECT COUNT(*) FROM sqlite_schema;", None, default));

        dialect.Storing.Should().Be(Databasestoring.Beschadigd);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_made_only_where_that_is_said()
    {
        var options = new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(_folder, "typo", "numo.db")}" };

        var migrate = () => Migrator.Migrate(options, mayMakeFolder: false);

        migrate.Should().Throw<DatabaseUnusableException>().WithMessage("*there is no folder *typo*make it, or mend*");
        Directory.Exists(Path.Combine(_folder, "typo")).Should().BeFalse();
    }

    private static async Task WriteAsync(DbSession session)
    {
        await using var scope = await session.BeginAsync(default);
        await session.ExecuteAsync(Fill, None, default);
        await scope.CommitAsync(default);
    }

    private static async Task FailsAsync<T>(Func<Task<T>> ask) => await ask.Should().ThrowAsync<DbException>();

    private sealed class Small(string connectionString) : SqliteStandIn(connectionString)
    {
        public int MaxPages { get; set; } = 10;

        public override async Task OpenAsync(DbConnection connection, CancellationToken ct)
        {
            await base.OpenAsync(connection, ct);
            await ((SqliteConnection)connection).ExecuteAsync($"PRAGMA max_page_count = {MaxPages};");
        }
    }
}
