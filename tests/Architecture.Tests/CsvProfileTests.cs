using System.Text.RegularExpressions;
using Kurve.Numo.Domain.Importeren.Csv;

namespace Kurve.Numo.Architecture.Tests;

/// <summary>Suppliers build on docs/csv-profiel.md: it says what the template has and the reader does.</summary>
public sealed partial class CsvProfileTests
{
    private static readonly string Document =
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "csv-profiel.md"));

    [Fact]
    public void The_document_describes_the_columns_of_the_template_in_its_order() =>
        Rows().Matches(Document)
            .SelectMany(row => Code().Matches(row.Groups["names"].Value).Select(name => name.Groups["code"].Value))
            .Should().Equal(Template());

    [Fact]
    public void The_document_is_of_the_version_of_the_template() =>
        Document.Should().Contain($", version {Csvprofiel.Versie}.");

    [Fact]
    public void Version_1_keeps_its_names_in_their_order_and_columns_come_behind_them() =>
        Template().Take(16).Should().Equal(
            "rol", "status", "vestiging", "eckid", "sleutel", "stamnummer", "idgebr", "roepnaam", "voorvoegsel",
            "achternaam", "email", "leerjaar", "opleidingscode", "opleiding", "stamgroep", "groepen");

    [Fact]
    public void What_the_document_says_is_flagged_is_a_melding_of_the_reader()
    {
        var meldingen = string.Concat(Directory
            .GetFiles(Path.Combine(Repository.Root, "src", "Domain", "Importeren"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is var naam && (naam.StartsWith("Csv", StringComparison.Ordinal)
                || naam.StartsWith("Xlsx", StringComparison.Ordinal) || naam.EndsWith("Meldingen.cs", StringComparison.Ordinal)))
            .Select(File.ReadAllText));

        Codes().Matches(Document).Select(match => match.Groups["code"].Value)
            .Should().HaveCountGreaterThan(5)
            .And.OnlyContain(code => meldingen.Contains($"\"{code}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_melding_of_the_reader_about_people_and_values_is_in_the_document()
    {
        var folder = Path.Combine(Repository.Root, "src", "Domain", "Importeren", "Csv");
        var meldingen = File.ReadAllText(Path.Combine(folder, "CsvMeldingen.Personen.cs"));

        // Said to who delivered the file, about one value of it; the text says it all.
        string[] obvious = ["DATUM_ONLEESBAAR", "SCHOOLJAAR_ONLEESBAAR"];
        Quoted().Matches(meldingen).Select(match => match.Groups["code"].Value).Except(obvious)
            .Should().HaveCountGreaterThan(10)
            .And.OnlyContain(code => Document.Contains($"`{code}`", StringComparison.Ordinal));
    }

    private static string[] Template() => Csvprofiel.ToSjabloon(metVoorbeelden: false).TrimEnd().Split(';');

    [GeneratedRegex("^\\| (?<names>`[^|]*) \\|", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rows();

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("`(?<code>[A-Z]+(_[A-Z]+)+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Codes();

    [GeneratedRegex("\"(?<code>[A-Z]+(_[A-Z]+)+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
