using System.Text.RegularExpressions;

namespace Kurve.Numo.Architecture.Tests;

/// <summary>
/// Modules are folders of the same name in every layer. A module uses another only as this table says; in Application
/// only its public requests and what stands in <c>Contract</c>.
/// </summary>
public sealed partial class ModuleTests
{
    private static readonly string[] Layers = ["Domain", "Application", "Infrastructure", "Api"];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Bronnen"] = [],
        ["Scholen"] = [],
        ["Koppelingen"] = ["Bronnen", "Scholen", "Importeren", "Leerlingen", "Opleidingen", "Privacy"],
        ["Leerlingen"] = ["Bronnen", "Scholen", "Opleidingen", "Importeren"],
        ["Opleidingen"] = ["Bronnen", "Scholen"],
        ["Leerplannen"] = ["Scholen", "Leerlingen", "Opleidingen"],
        ["Importeren"] =
        [
            "Bronnen", "Scholen", "Koppelingen", "Leerlingen", "Leerplannen", "Opleidingen", "Privacy", "Wijzigingen",
        ],
        ["Synchronisatie"] = ["Scholen", "Koppelingen", "Importeren", "Privacy", "Wijzigingen"],
        ["Wijzigingen"] = ["Bronnen", "Scholen", "Privacy"],
        ["Privacy"] = [],
        ["Persistence"] = [],
        ["Doctor"] = [],
    };

    public static TheoryData<string> Modules() => [.. Layers
        .SelectMany(layer => Directory.GetDirectories(Path.Combine(Repository.Root, "src", layer)))
        .Select(folder => Path.GetFileName(folder)!)
        .Where(name => name is not "Shared")
        .Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_uses_only_the_modules_that_it_may(string module)
    {
        Allowed.Should().ContainKey(module, "every module has its row in the table");

        Uses(module).Where(u => !Allowed[module].Contains(u.Module, StringComparer.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void The_rule_sees_a_use_that_is_not_allowed() =>
        Uses("Importeren").Select(u => u.Module).Should().Contain("Leerlingen", "otherwise it would never fail");

    [Theory]
    [MemberData(nameof(Modules))]
    public void Another_modules_application_is_used_through_its_contract(string module) => Uses(module)
        .Where(u => u.Layer == "Application" && u.In == "Application" && u.Deeper is not ".Contract")
        .Should().BeEmpty();

    [Fact]
    public void The_contract_rule_sees_a_use_that_is_not_allowed() =>
        Uses("Importeren").Should().Contain(
            u => u.Layer == "Application" && u.In == "Infrastructure", "only Application itself is bound to contracts");

    private static IEnumerable<(
        string In, string Layer, string Module, string Deeper, string File)> Uses(string module) =>
        from layer in Layers
        let folder = Path.Combine(Repository.Root, "src", layer, module)
        where Directory.Exists(folder)
        from file in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
        from Match match in Using().Matches(File.ReadAllText(file))
        let used = match.Groups["module"].Value
        where used != module && used != "Shared" && used != "Persistence"
        select (layer, match.Groups["layer"].Value, used, match.Groups["rest"].Value, Path.GetFileName(file));

    [GeneratedRegex(@"^using Kurve\.Numo\.(?<layer>Domain|Application|Infrastructure|Api)\.(?<module>[A-Za-z]+)(?<rest>[.A-Za-z]*);", RegexOptions.Multiline, 60_000)]
    private static partial Regex Using();
}
