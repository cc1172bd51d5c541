using Kurve.Numo.Cli.Schooljaren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Schooljaren;

public sealed class PaperTests
{
    private static readonly DateOnly Today = new(2027, 6, 1);

    [Fact]
    public void What_comes_from_outside_is_encoded()
    {
        var answer = Answer();
        answer.Schooljaarwissel.Naam = "De <script>Linde</script>";

        var html = SchooljaarPaper.Of(answer, Today);

        html.Should().ContainAll("&lt;b&gt;1A&lt;/b&gt;", "&lt;script&gt;Linde")
            .And.NotContain("<b>1A").And.NotContain("<script");
    }

    [Fact]
    public void It_tells_all_that_a_school_agrees_on()
    {
        var html = SchooljaarPaper.Of(Answer(), Today);

        html.Should().ContainAll(
            "1 juni 2027", "begint over 61 dagen", "1 augustus 2027", "Akkoord gegeven", "2A (24), geen klas (2)", "nieuw",
            "afgesproken: hoogstens", "150", "812", "Regel de klassen", "gaat mee", "H3a (00)", "2 leerlingen hebben",
            "8 leerlingen hebben een opleidingscode die niemand kent", "1 docent");
    }

    [Fact]
    public void It_needs_nothing_else()
    {
        SchooljaarPaper.Of(Answer(), Today).Should().NotContainAny("src=", "href=", "url(", "@import", "http");
    }

    [Fact]
    public async Task It_is_written_to_a_file_that_is_not_overwritten_unasked()
    {
        var folder = Directory.CreateTempSubdirectory("numo-wissel-");
        var file = Path.Combine(folder.FullName, "wissel.html");
        var line = new CommandLineBuilder().With(new FakeApi().Answer("GetSchooljaarwissel", Answer()));

        var first = await line.RunAsync("schooljaar", "paper", "--school", RunBuilder.SchoolId, "--out", file);
        var second = await line.RunAsync("schooljaar", "paper", "--school", RunBuilder.SchoolId, "--out", file);

        var written = await File.ReadAllTextAsync(file);
        folder.Delete(recursive: true);
        first.ExitCode.Should().Be(0, first.Error);
        written.Should().StartWith("<!DOCTYPE html>").And.EndWith("</html>\n");
        second.ExitCode.Should().Be(1);
    }

    private static GetSchooljaarwisselResponse Answer()
    {
        var wissel = WisselBuilder.Wissel(Wisselstaat.Akkoord, "00", "01");
        wissel.Vestigingen[1].Cijfers = null;
        wissel.Klassentabel = WisselBuilder.Klassen();
        wissel.Punten.Add(WisselBuilder.Punt("KLASSEN_ONTBREKEN", "Regel de klassen."));
        return new GetSchooljaarwisselResponse { Schooljaarwissel = wissel, Jaareinde = WisselBuilder.Einde() };
    }
}
