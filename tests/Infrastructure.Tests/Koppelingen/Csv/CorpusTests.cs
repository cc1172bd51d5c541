using System.Text;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Csv;

/// <summary>
/// Every file of the corpus is kept beside these tests with what it must come to: a plan, or an error to the letter.
/// After a change that is meant, <c>NUMO_TEST_CORPUS=write dotnet test tests/Infrastructure.Tests --filter CorpusTests</c>
/// writes both anew, to be read before they are kept.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string Folder = Path.Combine(
        FindRoot(), "tests", "Infrastructure.Tests", "Koppelingen", "Csv", "Corpus");

    public static TheoryData<string> Namen() => [.. Corpus.All.Select(b => b.Naam)];

    [Theory]
    [MemberData(nameof(Namen))]
    public void A_file_comes_to_what_is_kept(string naam)
    {
        var bestand = Corpus.All.Single(b => b.Naam == naam);
        var verslag = Verslag.Of(bestand.School.Plan(bestand.Inhoud));
        var (csv, verwacht) = (Path.Combine(Folder, naam + ".csv"), Path.Combine(Folder, naam + ".verwacht.txt"));
        if (Environment.GetEnvironmentVariable("NUMO_TEST_CORPUS") == "write")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllBytes(csv, bestand.Inhoud);
            File.WriteAllText(verwacht, verslag, new UTF8Encoding(false));
        }

        File.ReadAllBytes(csv).Should().Equal(bestand.Inhoud, "the kept file is the one that is generated");
        verslag.Should().Be(File.ReadAllText(verwacht));
    }

    [Fact]
    public void There_are_at_least_sixty_files_and_none_is_kept_that_nobody_generates()
    {
        Corpus.All.Should().HaveCountGreaterThanOrEqualTo(60).And.OnlyHaveUniqueItems(b => b.Naam);

        Directory.GetFiles(Folder, "*.csv").Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Should().BeEquivalentTo(Corpus.All.Select(b => b.Naam));
    }

    [Fact]
    public void What_cannot_be_read_says_where_and_what_to_do() => Corpus.All
        .Select(b => b.School.Plan(b.Inhoud).Error)
        .Where(e => e is not null)
        .Should().HaveCountGreaterThan(15).And.OnlyContain(e => e!.Tekst.Length > 30 && e.Message.Length > 10);

    [Fact]
    public void No_name_of_a_person_reaches_what_goes_to_the_log() => Corpus.All
        .Select(b => b.School.Plan(b.Inhoud).Error?.Message ?? "")
        .Should().NotContain(m => m.Contains("Noor") || m.Contains("Voorbeeld") || m.Contains("1234"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kurve.Numo.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("These tests run inside the repository.");
        }

        return folder.FullName;
    }
}
