using System.Diagnostics.CodeAnalysis;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.TransactSql;

/// <summary>
/// Every statement is written as T-SQL, so that one text serves every engine; and so are the migrations of SQL Server
/// and what an operator runs.
/// </summary>
[SuppressMessage("Naming", "CA1724", Justification = "The folder is named after the language as well.")]
public sealed class TransactSqlTests
{
    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, sql) in Statements.InCode)
        {
            data.Add(name, sql);
        }

        foreach (var (name, sql) in Statements.MigrationsOf("SqlServer"))
        {
            data.Add(name, sql);
        }

        const string Operators = "create-database.sql";
        data.Add(Operators, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Operators)));
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_statement_parses_as_transact_sql(string name, string sql)
    {
        var parse = () => Statements.Parse(sql);

        parse.Should().NotThrow(name);
    }

    [Fact]
    public void There_are_statements_to_check()
    {
        Statements.InCode.Count.Should().BeGreaterThan(30);
        Statements.MigrationsOf("SqlServer").Count.Should().BeGreaterThan(5);
    }

    [Fact]
    public void What_only_sqlite_understands_does_not_parse()
    {
        var parse = () => Statements.Parse("SELECT Id FROM Scholen_School ORDER BY Id LIMIT @Take;");

        parse.Should().Throw<FormatException>();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_statement_avoids_what_compatible_engines_lack(string name, string sql) =>
        ForbiddenSql.In(sql).Should().BeEmpty(name);

    [Theory]
    [InlineData("MERGE", "MERGE T USING S ON T.Id = S.Id WHEN MATCHED THEN DELETE;")]
    [InlineData("UPDATE through a CTE", "WITH c AS (SELECT A FROM T) UPDATE c SET A = 1;")]
    [InlineData("DELETE through a CTE", "WITH c AS (SELECT A FROM T) DELETE FROM c;")]
    [InlineData("CREATE OR ALTER", "CREATE OR ALTER VIEW V AS SELECT 1 AS A;")]
    [InlineData("CREATE OR ALTER", "CREATE OR ALTER PROCEDURE P AS SELECT 1;")]
    [InlineData("CREATE OR ALTER", "CREATE OR ALTER FUNCTION F() RETURNS int AS BEGIN RETURN 1 END;")]
    [InlineData("CREATE OR ALTER", "CREATE OR ALTER TRIGGER R ON T AFTER INSERT AS SELECT 1;")]
    [InlineData("an index inside CREATE TABLE", "CREATE TABLE T (A int NOT NULL, INDEX IX_T_A (A));")]
    [InlineData("an index inside CREATE TABLE", "CREATE TABLE T (A int NOT NULL INDEX IX_T_A);")]
    [InlineData("rowversion", "CREATE TABLE T (A rowversion NOT NULL);")]
    [InlineData("rowversion", "CREATE TABLE T (A timestamp NOT NULL);")]
    [InlineData("a table hint", "SELECT A FROM T WITH (UPDLOCK, HOLDLOCK);")]
    [InlineData("a table hint", "UPDATE T WITH (ROWLOCK) SET A = 1;")]
    public void What_they_lack_is_found(string what, string sql) =>
        ForbiddenSql.In(sql).Should().Contain(found => found.StartsWith(what, StringComparison.Ordinal));

    [Fact]
    public void A_select_through_a_cte_is_allowed() =>
        ForbiddenSql.In("WITH c AS (SELECT A FROM T) SELECT A FROM c;").Should().BeEmpty();
}
