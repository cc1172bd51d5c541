using Kurve.Numo.Infrastructure.Persistence.SqlServer;
using Microsoft.Data.SqlClient;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.SqlServer;

public sealed class SqlServerSettingsTests
{
    private const string Complete = "Server=db.example;Database=Numo;User Id=numo;Password=zeer-geheim";

    [Fact]
    public void A_connection_is_encrypted_and_carries_one_statement_at_a_time()
    {
        var settings = SqlServerSettings.Parse(Complete + ";MultipleActiveResultSets=true;Persist Security Info=true");

        settings.Encrypt.Should().Be(SqlConnectionEncryptOption.Mandatory);
        settings.TrustServerCertificate.Should().BeFalse();
        settings.MultipleActiveResultSets.Should().BeFalse();
        settings.PersistSecurityInfo.Should().BeFalse();
        settings.ApplicationName.Should().Be("Kurve.Numo");
    }

    [Fact]
    public void What_the_operator_wrote_stays()
    {
        var settings = SqlServerSettings.Parse(
            Complete + ";Encrypt=Strict;Application Name=Proef;Command Timeout=7;TrustServerCertificate=true");

        settings.Encrypt.Should().Be(SqlConnectionEncryptOption.Strict);
        settings.ApplicationName.Should().Be("Proef");
        settings.CommandTimeout.Should().Be(7);
        settings.TrustServerCertificate.Should().BeTrue();
    }

    [Theory]
    [InlineData("", "*ConnectionString is missing*")]
    [InlineData("  ", "*ConnectionString is missing*")]
    [InlineData("Database=Numo;User Id=numo;Password=zeer-geheim", "*names no server*")]
    [InlineData("Server=db.example;User Id=numo;Password=zeer-geheim", "*names no database*")]
    [InlineData("Server=db.example;Database=Numo;Password=half;zeer-geheim=1", "*is no connection string*")]
    [InlineData("Server=db.example;Database=Numo;Password=zeer-geheim;onzin", "*is no connection string*")]
    [InlineData("Server=db.example;Database=Numo;Encrypt=zeer-geheim", "*is no connection string*")]
    [InlineData("Server=db.example;Database=Numo;Connect Timeout=zeer-geheim", "*is no connection string*")]
    public void A_connection_string_that_cannot_be_used_is_refused_without_being_shown(string wrong, string expected) =>
        SqlServerSettings.Check(wrong).Should().Match(expected).And.NotContain("zeer-geheim").And.NotContain("half");

    [Fact]
    public void A_complete_one_is_accepted() => SqlServerSettings.Check(Complete).Should().BeNull();

    [Theory]
    [InlineData("db.example", "db.example", 1433)]
    [InlineData("db.example,1444", "db.example", 1444)]
    [InlineData("tcp:db.example, 1444", "db.example", 1444)]
    [InlineData("192.0.2.7,1444", "192.0.2.7", 1444)]
    [InlineData("::1,1444", "::1", 1444)]
    [InlineData(".", "localhost", 1433)]
    public void Where_tcp_goes_is_read_from_the_server(string server, string host, int port) =>
        SqlServerSettings.FindAddress(server).Should().Be((host, port));

    [Theory]
    [InlineData(@"db.example\INSTANCE")]
    [InlineData(@"np:\\.\pipe\sql\query")]
    [InlineData("(localdb)\\v")]
    [InlineData("lpc:db")]
    [InlineData("db.example,http")]
    [InlineData("db.example,70000")]
    public void Anything_else_is_left_to_the_driver(string server) =>
        SqlServerSettings.FindAddress(server).Should().BeNull();
}
