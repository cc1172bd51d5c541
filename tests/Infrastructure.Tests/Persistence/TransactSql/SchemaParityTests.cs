using Kurve.Numo.Infrastructure.Tests.Stores;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.TransactSql;

/// <summary>
/// Both engines have the same tables, columns, keys, indexes and views: a migration that was written for one of them only
/// fails here, and the message says what is missing.
/// </summary>
[SqliteOnly("compares its schema with the scripts of SQL Server")]
public sealed class SchemaParityTests
{
    private const string Folder = "src/Infrastructure/Persistence/Migrations/SqlServer";
    private const int LongestClusteredKey = 900;
    private const int LongestKey = 1700;

    [Fact]
    public void Each_migration_of_one_engine_has_its_twin_of_the_same_name_for_the_other()
    {
        var (sqlite, sqlServer) = (Statements.MigrationsOf("Sqlite"), Statements.MigrationsOf("SqlServer"));

        var missing = sqlite.Keys.Except(sqlServer.Keys).ToArray();

        missing.Should().BeEmpty(
            "each migration of SQLite has a twin in {0}; drafts to finish (docs/runbooks/sqlserver.md):\n{1}\n",
            Folder,
            string.Join('\n', missing.Select(name => $"==== {Folder}/{name}\n{TwinDraft.Of(sqlite[name])}")));
        sqlServer.Keys.Except(sqlite.Keys).Should().BeEmpty("what one engine has, the other has");
    }

    [Fact]
    public async Task The_migrations_of_both_engines_leave_the_same_schema_behind()
    {
        await using var database = TestDatabase.Create();

        var differences = Compare(await SchemaFacts.OfSqliteAsync(database), SqlServerFacts());

        differences.Should().BeEmpty("a migration changes the schema of both engines; see {0}", Folder);
    }

    [Theory]
    [InlineData("ALTER TABLE Scholen_School ADD Extra int NULL;", "column Extra")]
    [InlineData("ALTER TABLE Scholen_School ALTER COLUMN Sector int NULL;", "column Sector")]
    [InlineData("ALTER TABLE Scholen_School DROP COLUMN Sector;", "column Sector")]
    [InlineData("DROP TABLE Opleidingen_Crebo;", "table Opleidingen_Crebo")]
    [InlineData("DROP INDEX UX_Scholen_School_Brin ON Scholen_School;", "index UX_Scholen_School_Brin")]
    [InlineData("CREATE UNIQUE INDEX UX_Extra ON Scholen_School (Naam);", "index UX_Extra")]
    [InlineData("CREATE TABLE Extra (Id int NOT NULL, CONSTRAINT PK_Extra PRIMARY KEY (Id));", "table Extra")]
    [InlineData("DROP VIEW Leerplannen_Laag;", "view Leerplannen_Laag")]
    [InlineData("ALTER TABLE Koppelingen_Poort DROP CONSTRAINT FK_Koppelingen_Poort_Koppeling;", "foreign key")]
    public async Task What_only_one_engine_has_is_found(string migration, string difference)
    {
        await using var database = TestDatabase.Create();

        var differences = Compare(await SchemaFacts.OfSqliteAsync(database), SqlServerFacts(migration));

        differences.Should().NotBeEmpty().And.OnlyContain(line => line.Contains(difference));
    }

    [Fact]
    public void Every_text_of_sql_server_is_compared_by_its_bytes() =>
        Columns(TextColumns).Where(c => c.Column.Collation?.Value != "Latin1_General_100_BIN2").Select(c => c.Name)
            .Should().BeEmpty("SQLite compares and sorts by bytes: say COLLATE Latin1_General_100_BIN2");

    [Fact]
    public void Every_number_of_sql_server_is_an_int_and_every_version_a_bigint() =>
        Columns(["int", "bigint"])
            .Where(c => SchemaFacts.TypeOf(c.Column) == "bigint" != c.Name.Contains(".Versie", StringComparison.Ordinal))
            .Select(c => c.Name)
            .Should().BeEmpty("readers ask for these types by column number");

    [Fact]
    public void No_key_of_sql_server_can_grow_too_long_to_be_stored()
    {
        var schema = SqlServerSchema.Of(Statements.MigrationsOf("SqlServer").Values);
        var sizes = Columns([]).ToDictionary(c => c.Name, c => Size(c.Column), StringComparer.Ordinal);
        var clustered = schema.Tables.SelectMany(t => t.Value.Definition.TableConstraints
            .OfType<UniqueConstraintDefinition>()
            .Select(k => (Table: t.Key, k.Columns, Most: LongestClusteredKey)));
        var others = schema.Indexes.Select(
            i => (Table: SqlServerSchema.NameOf(i.OnName), i.Columns, Most: LongestKey));

        var tooLong = clustered.Concat(others).Where(key => key.Most < key.Columns.Sum(
            c => sizes[$"{key.Table}.{c.Column.MultiPartIdentifier.Identifiers[^1].Value}"]));

        tooLong.Select(key => key.Table).Should().BeEmpty();
    }

    [Fact]
    public void A_draft_of_a_twin_has_the_columns_keys_and_indexes_of_the_migration_that_it_stands_beside()
    {
        var drafts = Statements.MigrationsOf("Sqlite")
            .Where(m => !m.Value.Contains("RENAME TO", StringComparison.Ordinal)
                && !m.Value.Contains("ADD COLUMN", StringComparison.Ordinal)
                && !m.Value.Contains("CREATE VIEW", StringComparison.Ordinal)
                && m.Value.Contains("CREATE TABLE", StringComparison.Ordinal));

        foreach (var (name, sqlite) in drafts)
        {
            var drafted = SchemaFacts.OfSqlServer(SqlServerSchema.Of([TwinDraft.Of(sqlite)]));
            var written = SchemaFacts.OfSqlServer(SqlServerSchema.Of([Statements.MigrationsOf("SqlServer")[name]]));
            drafted.Should().Equal(written, name);
        }
    }

    private static readonly string[] TextColumns = ["nvarchar", "varchar", "nchar", "char"];

    private static SortedSet<string> SqlServerFacts(params string[] more) =>
        SchemaFacts.OfSqlServer(SqlServerSchema.Of([.. Statements.MigrationsOf("SqlServer").Values, .. more]));

    private static IEnumerable<(string Name, ColumnDefinition Column)> Columns(string[] types) =>
        SqlServerSchema.Of(Statements.MigrationsOf("SqlServer").Values).Tables.SelectMany(
            table => table.Value.Definition.ColumnDefinitions
                .Where(c => types.Length == 0 || types.Contains(SchemaFacts.TypeOf(c)))
                .Select(c => ($"{table.Key}.{c.ColumnIdentifier.Value}", c)));

    private static int Size(ColumnDefinition column)
    {
        var parameters = (column.DataType as ParameterizedDataTypeReference)?.Parameters ?? [];
        return SchemaFacts.TypeOf(column) switch
        {
            "int" => 4,
            "bigint" or "float" => 8,
            "datetimeoffset" => 10,
            "date" => 3,
            var type => int.TryParse(parameters[0].Value, out var length)
                ? length * (type == "nvarchar" ? 2 : 1)
                : int.MaxValue / 100,
        };
    }

    private static string[] Compare(SortedSet<string> sqlite, SortedSet<string> sqlServer) =>
    [
        .. sqlite.Except(sqlServer).Select(fact => $"SQLite has and SQL Server lacks: {fact}"),
        .. sqlServer.Except(sqlite).Select(fact => $"SQL Server has and SQLite lacks: {fact}"),
    ];
}
