using System.Reflection;
using System.Text;
using DbUp.Engine;
using DbUp.Engine.Transactions;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>
/// Turns the embedded data files into migrations, so that data have a version and an order as the schema has. A file
/// replaces all rows of its table: comments first (<c># table:</c>, <c># version:</c>, <c># source:</c>), then a line
/// of column names, then one row per line; fields apart by <c>;</c>, an empty one is NULL.
/// </summary>
/// <param name="prefix">What the names of the schema's migrations begin with: by name both are one series.</param>
/// <param name="quote">How the engine begins a text: for SQL Server it loses other letters than its own without N.</param>
internal sealed class CsvScripts(string prefix, string quote = "'") : IScriptProvider
{
    private const string Folder = ".Migrations.Data.";
    private const string TableComment = "# table: ";

    public IEnumerable<SqlScript> GetScripts(IConnectionManager connectionManager)
    {
        var assembly = typeof(CsvScripts).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Select(name => new SqlScript(
                prefix + name[(name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..],
                ToSql(name, Read(assembly, name), quote)));
    }

    /// <summary>The statements of one file.</summary>
    /// <exception cref="FormatException">A comment, a column or a field is missing; the message names the line.</exception>
    internal static string ToSql(string name, string csv, string quote = "'")
    {
        var lines = csv.ReplaceLineEndings("\n").Split('\n');
        var table = Array.Find(lines, line => line.StartsWith(TableComment, StringComparison.Ordinal))
            ?? throw new FormatException($"{name}: expected a line '{TableComment}NAME'.");
        var insert = new Insert(table[TableComment.Length..], quote);
        var sql = new StringBuilder(insert.DeleteAll);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i][0] == '#')
            {
                continue;
            }

            var fields = lines[i].Split(';');
            if (insert.Columns.Length == 0)
            {
                insert = insert with { Columns = fields };
                continue;
            }

            sql.Append(insert.Columns.Length == fields.Length ? insert.Row(fields) : throw new FormatException(
                $"{name}, line {i + 1}: expected {insert.Columns.Length} fields, found {fields.Length}."));
        }

        return sql.ToString();
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private sealed record Insert(string Table, string Quote)
    {
        public string[] Columns { get; init; } = [];

        public string DeleteAll => $"DELETE FROM {Table};\n";

        public string Row(string[] fields) =>
            $"INSERT INTO {Table} ({string.Join(", ", Columns)}) "
            + $"VALUES ({string.Join(", ", fields.Select(ToLiteral))});\n";

        private string ToLiteral(string field) =>
            field.Length == 0 ? "NULL" : $"{Quote}{field.Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
