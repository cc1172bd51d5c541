using System.Text.RegularExpressions;

namespace Kurve.Numo.Infrastructure.Tests.Importeren.Scholensturen;

/// <summary>docs/wat-scholen-sturen.md says what becomes of what schools send; each row is tried.</summary>
public sealed partial class WatScholenSturenTests
{
    private static readonly IReadOnlyList<(string Arrives, string Does, string Sees)> Table = ReadTable();

    public static TheoryData<string> Arrivals() => [.. Table.Select(row => row.Arrives)];

    [Theory]
    [MemberData(nameof(Arrivals))]
    public void What_arrives_comes_to_what_the_document_says(string arrives)
    {
        Cases.All.Should().ContainKey(arrives, "a row that nobody tries may be untrue");
        var (_, does, sees) = Table.Single(row => row.Arrives == arrives);

        var received = Cases.All[arrives]();

        received.Kinds.Should().BeEquivalentTo(Codes(does), "said: {0}", string.Join(", ", received.Codes));
        received.Codes.Should().BeEquivalentTo(Codes(sees));
    }

    [Fact]
    public void Every_case_that_is_tried_stands_in_the_document() =>
        Cases.All.Keys.Should().BeSubsetOf(Table.Select(row => row.Arrives));

    private static string[] Codes(string cell) => [.. Code().Matches(cell).Select(m => m.Groups["code"].Value)];

    private static (string, string, string)[] ReadTable()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kurve.Numo.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("These tests run inside the repository.");
        }

        return
        [
            .. Row().Matches(File.ReadAllText(Path.Combine(folder.FullName, "docs", "wat-scholen-sturen.md")))
                .Select(m => (m.Groups["arrives"].Value, m.Groups["does"].Value, m.Groups["sees"].Value))
                .Where(row => row.Item1 is not "what arrives" && !row.Item1.StartsWith("---", StringComparison.Ordinal)),
        ];
    }

    [GeneratedRegex(@"^\| (?<arrives>[^|]+) \| (?<does>[^|]+) \| (?<sees>[^|]+) \|\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<code>[A-Z]+(_[A-Z]+)*)`", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Code();
}
