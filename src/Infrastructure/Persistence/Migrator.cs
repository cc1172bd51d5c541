using System.Diagnostics;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>
/// Brings the database to the newest schema. Safe to run at every start, by several processes at once.
/// </summary>
internal static class Migrator
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    private const string Prefix = "Kurve.Numo.Infrastructure.Persistence.Migrations.Sqlite.";

    /// <summary>Makes the file when it is not there, and runs the migrations that it has not had.</summary>
    /// <exception cref="DatabaseUnusableException">The file cannot be made or opened.</exception>
    /// <exception cref="InvalidOperationException">A migration failed; its name is in the message.</exception>
    /// <param name="options">Which database.</param>
    /// <param name="mayMakeFolder">Whether its folder is made when it is not there. Elsewhere than in development a path
    /// that was mistyped would look like an empty system.</param>
    public static void Migrate(DatabaseOptions options, bool mayMakeFolder = true)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);
        if (!mayMakeFolder && !Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new DatabaseUnusableException(
                $"{DatabaseOptions.Section}:ConnectionString: there is no folder {Path.GetDirectoryName(file)} for the "
                + "database; make it, or mend the path.");
        }

        try
        {
            Prepare(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnusableException(
                $"{e.Message} See {DatabaseOptions.Section}:ConnectionString.", e);
        }

        // One process at a time: what reads which scripts are to run, and what runs them, are two transactions.
        using var turn = EnterAlone(file);
        using var connection = new SqliteConnection(options.ConnectionString);
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL;");
        var upgrade = DeployChanges.To
            .SqliteDatabase(options.ConnectionString)
            .WithScriptsEmbeddedInAssembly(
                typeof(Migrator).Assembly, name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .WithScripts(new CsvScripts(Prefix))
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build();
        var result = upgrade.PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed.", result.Error);
        }
    }

    // The file holds minors' data: it is made for its owner alone, and what SQLite puts beside it follows it.
    private static void Prepare(string file)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
        };
        OwnerOnly.CreateFolder(Path.GetDirectoryName(file)!);
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly.File;
        }

        using (File.Open(file, options))
        {
            // It is there now.
        }
    }

    private static FileStream EnterAlone(string file)
    {
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(
                    file + ".migration", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(begin) < Patience)
            {
                Thread.Sleep(BetweenTries);
            }
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
