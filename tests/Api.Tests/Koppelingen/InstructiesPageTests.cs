using System.Globalization;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen;

/// <summary>The school's instructions as a browser shows and prints them.</summary>
[Collection(nameof(KoppelingenApi))]
public sealed class InstructiesPageTests(EndToEnd numo)
{
    private const string Measure = """
        <script>
        document.title = document.documentElement.scrollWidth + ' in ' + document.documentElement.clientWidth;
        </script>
        """;

    private static readonly string LongestNaam = new('W', 200);

    [BrowserTheory]
    [InlineData(1000)]
    [InlineData(400)]
    public async Task The_page_fits_the_window_and_prints(int width)
    {
        var folder = Directory.CreateTempSubdirectory("numo-page-").FullName;
        try
        {
            var html = await IssueHtmlAsync();
            var page = Path.Combine(folder, "instructies.html");
            await File.WriteAllTextAsync(page, html);
            await File.WriteAllTextAsync(Path.Combine(folder, "measure.html"), html + Measure);

            await Browser.RunAsync(folder, width, $"--screenshot={folder}/page.png", page);
            await Browser.RunAsync(folder, width, "--no-pdf-header-footer", $"--print-to-pdf={folder}/page.pdf", page);
            var dom = await Browser.RunAsync(folder, width, "--dump-dom", Path.Combine(folder, "measure.html"));

            new FileInfo($"{folder}/page.png").Length.Should().BeGreaterThan(10_000);
            var print = Afdruk.Read($"{folder}/page.pdf");
            print.Schaal.Should().Be(Afdruk.Onverkleind, "what is too wide is printed smaller, or cut off");
            print.Bladzijden.Should().BeLessThanOrEqualTo(2);
            var title = dom.Split("<title>")[1].Split("</title>")[0].Split(" in ");
            Number(title[0]).Should().BeLessThanOrEqualTo(Number(title[1]), "nothing hangs over the edge");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [BrowserTheory]
    [InlineData(1000)]
    public async Task A_page_that_is_too_wide_for_paper_is_seen_to_be(int width)
    {
        var folder = Directory.CreateTempSubdirectory("numo-page-").FullName;
        try
        {
            var page = Path.Combine(folder, "wide.html");
            var html = await IssueHtmlAsync();
            await File.WriteAllTextAsync(page, $"{html}<pre>{LongestNaam}</pre>");

            await Browser.RunAsync(folder, width, "--no-pdf-header-footer", $"--print-to-pdf={folder}/wide.pdf", page);

            Afdruk.Read($"{folder}/wide.pdf").Schaal.Should().BeLessThan(Afdruk.Onverkleind);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<string> IssueHtmlAsync()
    {
        var simulated = numo.TakeSimulated();
        var school = await TestSchool.RegisterAsync(numo.Api, simulated);
        var scholen = new SchoolService.SchoolServiceClient(numo.Api.As(TestSchool.AllScopes));
        await scholen.UpdateSchoolAsync(new UpdateSchoolRequest
        {
            School = new School { Id = school.Id, Naam = LongestNaam },
            UpdateMask = new() { Paths = { "naam" } },
        });
        var request = school.Koppeling(simulated);
        request.WebserviceWachtwoord = "";
        await school.Koppelingen.CreateKoppelingAsync(request);
        var kit = await school.Koppelingen.IssueActivationKitAsync(
            new IssueActivationKitRequest { SchoolId = school.Id });
        kit.InstructiesHtml.Should().Contain(LongestNaam).And.NotContain(kit.Wachtwoord);
        kit.InstructiesTekst.Should().NotContain(kit.Wachtwoord);
        kit.Query.Should().NotContain(kit.Wachtwoord).And.NotContain("#");
        return kit.InstructiesHtml;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
