using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.TransactSql;

/// <summary>
/// The schema of SQL Server and all statements against it, in the model that DacFx makes of a database: a table or a
/// column that is not there is an error, in a statement as well as in an index, a view or a foreign key.
/// </summary>
public sealed class SchemaModelTests
{
    [Fact]
    public void The_schema_and_every_statement_are_a_model_without_a_flaw()
    {
        using var model = Build(Statements.InCode);

        Flaws(model).Should().BeEmpty();
    }

    [Theory]
    [InlineData("SELECT Id FROM Scholen_Schol;", "Scholen_Schol")]
    [InlineData("SELECT Id, Nam FROM Scholen_School;", "Nam")]
    [InlineData("UPDATE Scholen_School SET Nam = @Naam;", "Nam")]
    [InlineData("INSERT INTO Scholen_School (Id, Nam) VALUES (@Id, @Naam);", "Nam")]
    [InlineData("DELETE FROM Scholen_School WHERE Nam = @Naam;", "Nam")]
    public void A_name_that_is_not_in_the_schema_is_found(string sql, string name)
    {
        using var model = Build([("Test", sql)]);

        Flaws(model).Should().NotBeEmpty().And.OnlyContain(flaw => flaw.Contains(name));
    }

    [Fact]
    public void An_index_on_a_column_that_is_not_there_is_found()
    {
        using var model = Build([]);
        model.AddObjects("CREATE INDEX IX_Test ON Scholen_School (Nam);");

        Flaws(model).Should().NotBeEmpty();
    }

    private static TSqlModel Build(IEnumerable<(string Name, string Sql)> statements)
    {
        var model = new TSqlModel(SqlServerVersion.Sql150, new TSqlModelOptions());
        var schema = SqlServerSchema.Of(Statements.MigrationsOf("SqlServer").Values);
        foreach (var definition in schema.Definitions)
        {
            model.AddObjects(SqlServerSchema.Text(definition));
        }

        foreach (var (name, sql) in statements)
        {
            model.AddObjects(ToProcedure(name, sql));
        }

        return model;
    }

    private static string ToProcedure(string name, string sql)
    {
        var variables = new Variables();
        Statements.Parse(sql).Accept(variables);
        var parameters = string.Join(", ", variables.Names.Select(v => $"{v} nvarchar(4000)"));
        return $"CREATE PROCEDURE [{name}] {parameters} AS\nBEGIN\n{sql}\nEND";
    }

    private static string[] Flaws(TSqlModel model) => [.. model.Validate().Select(message => message.ToString())];

    private sealed class Variables : TSqlFragmentVisitor
    {
        public SortedSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override void Visit(VariableReference node) => Names.Add(node.Name);
    }
}
