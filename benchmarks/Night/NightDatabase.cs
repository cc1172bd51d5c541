using Dapper;
using Kurve.Numo.Domain.Synchronisatie;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>Looks into a database without asking the API, whose time is measured.</summary>
internal sealed class NightDatabase(string file)
{
    private readonly string _connection =
        new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();

    /// <summary>How many schools the scheduler knows.</summary>
    public async Task<int> CountPlannedAsync() =>
        await CountAsync("SELECT COUNT(*) FROM sqlite_master WHERE name = 'QRTZ_TRIGGERS';") == 0
            ? 0
            : await CountAsync("SELECT COUNT(*) FROM QRTZ_TRIGGERS WHERE TRIGGER_GROUP = 'school';");

    /// <summary>How many rondes of the night have ended.</summary>
    public Task<int> CountEndedAsync() =>
        CountAsync("SELECT COUNT(*) FROM Synchronisatie_Ronde WHERE Volgnummer = 0 AND Uitkomst <> 0;");

    /// <summary>How many people were changed by what somebody applied.</summary>
    public Task<int> CountAppliedAsync(string subject) => CountAsync(
        $"SELECT COALESCE(SUM(Aantal), 0) FROM Privacy_Audit WHERE Actie = 'ApplyImport' AND Subject = '{subject}';");

    /// <summary>What the rondes of the night came to, and how often.</summary>
    public async Task<string> DescribeOutcomesAsync()
    {
        const string Sql = """
            SELECT Uitkomst, COUNT(*) AS Aantal, SUM(Pogingen - 1) AS Herhaald
            FROM Synchronisatie_Ronde
            WHERE Volgnummer = 0
            GROUP BY Uitkomst
            ORDER BY Uitkomst;
            """;
        await using var connection = new SqliteConnection(_connection);
        var found = await connection.QueryAsync<(long Uitkomst, long Aantal, long Herhaald)>(Sql);
        return string.Join(", ", found.Select(f =>
            $"{((Rondeuitkomst)f.Uitkomst).ToString().ToUpperInvariant()} {f.Aantal}"
            + (f.Herhaald == 0 ? "" : $" (repeated {f.Herhaald})")));
    }

    private async Task<int> CountAsync(string sql)
    {
        await using var connection = new SqliteConnection(_connection);
        return await connection.ExecuteScalarAsync<int>(sql);
    }
}
