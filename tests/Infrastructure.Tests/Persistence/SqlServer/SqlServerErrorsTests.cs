using Kurve.Numo.Infrastructure.Persistence.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.SqlServer;

public sealed class SqlServerErrorsTests
{
    private const string Secret = "zeer-geheim";

    private static readonly SqlConnectionStringBuilder Settings =
        SqlServerSettings.Parse($"Server=db.example,1444;Database=Numo;User Id=numo;Password={Secret}");

    [Fact]
    public void A_bulk_insert_that_is_refused_keeps_its_cause()
    {
        var said = SqlErrors.Create(547, 16, "The INSERT statement conflicted with a FOREIGN KEY constraint.");
        var closed = new InvalidOperationException("Invalid operation. The connection is closed.");
        var value = new InvalidOperationException("x", new InvalidOperationException("Sam"));

        SqlServerFault.OfBulkInsert("T", new InvalidOperationException("x", said)).Numbers.Should().Equal(547);
        SqlServerFault.OfBulkInsert("T", closed).Message.Should().Contain("T").And.NotContain("does not fit");
        SqlServerFault.OfBulkInsert("T", value).Message.Should().Be("A row does not fit into T.");
    }

    [Theory]
    [InlineData(2601)]
    [InlineData(2627)]
    public void A_unique_index_and_a_unique_constraint_mean_the_same(int number) =>
        SqlServerErrors.IsUniqueViolation(SqlErrors.Create(number)).Should().BeTrue();

    [Theory]
    [InlineData(547)]
    [InlineData(1205)]
    [InlineData(2628)]
    public void Other_errors_are_no_unique_keys(int number) =>
        SqlServerErrors.IsUniqueViolation(SqlErrors.Create(number)).Should().BeFalse();

    [Theory]
    [InlineData(1205, true, true, true)]
    [InlineData(3960, true, true, true)]
    [InlineData(1222, true, true, false)]
    [InlineData(40613, true, true, false)]
    [InlineData(10054, true, true, false)]
    [InlineData(2627, true, false, false)]
    [InlineData(-2, false, true, false)]
    [InlineData(547, true, false, false)]
    [InlineData(208, false, false, false)]
    [InlineData(18456, false, false, false)]
    public void What_can_be_repeated_and_what_is_busy(int number, bool isRepeatable, bool isBusy, bool isTakenBack)
    {
        var error = SqlErrors.Create(number);

        SqlServerErrors.IsRepeatable(error).Should().Be(isRepeatable);
        SqlServerErrors.IsBusy(error).Should().Be(isBusy);
        SqlServerErrors.IsTakenBack(error).Should().Be(isTakenBack);
    }

    [Fact]
    public void A_connection_that_broke_is_repeatable_whatever_its_number()
    {
        var error = SqlErrors.Create(0, severity: 20);

        SqlServerErrors.IsRepeatable(error).Should().BeTrue();
        SqlServerErrors.IsBusy(error).Should().BeTrue();
        SqlServerErrors.IsTakenBack(error).Should().BeFalse("it may have been committed");
    }

    [Fact]
    public void An_error_of_another_engine_means_nothing_here() =>
        SqlServerErrors.IsRepeatable(new SqliteException("x", 5)).Should().BeFalse();

    [Theory]
    [InlineData(2601, "The duplicate key value is (99ZZ, 123456782).")]
    [InlineData(2627, "The duplicate key value is (99ZZ, 123456782).")]
    [InlineData(2628, "Truncated value: '123456782'.")]
    [InlineData(245, "Conversion failed when converting the nvarchar value '123456782' to data type int.")]
    public void An_error_that_may_quote_a_row_means_the_same_without_its_text(int number, string message)
    {
        var error = SqlErrors.Create(number, message: message);

        var redacted = new SqlServerDialect(Settings.ConnectionString).Redact(error)!;

        redacted.ToString().Should().Contain($"error {number}").And.NotContain("123456782");
        SqlServerErrors.IsUniqueViolation(redacted).Should().Be(SqlServerErrors.IsUniqueViolation(error));
        SqlServerErrors.IsRepeatable(redacted).Should().Be(SqlServerErrors.IsRepeatable(error));
    }

    [Fact]
    public void Of_several_errors_the_gravest_counts()
    {
        var redacted = new SqlServerDialect(Settings.ConnectionString).Redact(SqlErrors.Create((0, 11, "x"), (0, 20, "y")))!;

        SqlServerErrors.IsRepeatable(redacted).Should().BeTrue("the connection broke");
    }

    [Fact]
    public void When_no_connection_is_free_the_caller_may_try_again()
    {
        var none = SqlServerFault.NoConnectionFree(100);

        SqlServerErrors.IsBusy(none).Should().BeTrue();
        none.Message.Should().Contain("None of 100");
    }

    [Theory]
    [InlineData(208, 16)]
    [InlineData(1205, 13)]
    [InlineData(10054, 20)]
    public void An_error_of_the_server_itself_keeps_its_text_and_meaning(int number, byte severity)
    {
        var error = SqlErrors.Create(number, severity, "What an operator needs.");

        var redacted = new SqlServerDialect(Settings.ConnectionString).Redact(error)!;

        redacted.Message.Should().EndWith("What an operator needs.");
        SqlServerErrors.IsBusy(redacted).Should().Be(SqlServerErrors.IsBusy(error));
        SqlServerErrors.IsTakenBack(redacted).Should().Be(SqlServerErrors.IsTakenBack(error));
    }

    [Theory]
    [InlineData(18456, "x", "*refuses login 'numo'*user and password*")]
    [InlineData(911, "x", "*no database 'Numo' that login 'numo' may open*docs/runbooks/sqlserver.md*")]
    [InlineData(4060, "x", "*no database 'Numo' that login 'numo' may open*docs/runbooks/sqlserver.md*")]
    [InlineData(0, "The certificate chain was issued by an authority that is not trusted.", "*certificate*not trusted*")]
    [InlineData(53, "x", "*cannot be reached (error 53)*firewall*")]
    public void Why_a_connection_cannot_be_made_is_told_without_a_password(int number, string message, string expected)
    {
        var explained = SqlServerErrors.Explain(SqlErrors.Create(number, 20, message), Settings);

        explained.Should().Match(expected).And.Contain("db.example,1444").And.NotContain(Secret);
    }

    [Theory]
    [InlineData(4060, 18456)]
    [InlineData(18456, 4060)]
    public void A_database_that_is_missing_is_no_password_that_is_wrong(int first, int second)
    {
        var error = SqlErrors.Create((first, 11, "Cannot open database."), (second, 14, "Login failed."));

        SqlServerErrors.Explain(error, Settings).Should().Contain("has no database 'Numo'").And.NotContain("refuses");
    }
}
