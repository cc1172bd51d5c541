using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>
/// Brings the database to the newest schema. Safe to run at every start, by several processes at once.
/// </summary>
internal static class Migrator
{
    /// <summary>Makes the file when it is not there, and runs the migrations that it has not had.</summary>
    /// <exception cref="InvalidOperationException">A migration failed; its name is in the message.</exception>
    public static void Migrate(DatabaseOptions options)
    {
        CreateFolder(options.ConnectionString);
        using var connection = new SqliteConnection(options.ConnectionString);
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL;");
        var upgrade = DeployChanges.To
            .SqliteDatabase(options.ConnectionString)
            .WithScriptsEmbeddedInAssembly(
                typeof(Migrator).Assembly, name => name.Contains(".Migrations.Sqlite.", StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build();
        var result = upgrade.PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed.", result.Error);
        }
    }

    private static void CreateFolder(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
