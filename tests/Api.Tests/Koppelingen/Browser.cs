using System.Diagnostics;
using Kurve.Numo.Api.Tests.Shared;

namespace Kurve.Numo.Api.Tests.Koppelingen;

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
        var (exitCode, output, error) = await Programs.RunAsync(new ProcessStartInfo(Path!, [.. quiet, .. arguments]));
        exitCode.Should().Be(0, error);
        return output;
    }
}
