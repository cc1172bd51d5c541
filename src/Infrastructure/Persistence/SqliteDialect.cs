using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>
/// SQLite: one file, one writer at a time. Reading never waits (WAL), but for the audit of what was read.
/// </summary>
internal sealed class SqliteDialect(string connectionString) : SqlDialect
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;
    private const int LongestWaitSeconds = 60;

    // How long one try to begin a transaction keeps its thread; whether it was cancelled is looked at in between.
    private const int OneTrySeconds = 1;
    private const string PageCache = "PRAGMA cache_size = -32768;";

    private readonly string _connectionString = new SqliteConnectionStringBuilder(connectionString)
    {
        ForeignKeys = true,
        DefaultTimeout = LongestWaitSeconds,
    }.ToString();

    private readonly WriteTurns _turns = new(
        TimeSpan.FromSeconds(LongestWaitSeconds), () => new SqliteException("The database is locked.", Busy));

    private readonly ConcurrentDictionary<string, string> _rendered = new(StringComparer.Ordinal);

    public override DbConnection CreateConnection() => new SqliteConnection(_connectionString);

    public override async Task<IDisposable?> WaitForTurnAsync(bool isUrgent, CancellationToken ct) =>
        await _turns.EnterAsync(isUrgent, ct);

    // The provider does not look at the token while a statement runs. Where there is none, interrupting does nothing.
    public override IDisposable? CancelWith(DbConnection connection, CancellationToken ct) => !ct.CanBeCanceled
        ? null
        : ct.UnsafeRegister(
            static handle => raw.sqlite3_interrupt((sqlite3)handle!), ((SqliteConnection)connection).Handle);

    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();

        // Room for all that one school's import touches; with SQLite's own 2 MB it writes and reads the same pages over
        // and over.
        connection.Execute(PageCache);
        var sqlite = (SqliteConnection)connection;
        sqlite.DefaultTimeout = OneTrySeconds;
        try
        {
            return ValueTask.FromResult<DbTransaction>(Begin(sqlite, ct));
        }
        finally
        {
            sqlite.DefaultTimeout = LongestWaitSeconds;
        }
    }

    // DEFERRED: it reads as of its first statement, and keeps nobody from writing.
    public override ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken ct) =>
        ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public override string Render(string sql) =>
        _rendered.GetOrAdd(sql, text => text.Replace(FirstRows, "LIMIT @Take", StringComparison.Ordinal));

    public override object ToMoment(DateTimeOffset moment) => TypeHandlers.ToText(moment);

    public override bool IsUniqueViolation(DbException exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    public override bool IsBusy(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or Locked };

    public override Databasestoring? StoringOf(DbException exception) => exception is not SqliteException sqlite
        ? null
        : sqlite.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => Databasestoring.Vol,
            raw.SQLITE_READONLY => Databasestoring.AlleenLezen,
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Databasestoring.Beschadigd,
            raw.SQLITE_CANTOPEN or raw.SQLITE_IOERR => Databasestoring.Onbereikbaar,
            _ => null,
        };

    public override Task BulkInsertAsync<T>(
        DbConnection connection,
        DbTransaction transaction,
        BulkTable<T> table,
        IEnumerable<T> rows,
        CancellationToken ct)
    {
        using var insert = new SqliteBulkInsert(
            (SqliteConnection)connection, table.Name, [.. table.Columns.Select(c => c.Name)]);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var column = 0; column < table.Columns.Length; column++)
            {
                insert.Bind(column, table.Columns[column].Value(row));
            }

            insert.Insert();
        }

        return Task.CompletedTask;
    }

    // IMMEDIATE: a transaction that starts as a reader could not become a writer when another wrote meanwhile.
    private SqliteTransaction Begin(SqliteConnection connection, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return connection.BeginTransaction(deferred: false);
            }
            catch (SqliteException exception) when (IsBusy(exception) && tries * OneTrySeconds < LongestWaitSeconds)
            {
                ct.ThrowIfCancellationRequested();
            }
        }
    }
}
