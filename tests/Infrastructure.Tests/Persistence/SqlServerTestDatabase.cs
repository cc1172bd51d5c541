using Microsoft.Data.SqlClient;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

/// <summary>
/// A database of SQL Server that is made for one test and dropped after it, on the server that the environment names.
/// </summary>
internal sealed class SqlServerTestDatabase : IDisposable
{
    /// <summary>Holds a connection string to a server where tests may create databases; absent: skipped.</summary>
    public const string Variable = "NUMO_TEST_SQLSERVER";

    // Found out once: every test fails, and none of them waits for it again.
    private static readonly Lazy<string?> Trouble = new(FindTrouble);

    // SQL Server copies a database of its own for each new one, and lets one at a time do so (1807).
    private const int OthersCreate = 1807;
    private const int Tries = 5;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);
    private static readonly Lock OneAtATime = new();

    private readonly string _name = $"NumoTest_{Guid.NewGuid():N}";
    private readonly string _server;

    private SqlServerTestDatabase(string server) => _server = server;

    /// <summary>What the variable holds; null when it is not set.</summary>
    public static string? Server =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    /// <summary>Why a test that needs the server is skipped; null when there is one.</summary>
    public static string? WhyNot => Server is null
        ? $"{Variable} is not set: no SQL Server to run on (docs/runbooks/sqlserver.md)."
        : null;

    public string ConnectionString => new SqlConnectionStringBuilder(_server) { InitialCatalog = _name }.ConnectionString;

    /// <summary>Creates one; it lets readers wait for writers, as a database does that nobody thought about.</summary>
    /// <exception cref="InvalidOperationException">The server cannot be used; then the test fails.</exception>
    public static SqlServerTestDatabase Create(bool readCommittedSnapshot = false)
    {
        var database = new SqlServerTestDatabase(
            Server ?? throw new InvalidOperationException($"{Variable} is not set."));
        if (Trouble.Value is { } trouble)
        {
            throw new InvalidOperationException($"{Variable} is set, but the server cannot be used: {trouble}");
        }

        database.CreateAlone();
        if (readCommittedSnapshot)
        {
            database.Execute($"ALTER DATABASE {database._name} SET READ_COMMITTED_SNAPSHOT ON;");
            database.Execute($"ALTER DATABASE {database._name} SET ALLOW_SNAPSHOT_ISOLATION ON;");
        }

        return database;
    }

    public void Dispose()
    {
        using (var connection = new SqlConnection(ConnectionString))
        {
            SqlConnection.ClearPool(connection);
        }

        Execute($"ALTER DATABASE {_name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE;");
        Execute($"DROP DATABASE {_name};");
    }

    private static string? FindTrouble()
    {
        try
        {
            new SqlServerTestDatabase(Server!).Execute("SELECT 1;");
            return null;
        }
        catch (Exception e) when (e is SqlException or ArgumentException)
        {
            return e is SqlException ? e.Message : "it is no connection string.";
        }
    }

    private void CreateAlone()
    {
        lock (OneAtATime)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    Execute($"CREATE DATABASE {_name};");
                    return;
                }
                catch (SqlException e) when (e.Number == OthersCreate && attempt < Tries)
                {
                    // Another test run is at it.
                    Thread.Sleep(BetweenTries);
                }
            }
        }
    }

    private void Execute(string sql)
    {
        using var connection = new SqlConnection(
            new SqlConnectionStringBuilder(_server) { InitialCatalog = "master", Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 120;
        command.ExecuteNonQuery();
    }
}
