using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>All that a database holds, as texts in which a secret would be found.</summary>
internal static class StoredTexts
{
    private const string SqliteTables = "SELECT name FROM sqlite_master WHERE type = 'table';";

    private const string SqlServerTables =
        """
        SELECT CONCAT(QUOTENAME(TABLE_SCHEMA), N'.', QUOTENAME(TABLE_NAME))
        FROM INFORMATION_SCHEMA.TABLES
        WHERE TABLE_TYPE = N'BASE TABLE';
        """;

    /// <summary>
    /// The rows of every table, a table a text; of SQLite also its files, in which what was deleted stays for a while.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(DbConnection connection)
    {
        var tables = await connection.QueryAsync<string>(
            connection is SqliteConnection ? SqliteTables : SqlServerTables);
        var texts = new List<string>();
        foreach (var table in tables)
        {
            texts.Add(await ReadTableAsync(connection, table));
        }

        if (connection is SqliteConnection)
        {
            texts.AddRange(Directory.GetFiles(
                Path.GetDirectoryName(connection.DataSource)!, Path.GetFileName(connection.DataSource) + "*")
                .Select(ReadShared));
        }

        return texts;
    }

    private static async Task<string> ReadTableAsync(DbConnection connection, string table)
    {
        await using var reader = await connection.ExecuteReaderAsync($"SELECT * FROM {table};");
        var text = new StringBuilder();
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(values);
            text.AppendJoin('\t', values.Select(ToText)).AppendLine();
        }

        return text.ToString();
    }

    private static string ToText(object value) => value is byte[] bytes
        ? Encoding.Latin1.GetString(bytes)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
