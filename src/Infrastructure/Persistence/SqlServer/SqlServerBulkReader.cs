using System.Collections;
using System.Data.Common;

namespace Kurve.Numo.Infrastructure.Persistence.SqlServer;

/// <summary>Rows on their way into a bulk insert, one at a time: none are kept.</summary>
/// <typeparam name="T">The kind of row.</typeparam>
internal sealed class SqlServerBulkReader<T> : DbDataReader
{
    private readonly BulkTable<T> _table;
    private readonly IEnumerator<T> _rows;
    private bool _isBegun;
    private bool _isClosed;

    public SqlServerBulkReader(BulkTable<T> table, IEnumerable<T> rows)
    {
        (_table, _rows) = (table, rows.GetEnumerator());
        HasRows = _rows.MoveNext();
    }

    public override int FieldCount => _table.Columns.Length;

    public override bool HasRows { get; }

    public override bool IsClosed => _isClosed;

    public override int Depth => 0;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    // The first row was fetched to know whether there is one.
    public override bool Read()
    {
        var isFirst = !_isBegun;
        _isBegun = true;
        return isFirst ? HasRows : _rows.MoveNext();
    }

    public override bool NextResult() => false;

    public override object GetValue(int ordinal) => _table.Columns[ordinal].Value(_rows.Current) ?? DBNull.Value;

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override string GetName(int ordinal) => _table.Columns[ordinal].Name;

    public override int GetOrdinal(string name)
    {
        var ordinal = Array.FindIndex(
            _table.Columns, column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));
        return ordinal >= 0 ? ordinal : throw new ArgumentException(
            $"{_table.Name} has no column {name}.", nameof(name));
    }

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++)
        {
            values[i] = GetValue(i);
        }

        return count;
    }

    public override Type GetFieldType(int ordinal) => typeof(object);

    public override string GetDataTypeName(int ordinal) => nameof(Object);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override void Close()
    {
        _isClosed = true;
        _rows.Dispose();
    }

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("A bulk insert takes whole values.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("A bulk insert takes whole values.");
}
