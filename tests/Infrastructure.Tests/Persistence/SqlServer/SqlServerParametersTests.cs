using System.Data;
using Dapper;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Persistence.SqlServer;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>How parameters are declared; a plan on the server serves statements that declare the same.</summary>
public sealed class SqlServerParametersTests
{
    private static readonly SqlServerDialect Dialect = new("Server=db.example;Database=Numo;User Id=numo;Password=x");

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(9_000)]
    public void A_blob_is_declared_the_same_whatever_its_length(int length)
    {
        var sent = Send("UPDATE T SET A = @Blob;", new { Blob = new byte[length] });

        sent["Blob"].Should().Be((SqlDbType.VarBinary, -1));
    }

    [Fact]
    public void An_id_is_as_long_as_its_column_alone_and_in_a_list()
    {
        var ids = TypeHandlers.ToList([Guid.NewGuid(), Guid.NewGuid()]);

        var sent = Send(
            "SELECT A FROM T WHERE Id = @Id AND Id IN @Ids;", new { Id = new SchoolId(Guid.NewGuid()), Ids = ids });

        sent.Should().HaveCount(3);
        sent.Values.Should().AllBeEquivalentTo((SqlDbType.VarBinary, 16));
    }

    [Fact]
    public void What_a_statement_does_not_name_is_not_sent() =>
        Send("SELECT A FROM T WHERE Id = @Id;", new { Id = 1, Blob = new byte[3] }).Keys.Should().Equal("Id");

    [Theory]
    [InlineData(5, 5)]
    [InlineData(6, 10)]
    [InlineData(151, 200)]
    [InlineData(1_000, 1_000)]
    public void Lists_of_nearly_one_length_are_one_statement(int count, int sent) =>
        Send("SELECT A FROM T WHERE B IN @List;", new { List = Enumerable.Range(0, count) }).Should().HaveCount(sent);

    [Fact]
    public void A_statement_is_run_for_each_of_a_list()
    {
        object[] list = [new { Id = 1 }, new { Id = 2 }];

        Dialect.Declare(list).Should().BeSameAs(list);
    }

    private static Dictionary<string, (SqlDbType Type, int Size)> Send(string sql, object parameters)
    {
        TypeHandlers.Register();
        using var connection = new Recorder();
        connection.Execute(sql, Dialect.Declare(parameters));
        return connection.Sent;
    }
}
