using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.TransactSql;

/// <summary>
/// What two engines' schemas have in common, a line each, in words that do not differ by engine: columns, keys, indexes
/// and views.
/// </summary>
internal static partial class SchemaFacts
{
    private const string SqliteTables = """
        SELECT name
        FROM sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'SchemaVersions';
        """;

    private const string SqliteColumns = """
        SELECT name AS Name, type AS Type, "notnull" AS IsRequired, pk AS KeyPart
        FROM pragma_table_info(@Table);
        """;

    private const string SqliteIndexes = """
        SELECT l.name AS Name, l."unique" AS IsUnique, m.sql AS Sql,
            (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(l.name) ORDER BY seqno)) AS Columns
        FROM pragma_index_list(@Table) AS l
        LEFT JOIN sqlite_master AS m ON m.name = l.name
        WHERE l.origin <> 'pk';
        """;

    private const string SqliteForeignKeys = """
        SELECT "table" AS Parent, group_concat("from", ', ') AS Child, group_concat("to", ', ') AS Keys
        FROM (SELECT * FROM pragma_foreign_key_list(@Table) ORDER BY id, seq)
        GROUP BY id, "table";
        """;

    /// <summary>Of a database of SQLite with its migrations run.</summary>
    public static async Task<SortedSet<string>> OfSqliteAsync(TestDatabase database)
    {
        var facts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var table in await database.QueryAsync<string>(SqliteTables))
        {
            var asked = new { Table = table };
            var columns = await database.QueryAsync<SqliteColumn>(SqliteColumns, asked);
            facts.UnionWith(columns.Select(c => Column(table, c.Name, Kinds[c.Type], c.IsRequired == 0)));
            facts.Add(Key(table, columns.Where(c => c.KeyPart > 0).OrderBy(c => c.KeyPart).Select(c => c.Name)));
            facts.UnionWith((await database.QueryAsync<SqliteIndex>(SqliteIndexes, asked)).Select(i => Index(
                table, i.Name, i.IsUnique != 0, i.Columns, Where().Match(i.Sql ?? "").Groups["filter"].Value)));
            facts.UnionWith((await database.QueryAsync<SqliteForeignKey>(SqliteForeignKeys, asked)).Select(
                f => ForeignKey(table, f.Child, f.Parent, f.Keys)));
        }

        const string Views = "SELECT name FROM sqlite_master WHERE type = 'view';";
        facts.UnionWith((await database.QueryAsync<string>(Views)).Select(View));
        return facts;
    }

    /// <summary>Of the schema that migrations of SQL Server leave behind.</summary>
    public static SortedSet<string> OfSqlServer(SqlServerSchema schema)
    {
        var facts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (table, statement) in schema.Tables)
        {
            facts.UnionWith(statement.Definition.ColumnDefinitions.Select(c => Column(
                table, c.ColumnIdentifier.Value, Kinds[TypeOf(c)], IsNullable(c))));
            facts.UnionWith(statement.Definition.TableConstraints.SelectMany(c => OfConstraint(table, c)));
        }

        facts.UnionWith(schema.Indexes.Select(i => Index(
            SqlServerSchema.NameOf(i.OnName),
            i.Name.Value,
            i.Unique,
            Names(i.Columns.Select(c => c.Column)),
            i.FilterPredicate is null ? "" : SqlServerSchema.Text(i.FilterPredicate))));
        facts.UnionWith(schema.Views.Keys.Select(View));
        return facts;
    }

    /// <summary>The type as it is declared, without its size.</summary>
    public static string TypeOf(ColumnDefinition column) => column.DataType.Name.BaseIdentifier.Value;

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["BLOB"] = "bytes",
        ["binary"] = "bytes",
        ["varbinary"] = "bytes",
        ["INTEGER"] = "number",
        ["REAL"] = "fraction",
        ["float"] = "fraction",
        ["int"] = "number",
        ["bigint"] = "number",
        ["TEXT"] = "text",
        ["nvarchar"] = "text",
        ["datetimeoffset"] = "text",
        ["date"] = "text",
    };

    private static IEnumerable<string> OfConstraint(string table, ConstraintDefinition constraint) => constraint switch
    {
        UniqueConstraintDefinition { IsPrimaryKey: true } key =>
            [Key(table, key.Columns.Select(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value))],
        ForeignKeyConstraintDefinition foreign =>
        [
            ForeignKey(
                table,
                string.Join(", ", foreign.Columns.Select(c => c.Value)),
                SqlServerSchema.NameOf(foreign.ReferenceTableName),
                string.Join(", ", foreign.ReferencedTableColumns.Select(c => c.Value))),
        ],
        _ => [],
    };

    private static bool IsNullable(ColumnDefinition column) =>
        column.Constraints.OfType<NullableConstraintDefinition>().SingleOrDefault()?.Nullable
        ?? throw new FormatException($"Say of column {column.ColumnIdentifier.Value} whether it is NULL or NOT NULL.");

    private static string Names(IEnumerable<ColumnReferenceExpression> columns) =>
        string.Join(", ", columns.Select(c => c.MultiPartIdentifier.Identifiers[^1].Value));

    private static string Column(string table, string name, string kind, bool isNullable) =>
        $"table {table}: column {name} is {kind}, {(isNullable ? "NULL" : "NOT NULL")}";

    private static string Key(string table, IEnumerable<string> columns) =>
        $"table {table}: primary key ({string.Join(", ", columns)})";

    private static string Index(string table, string name, bool isUnique, string columns, string filter) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"table {table}: {(isUnique ? "unique " : "")}index {name} ({columns}) {Spaces().Replace(filter, " ")}").Trim();

    private static string ForeignKey(string table, string child, string parent, string keys) =>
        $"table {table}: foreign key ({child}) to {parent} ({keys})";

    private static string View(string name) => $"view {name}";

    [GeneratedRegex(@"\sWHERE\s+(?<filter>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 60_000)]
    private static partial Regex Where();

    [GeneratedRegex(@"\s+", RegexOptions.None, 60_000)]
    private static partial Regex Spaces();

    private sealed class SqliteColumn
    {
        public required string Name { get; init; }

        public required string Type { get; init; }

        public required long IsRequired { get; init; }

        public required long KeyPart { get; init; }
    }

    private sealed class SqliteIndex
    {
        public required string Name { get; init; }

        public required long IsUnique { get; init; }

        public string? Sql { get; init; }

        public required string Columns { get; init; }
    }

    private sealed class SqliteForeignKey
    {
        public required string Parent { get; init; }

        public required string Child { get; init; }

        public required string Keys { get; init; }
    }
}
