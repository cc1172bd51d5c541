using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Opleidingen;

public sealed class CatalogusTests
{
    [Fact]
    public async Task The_migrations_bring_the_whole_catalogue()
    {
        await using var database = TestDatabase.Create();

        var catalogus = database.Services.GetRequiredService<Opleidingscatalogus>();

        catalogus.All.Should().HaveCount(32);
        catalogus.All[0].Code.Should().Be("PRO", "the order of the file is kept");
        catalogus.Elementcodes.Should().HaveCount(489);
        catalogus.FindElementcode("0371")!.Opleiding.Should().BeSameAs(catalogus.Find("HAVO"));
        catalogus.Find("INTERNATIONAL")!.Taal.Should().BeNull();
    }

    [Fact]
    public async Task Wrong_data_are_named_when_the_process_starts()
    {
        await using var database = TestDatabase.Create();
        await database.ExecuteAsync("UPDATE Opleidingen_Opleiding SET Leerjaren = '0' WHERE Code = 'HAVO'");

        var start = () => database.StartProcess().MigrateDatabase();

        start.Should().Throw<InvalidOperationException>().WithMessage("*row HAVO*leerjaren*'0'*");
    }

    [Fact]
    public void A_data_file_replaces_the_rows_of_its_table()
    {
        const string csv = """
            # table: Tabel
            # version: 2
            Code;Naam;Taal
            A;dag's naam;
            B;x;2F
            """;

        CsvScripts.ToSql("data.csv", csv).Should().Be(
            """
            DELETE FROM Tabel;
            INSERT INTO Tabel (Code, Naam, Taal) VALUES ('A', 'dag''s naam', NULL);
            INSERT INTO Tabel (Code, Naam, Taal) VALUES ('B', 'x', '2F');

            """);
    }

    [Theory]
    [InlineData("Code;Naam\nA;a", "data.csv: expected a line '# table: NAME'.")]
    [InlineData("# table: T\nCode;Naam\nA;a\nB", "data.csv, line 4: expected 2 fields, found 1.")]
    public void A_data_file_that_is_wrong_is_refused(string csv, string message) =>
        FluentActions.Invoking(() => CsvScripts.ToSql("data.csv", csv)).Should().Throw<FormatException>()
            .WithMessage(message);
}
