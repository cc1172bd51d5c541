using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kurve.Numo.Architecture.Tests;

/// <summary>The files of a deployment say what the code does, where no container can be started to see it.</summary>
public sealed partial class DeploymentTests
{
    private static readonly string Dockerfile = Read("deploy/Dockerfile");
    private static readonly string Compose = Read("deploy/compose.yaml");

    [Theory]
    [InlineData("Api")]
    [InlineData("Gateway")]
    [InlineData("Simulator")]
    public void A_restore_in_the_image_finds_every_project_that_a_program_needs(string program)
    {
        foreach (var project in NeededBy(Path.Combine(Repository.Root, "src", program)))
        {
            Copied().Any(pattern => Regex.IsMatch(project, pattern, RegexOptions.None, TimeSpan.FromMinutes(1)))
                .Should().BeTrue($"{project} is needed by {program}");
        }
    }

    [Fact]
    public void Every_program_runs_without_rights() => Runtimes().Matches(Dockerfile).Select(m => m.Value)
        .Should().HaveCount(3).And.OnlyContain(stage => stage.Contains("USER $APP_UID", StringComparison.Ordinal));

    [Fact]
    public void Every_program_of_ours_has_a_read_only_file_system_and_no_capabilities()
    {
        var ours = Compose.Split("image: kurve-numo-")[1..];

        ours.Should().HaveCount(3).And.OnlyContain(
            text => text.Contains("read_only: true", StringComparison.Ordinal)
                && text.Contains("cap_drop: [ALL]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("deploy/compose.yaml")]
    [InlineData("deploy/Dockerfile")]
    [InlineData("deploy/local.sh")]
    public void Every_setting_stands_in_the_readme(string file)
    {
        var readme = Read("README.md");
        var settings = Setting().Matches(Read(file)).Select(m => m.Groups["key"].Value).Distinct().ToArray();

        settings.Should().NotBeEmpty();
        settings.Where(key => !IsDescribed(readme, key)).Should().BeEmpty();
    }

    [Fact]
    public void A_setting_that_nobody_described_is_noticed() =>
        IsDescribed(Read("README.md"), "Uwlr__Sleutelbos").Should().BeFalse();

    [Theory]
    [InlineData("abc", "--port wants a number, and not 'abc'")]
    [InlineData("65530", "there are no seven ports from there on")]
    public Task A_port_that_cannot_be_is_refused_before_anything_is_built(string port, string message) =>
        CheckRefusalAsync(port, message);

    [Fact]
    public async Task A_port_that_is_taken_is_refused_before_anything_is_built()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        await CheckRefusalAsync($"{port}", $"port {port} of the seven from {port} on is taken");
    }

    private static async Task CheckRefusalAsync(string port, string message)
    {
        using var script = Process.Start(new ProcessStartInfo("bash")
        {
            ArgumentList = { Path.Combine(Repository.Root, "deploy/local.sh"), "--port", port },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        (await script.StandardOutput.ReadToEndAsync()).Should().BeEmpty();
        (await script.StandardError.ReadToEndAsync()).Should().Contain(message);
        await script.WaitForExitAsync();
        script.ExitCode.Should().Be(2);
    }

    // The table writes a section once, with its keys in braces: `Numo:Uwlr:{Endpoint,Klantcode}`.
    private static bool IsDescribed(string readme, string key)
    {
        var path = $"Numo:{key.Replace("__", ":", StringComparison.Ordinal)}";
        var (section, name) = (path[..path.LastIndexOf(':')], path[(path.LastIndexOf(':') + 1)..]);
        return readme.Contains($"`{path}`", StringComparison.Ordinal)
            || Regex.IsMatch(
                readme, $@"`{section}:\{{[^}}]*\b{name}\b", RegexOptions.None, TimeSpan.FromMinutes(1));
    }

    private static IEnumerable<string> NeededBy(string folder)
    {
        var project = Directory.GetFiles(folder, "*.csproj").Single();
        yield return Path.GetRelativePath(Repository.Root, project).Replace('\\', '/');
        var references = XDocument.Load(project).Descendants("ProjectReference")
            .Select(r => r.Attribute("Include")!.Value.Replace('\\', '/'));
        foreach (var reference in references)
        {
            foreach (var needed in NeededBy(Path.GetDirectoryName(Path.GetFullPath(Path.Combine(folder, reference)))!))
            {
                yield return needed;
            }
        }
    }

    // What is copied before the restore, as patterns of paths.
    private static IEnumerable<string> Copied() => Copy().Matches(Dockerfile[..Dockerfile.IndexOf("RUN", StringComparison.Ordinal)])
        .Select(m => "^" + Regex.Escape(m.Groups["from"].Value).Replace("\\*", "[^/]*", StringComparison.Ordinal));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex(
        @"^COPY (?<from>(lib|protos|src)/\S*) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Copy();

    [GeneratedRegex(@"FROM runtime AS (?:(?!FROM ).)*", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Runtimes();

    [GeneratedRegex(@"Numo__(?<key>[A-Za-z0-9_]+)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Setting();
}
