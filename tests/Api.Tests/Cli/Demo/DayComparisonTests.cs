using Kurve.Numo.Cli;
using Kurve.Numo.Cli.Demo;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Demo;

public sealed class DayComparisonTests
{
    private static readonly SimulatedChanges Changes = new(3, 1, 2, 8, 1, 0);

    [Fact]
    public void A_preview_that_finds_what_changed_passes()
    {
        var text = Check(new Tellingen { Nieuw = 3, Bijwerken = 8, Heractiveren = 1, Archiveren = 2 });

        text.Should().Contain("leerlingen bijwerken").And.NotContain("NO");
    }

    [Theory]
    [InlineData(2, 8)]
    [InlineData(3, 9)]
    public void A_preview_that_finds_something_else_fails(int nieuw, int bijwerken)
    {
        var check = () => Check(
            new Tellingen { Nieuw = nieuw, Bijwerken = bijwerken, Heractiveren = 1, Archiveren = 2 });

        check.Should().Throw<RefusedException>();
    }

    private static string Check(Tellingen leerlingen)
    {
        using var writer = new StringWriter();
        var run = new ImportRun { Leerlingen = leerlingen, Docenten = new Tellingen { Nieuw = 1 } };
        DayComparison.Check(Terminal.Open(writer, isTerminal: false), run, Changes);
        return writer.ToString();
    }
}
