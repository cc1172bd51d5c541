using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>
/// One prepared insert, driven by SQLite's own calls: a command of the provider looks every parameter up by name and
/// costs as much per row as the insert itself.
/// </summary>
internal sealed class SqliteBulkInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _utf8 = new byte[256];

    public SqliteBulkInsert(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        var values = string.Join(", ", columns.Select(_ => "?"));
        var sql = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({values})";
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Sets the value of a column of the next row, counted from 0.</summary>
    /// <exception cref="ArgumentException">No table has values of this type.</exception>
    public void Bind(int column, object? value)
    {
        var index = column + 1;
        Check(value switch
        {
            null => raw.sqlite3_bind_null(_statement, index),
            int number => raw.sqlite3_bind_int(_statement, index, number),
            long number => raw.sqlite3_bind_int64(_statement, index, number),
            string text => raw.sqlite3_bind_text(_statement, index, Encode(text)),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
            _ => throw new ArgumentException($"A {value.GetType().Name} cannot be stored.", nameof(value)),
        });
    }

    /// <summary>Inserts the row.</summary>
    /// <exception cref="SqliteException">A constraint refuses it.</exception>
    public void Insert()
    {
        var outcome = raw.sqlite3_step(_statement);
        if (outcome != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(outcome, _database);
        }

        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private ReadOnlySpan<byte> Encode(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        _utf8 = _utf8.Length < most ? new byte[most] : _utf8;
        return _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8));
    }

    private void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, _database);
}
