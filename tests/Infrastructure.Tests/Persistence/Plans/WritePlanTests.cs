using System.Collections.Frozen;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Tests.Persistence.TransactSql;
using Kurve.Numo.Infrastructure.Tests.Stores;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.Plans;

/// <summary>
/// Everybody waits for who holds SQLite's write lock, so what runs under it must cost what it changes, and not what the
/// database holds.
/// </summary>
[SqliteOnly("it is about the plans of SQLite")]
public sealed class WritePlanTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    private const string KeysWithoutIndex = """
        SELECT DISTINCT t.name || '.' || k."from"
        FROM sqlite_master AS t
        INNER JOIN pragma_foreign_key_list(t.name) AS k
        WHERE t.type = 'table' AND NOT EXISTS (
            SELECT 1
            FROM pragma_index_list(t.name) AS i
            INNER JOIN pragma_index_info(i.name) AS c ON c.name = k."from"
            WHERE c.seqno <= k.seq);
        """;

    [Fact]
    public async Task What_runs_under_the_write_lock_scans_crosses_and_sorts_nothing_that_grows()
    {
        var recorder = WriteRecorder.Begin();
        await WriteFlows.RunAsync();
        string[] statements = [.. recorder.Statements.Concat(WritesInCode()).Distinct(StringComparer.Ordinal)];

        var faults = string.Join('\n', Faults(statements));

        faults.Should().BeEmpty($"each of {statements.Length} statements costs what it changes");
    }

    [Theory]
    [InlineData("DELETE FROM Leerlingen_Leerling WHERE Roepnaam = 'Sam'", "full scan")]
    [InlineData("SELECT Id FROM Leerlingen_Leerling WHERE SchoolId = @SchoolId ORDER BY Achternaam", "sort")]
    [InlineData(
        "SELECT l.Id FROM Leerlingen_Leerling AS l INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = l.SchoolId "
        + "WHERE l.SchoolId = @SchoolId",
        "cross product")]
    [InlineData(
        "DELETE FROM Leerlingen_LeerlingGroep WHERE SchoolId = @SchoolId "
        + "AND LeerlingId IN (SELECT Id FROM Leerlingen_LeerlingStaging WHERE SchoolId = @SchoolId) "
        + "AND GroepId IN (SELECT Id FROM Leerlingen_Groep WHERE SchoolId = @SchoolId)",
        "crossed lists")]
    public void A_statement_that_does_is_found(string sql, string fault) =>
        Faults(sql).Should().Contain(found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void Each_foreign_key_of_what_can_be_taken_away_is_found_by_an_index()
    {
        using var connection = new SqliteConnection(filled.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = KeysWithoutIndex;
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        found.Should().BeEmpty("SQLite looks for what refers to each row that goes, and shows that in no plan");
    }

    private static FrozenSet<string> Names(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private string[] Faults(params IReadOnlyCollection<string> statements)
    {
        using var connection = new SqliteConnection(filled.ConnectionString);
        connection.Open();
        var kinds = new QueryPlan.Kinds(
            Fixed: Names("Opleidingen_Opleiding", "Leerplannen_Catalogus", "Leerplannen_Vaardigheid", "Leerplannen_Standaard"),
            Few: Names("Leerlingen_Schooljaar", "Wijzigingen_Adres"),
            SmallIndexes: Names("UX_Importeren_Run_Bezig"),
            QueryPlan.KeysOf(connection));
        return
        [
            .. statements.SelectMany(
                sql => QueryPlan.Of(connection, sql, kinds).Faults(), (sql, fault) => $"{fault}\n{sql}\n"),
        ];
    }

    /// <summary>What no flow happens to run is looked at as well.</summary>
    private static IEnumerable<string> WritesInCode()
    {
        var dialect = new SqliteDialect("Data Source=:memory:");
        return Statements.InCode
            .SelectMany(statement => dialect.Render(statement.Sql).Split(
                ';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(sql => sql.StartsWith("INSERT", StringComparison.Ordinal)
                || sql.StartsWith("UPDATE", StringComparison.Ordinal)
                || sql.StartsWith("DELETE", StringComparison.Ordinal));
    }
}
