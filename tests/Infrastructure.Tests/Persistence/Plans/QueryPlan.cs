using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.Plans;

/// <summary>
/// What SQLite says it will do for a statement, and what is wrong with that: a full scan of a table that grows with the
/// number of schools, a loop within a loop that reads all of a school each time, or a sort of what it read.
/// </summary>
internal sealed partial class QueryPlan
{
    // What narrows a search to a school, a run or a kind, and not to a person or thing.
    private static readonly HashSet<string> Wide = new(StringComparer.OrdinalIgnoreCase)
    {
        "SchoolId", "RunId", "Schooljaar", "Soort", "Status", "State", "Persoon", "Nieuw", "Vestiging", "Bron", "Erbij",
    };

    private const string UniqueKeys = """
        SELECT t.name, (SELECT group_concat(c.name) FROM pragma_index_info(i.name) AS c)
        FROM sqlite_master AS t
        INNER JOIN pragma_index_list(t.name) AS i ON i."unique" = 1 AND i.partial = 0
        WHERE t.type = 'table';
        """;

    private readonly List<Step> _steps = [];
    private readonly Dictionary<string, string> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Kinds _kinds;

    private QueryPlan(string sql, Kinds kinds)
    {
        _kinds = kinds;
        foreach (Match table in Table().Matches(sql))
        {
            var name = table.Groups["name"].Value;
            _tables[name] = name;
            _tables[table.Groups["alias"] is { Success: true, Value: var alias } ? alias : name] = name;
        }
    }

    /// <summary>Asks SQLite.</summary>
    /// <param name="connection">A database with the schema.</param>
    /// <param name="sql">One statement; its parameters need no values.</param>
    /// <param name="kinds">What is known of tables and indexes.</param>
    public static QueryPlan Of(SqliteConnection connection, string sql, Kinds kinds)
    {
        var plan = new QueryPlan(sql, kinds);
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (Match parameter in Parameter().Matches(sql))
        {
            if (!command.Parameters.Contains(parameter.Value))
            {
                command.Parameters.AddWithValue(parameter.Value, DBNull.Value);
            }
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            plan._steps.Add(new Step(reader.GetInt32(0), reader.GetInt32(1), reader.GetString(3)));
        }

        return plan;
    }

    /// <summary>What is wrong with it; nothing when it is right.</summary>
    public IEnumerable<string> Faults() =>
        _steps.Where(IsFullScan).Select(step => $"full scan: {step.Detail}")
            .Concat(_steps.Where(step => step.Detail.Contains("AUTOMATIC", StringComparison.Ordinal))
                .Select(step => $"index made on the way: {step.Detail}"))
            .Concat(_steps.Where(IsSort).Select(step => $"sort: {step.Detail}"))
            .Concat(_steps.Where(IsInnerAndWide).Select(step => $"cross product: {step.Detail}"))
            .Concat(_steps.Where(HasCrossedLists).Select(step => $"crossed lists: {step.Detail}"));

    private bool IsFullScan(Step step) => Reading().Match(step.Detail) is { Success: true } read
        && string.Equals(read.Groups["how"].Value, "SCAN", StringComparison.Ordinal)
        && TableOf(read) is { } table
        && !_kinds.Fixed.Contains(table)
        && !_kinds.SmallIndexes.Any(index => step.Detail.EndsWith($" {index}", StringComparison.Ordinal));

    // What was found by more than the school are a few rows.
    private bool IsSort(Step step) => step.Detail.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal)
        && Siblings(step).FirstOrDefault(other => Reading().IsMatch(other.Detail)) is { } first
        && Narrow(first).Length == 0
        && Grows(Reading().Match(first.Detail));

    // Each loop but the outermost has to find its row by more than the school.
    private bool IsInnerAndWide(Step step)
    {
        var read = Reading().Match(step.Detail);
        var isInner = Siblings(step).TakeWhile(other => other.Id != step.Id).Any(other => Reading().IsMatch(other.Detail))
            || _steps.Exists(other => other.Id == step.Parent && other.Detail.StartsWith("CORRELATED", StringComparison.Ordinal));
        return read.Success
            && isInner
            && Grows(read)
            && string.Equals(read.Groups["how"].Value, "SEARCH", StringComparison.Ordinal)
            && Narrow(step).Length == 0
            && !FindsOneRow(step, TableOf(read)!);
    }

    private bool FindsOneRow(Step step, string table)
    {
        var by = Constraint().Matches(step.Detail)
            .Where(m => string.Equals(m.Groups["how"].Value, "=", StringComparison.Ordinal))
            .Select(m => m.Groups["column"].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return _kinds.Keys[table].Any(key => key.All(by.Contains));
    }

    // Two lists on one key: SQLite looks up each of the one with each of the other.
    private bool HasCrossedLists(Step step) => Reading().IsMatch(step.Detail)
        && Narrow(step).Length > 1
        && Siblings(step).Count(other => other.Detail.StartsWith("LIST SUBQUERY", StringComparison.Ordinal)) > 1;

    private IEnumerable<Step> Siblings(Step step) => _steps.Where(other => other.Parent == step.Parent);

    private bool Grows(Match read) => TableOf(read) is { } table && !_kinds.Fixed.Contains(table) && !_kinds.Few.Contains(table);

    private string? TableOf(Match read) => _tables.GetValueOrDefault(read.Groups["table"].Value);

    private static string[] Narrow(Step step) =>
        [.. Constraint().Matches(step.Detail).Select(m => m.Groups["column"].Value).Where(column => !Wide.Contains(column))];

    /// <summary>What is known of tables and indexes.</summary>
    /// <param name="Fixed">Tables whose size is that of the product, not of its use.</param>
    /// <param name="Few">Tables with a handful of rows for each school.</param>
    /// <param name="SmallIndexes">Indexes of a few rows of a large table: to go through one is no full scan.</param>
    /// <param name="Keys">The columns of each unique key of a table.</param>
    internal sealed record Kinds(
        IReadOnlySet<string> Fixed,
        IReadOnlySet<string> Few,
        IReadOnlySet<string> SmallIndexes,
        ILookup<string, string[]> Keys);

    /// <summary>The columns of each unique key that holds for all rows, by table.</summary>
    public static ILookup<string, string[]> KeysOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = UniqueKeys;
        using var reader = command.ExecuteReader();
        var keys = new List<(string Table, string[] Columns)>();
        while (reader.Read())
        {
            keys.Add((reader.GetString(0), reader.GetString(1).Split(',')));
        }

        return keys.ToLookup(key => key.Table, key => key.Columns, StringComparer.OrdinalIgnoreCase);
    }

    private sealed record Step(int Id, int Parent, string Detail);

    [GeneratedRegex(@"^(?<how>SCAN|SEARCH) (?<table>\w+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Reading();

    [GeneratedRegex(@"(?<column>\w+)(?<how>[=<>])", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\b(FROM|JOIN|INTO|UPDATE)\s+(?<name>\w+)(\s+AS\s+(?<alias>\w+))?", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Table();

    [GeneratedRegex(@"@\w+", RegexOptions.None, 1_000)]
    private static partial Regex Parameter();
}
