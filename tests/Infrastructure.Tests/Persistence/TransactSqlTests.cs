using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

/// <summary>
/// Every statement that is not a migration is written as T-SQL, so that one text serves every engine.
/// </summary>
public sealed partial class TransactSqlTests
{
    public static TheoryData<string, string> Statements()
    {
        var data = new TheoryData<string, string>();
        foreach (var field in typeof(InfrastructureRegistration).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f is { IsLiteral: true } && f.FieldType == typeof(string)))
        {
            var sql = (string)field.GetRawConstantValue()!;
            if (Statement().IsMatch(sql))
            {
                data.Add($"{field.DeclaringType!.Name}.{field.Name}", sql);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_parses_as_transact_sql(string name, string sql) => Errors(sql).Should().BeEmpty(name);

    [Fact]
    public void There_are_statements_to_check() => Statements().Count.Should().BeGreaterThan(30);

    [Fact]
    public void What_only_sqlite_understands_does_not_parse() =>
        Errors("SELECT Id FROM Scholen_School ORDER BY Id LIMIT @Take;").Should().NotBeEmpty();

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_avoids_what_compatible_engines_lack(string name, string sql) =>
        Forbidden().IsMatch(sql).Should().BeFalse(name);

    private static IList<string> Errors(string sql)
    {
        // Dapper makes a list of parameters of "IN @Ids".
        using var reader = new StringReader(InList().Replace(sql, "IN (@${list})"));
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return [.. errors.Select(e => $"{e.Line}:{e.Column} {e.Message}")];
    }

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE)\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"IN @(?<list>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InList();

    [GeneratedRegex(
        @"\b(MERGE|WITH\s+\w+\s+AS|CREATE OR ALTER)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Forbidden();
}
