using System.Diagnostics;
using System.Globalization;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen;

/// <summary>The school's instructions as a browser shows and prints them.</summary>
public sealed class InstructiesPageTests(EndToEnd numo) : IClassFixture<EndToEnd>
{
    private const string Measure = """
        <script>
        document.title = document.documentElement.scrollWidth + ' in ' + document.documentElement.clientWidth;
        </script>
        """;

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
            (await File.ReadAllTextAsync($"{folder}/page.pdf")).Should().StartWith("%PDF");
            var title = dom.Split("<title>")[1].Split("</title>")[0].Split(" in ");
            Number(title[0]).Should().BeLessThanOrEqualTo(Number(title[1]), "nothing hangs over the edge");
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
        var request = school.Koppeling(simulated);
        request.WebserviceWachtwoord = "";
        await school.Koppelingen.CreateKoppelingAsync(request);
        var kit = await school.Koppelingen.IssueActivationKitAsync(
            new IssueActivationKitRequest { SchoolId = school.Id });
        kit.InstructiesHtml.Should().NotContain(kit.Wachtwoord);
        kit.InstructiesTekst.Should().NotContain(kit.Wachtwoord);
        kit.Query.Should().NotContain(kit.Wachtwoord).And.NotContain("#");
        return kit.InstructiesHtml;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A test that is skipped, with the reason, where there is no headless browser.</summary>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Browser.Path is null)
        {
            Skip = "No chromium or google-chrome on the PATH.";
        }
    }
}

/// <summary>Chromium without a window.</summary>
internal static class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public static async Task<string> RunAsync(string folder, int width, params string[] arguments)
    {
        string[] quiet =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            $"--user-data-dir={folder}/profile", $"--window-size={width},1400",
        ];
        using var process = Process.Start(new ProcessStartInfo(Path!, [.. quiet, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, await error);
        return await output;
    }
}
