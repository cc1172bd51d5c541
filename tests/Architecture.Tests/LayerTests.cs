using System.Reflection;
using System.Xml.Linq;

namespace Kurve.Numo.Architecture.Tests;

public sealed class LayerTests
{
    private static readonly Assembly[] All =
    [
        typeof(Domain.Scholen.School).Assembly,
        typeof(Application.ApplicationRegistration).Assembly,
        typeof(Infrastructure.InfrastructureRegistration).Assembly,
    ];

    /// <summary>Which layer may refer to which; a layer that is not named here is found and fails.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Kurve.Numo.Domain"] = [],
        ["Kurve.Numo.Application"] = ["Kurve.Numo.Domain"],
        ["Kurve.Numo.Infrastructure"] = ["Kurve.Numo.Domain", "Kurve.Numo.Application"],
        ["Kurve.Numo.Protos"] = [],
        ["Kurve.Numo.Clock"] = [],
        ["Kurve.Numo.Api"] =
        [
            "Kurve.Numo.Domain", "Kurve.Numo.Application", "Kurve.Numo.Infrastructure", "Kurve.Numo.Protos",
            "Kurve.Numo.Clock",
        ],

        // The two programs that `numo demo` starts are carried along under an alias, see the next rule.
        ["Kurve.Numo.Cli"] = ["Kurve.Numo.Protos", "Kurve.Numo.Clock", "Kurve.Numo.Api", "Kurve.Numo.Simulator"],
        ["Kurve.Numo.Simulator"] = ["Kurve.Numo.Clock"],
    };

    public static TheoryData<string> Layers() => [.. Directory
        .GetFiles(AppContext.BaseDirectory, "Kurve.Numo.*.dll")
        .Select(f => Path.GetFileNameWithoutExtension(f)!)
        .Where(n => !n.EndsWith(".Tests", StringComparison.Ordinal) && !n.EndsWith(".TestLogger", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_uses_only_the_types_of_layers_below_it(string layer)
    {
        Allowed.Should().ContainKey(layer, "every layer has its row in the table");

        Forbidden(Assembly.Load(layer), Allowed[layer]).Should().BeEmpty();
    }

    [Fact]
    public void The_command_line_uses_no_type_of_the_programs_that_it_carries() => Directory
        .GetFiles(Path.Combine(Repository.Root, "src", "Cli"), "*.cs", SearchOption.AllDirectories)
        .Where(f => File.ReadAllText(f).Contains("extern alias", StringComparison.Ordinal))
        .Should().BeEmpty("their types can be reached through an alias only");

    [Fact]
    public void The_rule_fails_when_a_layer_is_not_allowed() =>
        Forbidden(typeof(Application.ApplicationRegistration).Assembly, []).Should().Contain("Kurve.Numo.Domain");

    [Fact]
    public void The_domain_refers_to_nothing_but_the_framework() =>
        All[0].GetReferencedAssemblies().Select(a => a.Name!).Should().OnlyContain(
            n => n.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void Namespaces_equal_folders()
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories);

        var wrong = sources.Where(f => !Path.GetFileName(f).Equals("Program.cs", StringComparison.Ordinal)).Where(f =>
        {
            var folder = Path.GetRelativePath(Path.Combine(Repository.Root, "src"), Path.GetDirectoryName(f)!);
            var expected = "namespace Kurve.Numo." + folder.Replace(Path.DirectorySeparatorChar, '.') + ";";
            return !File.ReadLines(f).Contains(expected, StringComparer.Ordinal);
        });

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Licences_decide_two_versions()
    {
        var versions = XDocument.Load(
            Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(e => e.Attribute("Include")!.Value, e => e.Attribute("Version")!.Value.Trim('[', ']'));

        versions["MediatR"].Should().StartWith("12.", "13 and later need a licence key");
        versions["FluentAssertions"].Should().StartWith("7.", "8 and later are commercial");
    }

    private static IEnumerable<string> Forbidden(Assembly layer, string[] allowed) => layer
        .GetReferencedAssemblies()
        .Select(a => a.Name!)
        .Where(
            n => n.StartsWith("Kurve.Numo.", StringComparison.Ordinal) && !allowed.Contains(n, StringComparer.Ordinal));
}
