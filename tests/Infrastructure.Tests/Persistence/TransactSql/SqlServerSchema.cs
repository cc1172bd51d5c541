using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.TransactSql;

/// <summary>
/// The schema that migrations of SQL Server leave behind, worked out without a server: each script is taken as run on a
/// database that had all before it.
/// </summary>
internal sealed class SqlServerSchema
{
    private readonly Dictionary<string, CreateIndexStatement> _indexes = new(StringComparer.Ordinal);

    public SortedDictionary<string, CreateTableStatement> Tables { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, CreateViewStatement> Views { get; } = new(StringComparer.Ordinal);

    public IEnumerable<CreateIndexStatement> Indexes => _indexes.Values;

    public static SqlServerSchema Of(IEnumerable<string> scripts)
    {
        var schema = new SqlServerSchema();
        foreach (var statement in scripts.SelectMany(s => Statements.Parse(s).Batches).SelectMany(b => b.Statements))
        {
            schema.Run(statement);
        }

        return schema;
    }

    /// <summary>The statements that make this schema at once.</summary>
    public IEnumerable<TSqlStatement> Definitions => [.. Tables.Values, .. _indexes.Values, .. Views.Values];

    public static string NameOf(SchemaObjectName name) => name.BaseIdentifier.Value;

    /// <summary>How it is written.</summary>
    public static string Text(TSqlFragment fragment)
    {
        new Sql150ScriptGenerator().GenerateScript(fragment, out var text);
        return text;
    }

    private void Run(TSqlStatement statement)
    {
        switch (statement)
        {
            case IfStatement guarded:
                Run(guarded.ThenStatement);
                break;
            case BeginEndBlockStatement block:
                block.StatementList.Statements.ToList().ForEach(Run);
                break;
            case CreateTableStatement table:
                Tables.Add(NameOf(table.SchemaObjectName), table);
                break;
            case CreateIndexStatement index:
                _indexes.Add(index.Name.Value, index);
                break;
            case CreateViewStatement view:
                Views.Add(NameOf(view.SchemaObjectName), view);
                break;
            case AlterTableStatement change:
                Alter(Tables[NameOf(change.SchemaObjectName)].Definition, change);
                break;
            case DropObjectsStatement drop:
                drop.Objects.ToList().ForEach(name => Drop(NameOf(name)));
                break;
            case DropIndexStatement drop:
                drop.DropIndexClauses.OfType<DropIndexClause>().ToList().ForEach(i => _indexes.Remove(i.Index.Value));
                break;
            case InsertStatement or UpdateStatement or DeleteStatement or PredicateSetStatement:
                break;
            default:
                throw new NotSupportedException(
                    $"A migration has a {statement.GetType().Name}, of which {nameof(SqlServerSchema)} does not know "
                    + $"what it leaves behind: {Text(statement)}");
        }
    }

    private void Drop(string name)
    {
        Views.Remove(name);
        if (Tables.Remove(name))
        {
            _indexes.Values.Where(i => NameOf(i.OnName) == name).ToList().ForEach(i => _indexes.Remove(i.Name.Value));
        }
    }

    private static void Alter(TableDefinition table, AlterTableStatement change)
    {
        switch (change)
        {
            case AlterTableAddTableElementStatement added:
                added.Definition.ColumnDefinitions.ToList().ForEach(table.ColumnDefinitions.Add);
                added.Definition.TableConstraints.ToList().ForEach(table.TableConstraints.Add);
                break;
            case AlterTableAlterColumnStatement altered:
                var column = table.ColumnDefinitions.Single(
                    c => c.ColumnIdentifier.Value == altered.ColumnIdentifier.Value);
                column.DataType = altered.DataType;
                column.Collation = altered.Collation;
                column.Constraints.OfType<NullableConstraintDefinition>().ToList().ForEach(
                    c => column.Constraints.Remove(c));
                column.Constraints.Add(new NullableConstraintDefinition
                {
                    Nullable = altered.AlterTableAlterColumnOption != AlterTableAlterColumnOption.NotNull,
                });
                break;
            case AlterTableDropTableElementStatement dropped:
                foreach (var name in dropped.AlterTableDropTableElements.Select(e => e.Name.Value))
                {
                    table.ColumnDefinitions.Where(c => c.ColumnIdentifier.Value == name).ToList().ForEach(
                        c => table.ColumnDefinitions.Remove(c));
                    table.TableConstraints.Where(c => c.ConstraintIdentifier?.Value == name).ToList().ForEach(
                        c => table.TableConstraints.Remove(c));
                }

                break;
            default:
                throw new NotSupportedException($"{change.GetType().Name}: {Text(change)}");
        }
    }
}
