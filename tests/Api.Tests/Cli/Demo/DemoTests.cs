using System.Diagnostics;
using Kurve.Numo.Api.Tests.Shared;

namespace Kurve.Numo.Api.Tests.Cli.Demo;

/// <summary>The demo as its users run it: a process of its own that starts two others.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_imports_a_school_twice_and_leaves_nothing_behind()
    {
        var folder = Directory.CreateTempSubdirectory("numo-demo-test-").FullName;
        try
        {
            var (exitCode, output) = await RunAsync(folder, "demo", "--pupils", "50");

            exitCode.Should().Be(0, output);
            Gates(output).Should().Equal(
                "✗ toestemming", "✓ toestemming",
                "✗ allowlisting", "✓ allowlisting",
                "✗ wachtwoord-en-query",
                "✗ webservice", "✓ webservice",
                "✗ wachtwoord-en-query", "✓ wachtwoord-en-query",
                "✗ activatie", "✓ activatie");
            output.Should().Contain("Preview the first import").And.Contain("A day later at the school");
            Directory.EnumerateFileSystemEntries(folder).Should().BeEmpty();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Such as "  ✓··✓·  ✗ webservice           fails at …": the five gates, the sign, the gate.
    private static IEnumerable<string> Gates(string output) => output.Split('\n')
        .Where(line => line.Length > 11 && line[2..7].All(sign => sign is '✓' or '·') && line[9] is '✗' or '✓')
        .Select(line => line[9..].Split("  ")[0]);

    private static async Task<(int ExitCode, string Output)> RunAsync(string temporaryFolder, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Kurve.Numo.Cli.dll");
        var host = Environment.ProcessPath is { } path && path.EndsWith(
            "dotnet", StringComparison.Ordinal) ? path : "dotnet";
        var start = new ProcessStartInfo(host, [program, .. arguments]);
        start.Environment["TMPDIR"] = temporaryFolder;
        var (exitCode, output, error) = await Programs.RunAsync(start);
        return (exitCode, output + error);
    }
}
