using System.Text.RegularExpressions;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.TransactSql;

/// <summary>
/// Drafts the migration of SQL Server beside one of SQLite, for a person to finish: it knows no text that is a moment,
/// and guesses how long texts may become.
/// </summary>
internal static partial class TwinDraft
{
    private const string Collation = "COLLATE Latin1_General_100_BIN2";

    public static string Of(string sqlite)
    {
        var drafted = Table().Replace(sqlite, DraftTable);
        drafted = Index().Replace(drafted, m => $"""
            IF NOT EXISTS (
                SELECT 1 FROM sys.indexes WHERE name = N'{m.Groups["name"]}' AND object_id = OBJECT_ID(N'{m.Groups["table"]}'))
            CREATE {m.Groups["unique"]}INDEX {m.Groups["name"]} ON {m.Groups["table"]} {m.Groups["rest"]};
            GO
            """);
        return AddColumn().Replace(drafted, m => $"""
            IF COL_LENGTH(N'{m.Groups["table"]}', N'{m.Groups["name"]}') IS NULL
            ALTER TABLE {m.Groups["table"]} ADD {m.Groups["name"]} {Type(m)} {DraftRest(m)};
            GO
            """);
    }

    private static string DraftTable(Match table)
    {
        var name = table.Groups["name"].Value;
        var columns = new List<string>();
        var constraints = new List<string>();
        foreach (var line in table.Groups["body"].Value.Split('\n').Select(l => l.Trim().TrimEnd(',')))
        {
            var column = ColumnLine().Match(line);
            if (line.StartsWith("PRIMARY KEY", StringComparison.Ordinal))
            {
                constraints.Add($"CONSTRAINT PK_{name} {line}");
            }
            else if (line.StartsWith("FOREIGN KEY", StringComparison.Ordinal))
            {
                constraints.Add($"CONSTRAINT FK_{name}_{ForeignKeyName().Match(line).Groups["name"]} {line}");
            }
            else if (column.Success)
            {
                columns.Add($"{column.Groups["name"]} {Type(column)} {DraftRest(column)}");
                constraints.AddRange(OfColumn(name, column.Groups["name"].Value, column.Groups["rest"].Value));
            }
        }

        return $"IF OBJECT_ID(N'{name}', N'U') IS NULL\nCREATE TABLE {name} (\n    "
            + string.Join(",\n    ", columns.Concat(constraints)) + "\n);\nGO";
    }

    private static IEnumerable<string> OfColumn(string table, string column, string rest)
    {
        if (rest.Contains("PRIMARY KEY", StringComparison.Ordinal))
        {
            yield return $"CONSTRAINT PK_{table} PRIMARY KEY ({column})";
        }

        if (rest.IndexOf("REFERENCES", StringComparison.Ordinal) is var at and >= 0)
        {
            yield return $"CONSTRAINT FK_{table}_{column} FOREIGN KEY ({column}) {rest[at..]}";
        }
    }

    private static string DraftRest(Match column)
    {
        var rest = column.Groups["rest"].Value;
        var nullable = rest.Contains("NOT NULL", StringComparison.Ordinal) ? "NOT NULL" : "NULL";
        var value = Default().Match(rest);
        return value.Success
            ? $"{nullable} CONSTRAINT DF_{column.Groups["table"]}_{column.Groups["name"]} DEFAULT {value.Groups["value"]}"
            : nullable;
    }

    private static string Type(Match column)
    {
        var isId = column.Groups["name"].Value.EndsWith("Id", StringComparison.Ordinal);
        return column.Groups["type"].Value switch
        {
            "BLOB" => isId ? "binary(16)" : "varbinary(max)",
            "REAL" => "float",
            "INTEGER" => column.Groups["name"].Value.StartsWith("Versie", StringComparison.Ordinal) ? "bigint" : "int",
            _ => $"nvarchar(256) {Collation} /* or datetimeoffset(7), or nvarchar(max) */",
        };
    }

    [GeneratedRegex(
        @"CREATE TABLE (IF NOT EXISTS )?(?<name>\w+) \(\n(?<body>.*?)\n\)( WITHOUT ROWID)?;",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        60_000)]
    private static partial Regex Table();

    [GeneratedRegex(
        @"CREATE (?<unique>UNIQUE )?INDEX (IF NOT EXISTS )?(?<name>\w+) ON (?<table>\w+) (?<rest>[^;]*);",
        RegexOptions.ExplicitCapture,
        60_000)]
    private static partial Regex Index();

    [GeneratedRegex(
        @"ALTER TABLE (?<table>\w+) ADD COLUMN (?<name>\w+) (?<type>\w+) (?<rest>[^;]*);",
        RegexOptions.ExplicitCapture,
        60_000)]
    private static partial Regex AddColumn();

    [GeneratedRegex(@"^(?<name>\w+) (?<type>BLOB|INTEGER|REAL|TEXT)(?<rest>.*)$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex ColumnLine();

    [GeneratedRegex(@"(?<name>\w+?)(Id)?\) REFERENCES", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex ForeignKeyName();

    [GeneratedRegex(@"DEFAULT (?<value>\S+)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Default();
}
