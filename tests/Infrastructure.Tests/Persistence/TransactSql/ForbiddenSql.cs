using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.TransactSql;

/// <summary>Finds what SQL Server understands, but not every engine that speaks as it does.</summary>
internal sealed class ForbiddenSql : TSqlFragmentVisitor
{
    private readonly List<string> _found = [];

    public static IReadOnlyList<string> In(string sql)
    {
        var visitor = new ForbiddenSql();
        Statements.Parse(sql).Accept(visitor);
        return visitor._found;
    }

    public override void Visit(MergeStatement node) => Add("MERGE", node);

    public override void Visit(UpdateStatement node) => AddIf(
        node.WithCtesAndXmlNamespaces is not null, "UPDATE through a CTE", node);

    public override void Visit(DeleteStatement node) => AddIf(
        node.WithCtesAndXmlNamespaces is not null, "DELETE through a CTE", node);

    public override void Visit(CreateOrAlterViewStatement node) => Add("CREATE OR ALTER", node);

    public override void Visit(CreateOrAlterProcedureStatement node) => Add("CREATE OR ALTER", node);

    public override void Visit(CreateOrAlterFunctionStatement node) => Add("CREATE OR ALTER", node);

    public override void Visit(CreateOrAlterTriggerStatement node) => Add("CREATE OR ALTER", node);

    public override void Visit(TableDefinition node) => AddIf(
        node.Indexes.Count > 0, "an index inside CREATE TABLE", node);

    public override void Visit(ColumnDefinition node) => AddIf(
        node.Index is not null, "an index inside CREATE TABLE", node);

    public override void Visit(SqlDataTypeReference node) => AddIf(
        node.SqlDataTypeOption is SqlDataTypeOption.Rowversion or SqlDataTypeOption.Timestamp, "rowversion", node);

    public override void Visit(TableHint node) => Add("a table hint", node);

    private void AddIf(bool isForbidden, string what, TSqlFragment node)
    {
        if (isForbidden)
        {
            Add(what, node);
        }
    }

    private void Add(string what, TSqlFragment node) => _found.Add($"{what} on line {node.StartLine}");
}
