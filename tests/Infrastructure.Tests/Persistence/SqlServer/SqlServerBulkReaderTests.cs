using System.Data;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Persistence.SqlServer;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.SqlServer;

public sealed class SqlServerBulkReaderTests
{
    private static readonly BulkTable<(int Nummer, string? Naam)> Table =
        new("Tabel", ("Nummer", r => r.Nummer), ("Naam", r => r.Naam));

    [Fact]
    public void Rows_come_in_their_order_with_the_columns_of_the_table()
    {
        using var reader = new SqlServerBulkReader<(int, string?)>(Table, [(1, "een"), (2, null)]);
        var loaded = new List<object[]>();

        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            loaded.Add(row);
            reader.IsDBNull(1).Should().Be(row[1] is DBNull);
        }

        loaded.Should().BeEquivalentTo(
            new object[][] { [1, "een"], [2, DBNull.Value] }, options => options.WithStrictOrdering());
        reader.GetOrdinal("naam").Should().Be(1);
    }

    [Fact]
    public void No_rows_are_known_before_anything_is_read()
    {
        using var reader = new SqlServerBulkReader<(int, string?)>(Table, []);

        reader.HasRows.Should().BeFalse();
        reader.Read().Should().BeFalse();
    }

    [Fact]
    public void Rows_are_made_when_they_are_asked_for()
    {
        var made = 0;
        using var reader = new SqlServerBulkReader<(int, string?)>(
            Table, Enumerable.Range(1, 100).Select(i => (made = i, (string?)null)));

        reader.Read();
        reader.Read();

        made.Should().Be(2);
    }

    [Fact]
    public void A_column_that_the_table_lacks_is_named()
    {
        using var reader = new SqlServerBulkReader<(int, string?)>(Table, []);

        var find = () => ((IDataRecord)reader).GetOrdinal("Anders");

        find.Should().Throw<ArgumentException>().WithMessage("*Tabel*Anders*");
    }
}
