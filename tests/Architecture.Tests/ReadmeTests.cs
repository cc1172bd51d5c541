using System.Text.RegularExpressions;

namespace Kurve.Numo.Architecture.Tests;

/// <summary>The README leads where it says.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    private static readonly IReadOnlyList<string> Anchors =
        [.. Heading().Matches(Text).Select(m => AnchorOf(m.Groups["title"].Value))];

    [Fact]
    public void Every_link_within_the_repository_leads_somewhere()
    {
        var links = Link().Matches(Text).Select(m => m.Groups["to"].Value)
            .Where(to => !to.StartsWith("http", StringComparison.Ordinal))
            .ToList();

        links.Should().NotBeEmpty();
        links.Where(to => to.StartsWith('#')).Select(to => to[1..]).Should().BeSubsetOf(Anchors);
        links.Where(to => !to.StartsWith('#')).Should()
            .OnlyContain(to => Path.Exists(Path.Combine(Repository.Root, to.Split('#', 2)[0])));
    }

    [Fact]
    public void The_contents_name_each_chapter()
    {
        var contents = Text[Text.IndexOf("\nContents: ", StringComparison.Ordinal)..];
        contents = contents[..contents.IndexOf("\n\n", StringComparison.Ordinal)];

        Chapter().Matches(Text).Select(m => AnchorOf(m.Groups["title"].Value)).Except(["where-to-begin"], StringComparer.Ordinal)
            .Should().OnlyContain(anchor => contents.Contains($"(#{anchor})", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("support")]
    [InlineData("back end")]
    [InlineData("operator")]
    [InlineData("contributor")]
    public void Each_reader_is_told_where_to_begin(string reader) =>
        Text[..Text.IndexOf("\nContents: ", StringComparison.Ordinal)].Should().Contain(reader);

    private static string AnchorOf(string title) => string.Concat(
        title.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')).Replace(' ', '-');

    [GeneratedRegex("^#{2,3} (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("^## (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
