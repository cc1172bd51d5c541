using System.Data.Common;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Persistence.SqlServer;
using Microsoft.Data.SqlClient;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>
/// What differs when many write at once, on a database that lets readers wait for writers and on one with
/// READ_COMMITTED_SNAPSHOT and ALLOW_SNAPSHOT_ISOLATION.
/// </summary>
public sealed class SqlServerConcurrencyTests
{
    private const string Add = "INSERT INTO Opleidingen_Crebo (Code, Niveau) VALUES (@Code, 1);";
    private const string Raise = "UPDATE Opleidingen_Crebo SET Niveau = Niveau + 1 WHERE Code = @Code;";
    private const string Sum = "SELECT SUM(Niveau) FROM Opleidingen_Crebo;";
    private const string Level = """
        SELECT CAST(transaction_isolation_level AS int)
        FROM sys.dm_exec_sessions
        WHERE session_id = @@SPID;
        """;

    private const int ReadCommitted = 2;

    [SqlServerTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_read_at_once_is_of_one_moment(bool readCommittedSnapshot)
    {
        using var database = CreateMigrated(readCommittedSnapshot, out var dialect);
        await using var reader = new DbSession(dialect);
        await using var writer = new DbSession(dialect);
        await AddAsync(writer, "1");
        var write = Task.FromResult(0);

        var (before, after) = await reader.ReadAtOnceAsync(
            async () =>
            {
                var first = await SumAsync(reader);
                write = AddAsync(writer, "2");
                await Task.WhenAny(write, Task.Delay(500));
                return (first, await SumAsync(reader));
            },
            default);
        await write;

        after.Should().Be(before);
        (await SumAsync(reader)).Should().Be(before + 1, "the writer was not kept out for good");
        (await reader.QueryAsync<int>(Level, new { }, default)).Should().Equal(ReadCommitted);
    }

    [SqlServerTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_that_wait_for_each_other_one_may_be_repeated(bool readCommittedSnapshot)
    {
        using var database = CreateMigrated(readCommittedSnapshot, out var dialect);
        await using var one = new DbSession(dialect);
        await using var two = new DbSession(dialect);
        await AddAsync(one, "1");
        await AddAsync(one, "2");
        using var met = new Barrier(2);

        var failures = await Task.WhenAll(RaiseAsync(one, "1", "2", met), RaiseAsync(two, "2", "1", met));

        var victim = failures[0] is null ? two : one;
        var failure = failures.OfType<DbException>().Should().ContainSingle().Which;
        dialect.IsTakenBack(failure).Should().BeTrue();
        victim.MayRepeat(failure, isRemembered: false).Should().BeTrue();
        using var alone = new Barrier(1);
        (await RaiseAsync(victim, "2", "1", alone)).Should().BeNull("its session can be used again");
        (await SumAsync(one)).Should().Be(6);
    }

    [SqlServerTheory]
    [InlineData("INSERT INTO Opleidingen_Crebo (Code, Niveau) VALUES ('1', 1), ('1', 2);")]
    [InlineData("""
        INSERT INTO Scholen_School (Id, Naam, Brin, Sector, Geregistreerd, Versie)
        VALUES (0x01, N'a', N'99AB', 1, SYSUTCDATETIME(), 1), (0x02, N'b', N'99AB', 1, SYSUTCDATETIME(), 1);
        """)]
    public async Task A_key_and_a_unique_index_that_are_taken_are_told_alike(string sql)
    {
        using var database = CreateMigrated(readCommittedSnapshot: false, out var dialect);
        await using var session = new DbSession(dialect);

        var insert = () => session.ExecuteAsync(sql, new { }, default);

        dialect.IsUniqueViolation((await insert.Should().ThrowAsync<SqlServerFault>()).Which).Should().BeTrue();
    }

    [SqlServerTheory]
    [InlineData("Numo_bestaat_niet", "*has no database*")]
    public void A_database_that_is_not_there_is_told(string name, string expected)
    {
        var settings = new SqlConnectionStringBuilder(SqlServerTestDatabase.Server) { InitialCatalog = name };

        var migrate = () => SqlServerMigrator.Migrate(settings.ConnectionString);

        migrate.Should().Throw<DatabaseUnusableException>().WithMessage(expected);
    }

    private static SqlServerTestDatabase CreateMigrated(bool readCommittedSnapshot, out SqlServerDialect dialect)
    {
        var database = SqlServerTestDatabase.Create(readCommittedSnapshot);
        SqlServerMigrator.Migrate(database.ConnectionString);
        dialect = new SqlServerDialect(database.ConnectionString);
        return database;
    }

    private static Task<int> AddAsync(DbSession session, string code) => session.ExecuteAsync(Add, new { Code = code }, default);

    private static async Task<int> SumAsync(DbSession session) =>
        (await session.QueryAsync<int>(Sum, new { }, default))[0];

    private static async Task<DbException?> RaiseAsync(DbSession session, string first, string second, Barrier met)
    {
        try
        {
            await using var scope = await session.BeginAsync(default);
            await session.ExecuteAsync(Raise, new { Code = first }, default);
            await Task.Run(met.SignalAndWait);
            await session.ExecuteAsync(Raise, new { Code = second }, default);
            await scope.CommitAsync(default);
            return null;
        }
        catch (DbException exception)
        {
            return exception;
        }
    }
}
