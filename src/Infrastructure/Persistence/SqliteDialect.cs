using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

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

    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();

        // Room for all that one school's import touches; with SQLite's own 2 MB it writes and reads the same pages over
        // and over.
        connection.Execute(PageCache);

        // IMMEDIATE: a transaction that starts as a reader could not become a writer when another wrote meanwhile.
        return ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));
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
}
