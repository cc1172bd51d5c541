using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>SQLite: one file, one writer at a time, readers never wait (WAL).</summary>
internal sealed class SqliteDialect(string connectionString) : SqlDialect
{
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;
    private const int LongestWaitSeconds = 60;

    private readonly string _connectionString = new SqliteConnectionStringBuilder(connectionString)
    {
        ForeignKeys = true,
        DefaultTimeout = LongestWaitSeconds,
    }.ToString();

    private readonly ConcurrentDictionary<string, string> _rendered = new(StringComparer.Ordinal);

    public override DbConnection CreateConnection() => new SqliteConnection(_connectionString);

    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();

        // IMMEDIATE: a transaction that starts as a reader could not become a writer when another wrote meanwhile.
        return ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));
    }

    public override string Render(string sql) =>
        _rendered.GetOrAdd(sql, text => text.Replace(FirstRows, "LIMIT @Take", StringComparison.Ordinal));

    public override object ToMoment(DateTimeOffset moment) => TypeHandlers.ToText(moment);

    public override bool IsUniqueViolation(DbException exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    public override async Task BulkInsertAsync<T>(
        DbConnection connection, DbTransaction transaction, BulkTable<T> table, IEnumerable<T> rows, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var columns = string.Join(", ", table.Columns.Select(c => c.Name));
        var values = string.Join(", ", table.Columns.Select(c => "@" + c.Name));
        command.CommandText = $"INSERT INTO {table.Name} ({columns}) VALUES ({values})";
        var parameters = new SqliteParameter[table.Columns.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = new SqliteParameter { ParameterName = "@" + table.Columns[i].Name };
            command.Parameters.Add(parameters[i]);
        }

        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = table.Columns[i].Value(row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
