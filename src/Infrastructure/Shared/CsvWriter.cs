using System.Buffers;
using System.Text;
using Kurve.Numo.Application.Shared;

namespace Kurve.Numo.Infrastructure.Shared;

/// <summary>
/// Writes CSV for people and for our own reader: UTF-8, <c>;</c> between values, quoted by RFC 4180. A value that a
/// spreadsheet would take for a formula gets an apostrophe before it, which our reader takes off again; so a value that
/// begins with an apostrophe and then such a character itself loses that apostrophe on the way back.
/// </summary>
internal sealed class CsvWriter
{
    /// <summary>Where a part of an export ends, unless a single row is larger.</summary>
    private const int LargestPart = 256 * 1024;

    private const string RowEnd = "\r\n";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(";\"\r\n\t,");

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly StringBuilder _row = new();

    /// <summary>How many rows were written, heads not counted.</summary>
    public int Rows { get; private set; }

    /// <summary>Begins a file: the byte order mark, without which a spreadsheet misreads é, and the heads.</summary>
    public void BeginFile(IEnumerable<string> heads)
    {
        _bytes.Write(Encoding.UTF8.Preamble);
        _bytes.Write(Encoding.UTF8.GetBytes(Format(heads)));
    }

    /// <summary>Writes a row, unless the part is full; whether it did.</summary>
    public bool TryWrite(IEnumerable<string?> values)
    {
        var bytes = Encoding.UTF8.GetBytes(Format(values));
        if (Rows > 0 && _bytes.WrittenCount + bytes.Length > LargestPart)
        {
            return false;
        }

        _bytes.Write(bytes);
        Rows++;
        return true;
    }

    /// <summary>What was written, as a part of an export.</summary>
    /// <param name="volgende">Asks for the next part; null after the last.</param>
    public Exportdeel ToDeel(string? volgende) => new(_bytes.WrittenSpan.ToArray(), volgende, Rows);

    private string Format(IEnumerable<string?> values)
    {
        _row.Clear();
        var separator = "";
        foreach (var value in values)
        {
            _row.Append(separator);
            Append(Neutralize(value ?? ""));
            separator = ";";
        }

        return _row.Append(RowEnd).ToString();
    }

    private void Append(string value)
    {
        if (!value.AsSpan().ContainsAny(Quoted) && value.AsSpan().Trim().Length == value.Length)
        {
            _row.Append(value);
            return;
        }

        _row.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    private static string Neutralize(string value) =>
        value is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r', ..] ? "'" + value : value;
}
