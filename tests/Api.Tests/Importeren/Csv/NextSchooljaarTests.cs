using Kurve.Numo.Api.Tests.Cli;
using Kurve.Numo.V1;
using static Kurve.Numo.Api.Tests.Importeren.ImportSteps;

namespace Kurve.Numo.Api.Tests.Importeren.Csv;

/// <summary>A file of the next school year, while this one goes on.</summary>
public sealed class NextSchooljaarTests(EndToEnd api) : IClassFixture<EndToEnd>, IDisposable
{
    private const int Leerlingen = 30;
    private const int Weg = 3;
    private const int Nieuw = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("numo-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_of_the_next_year_prepares_its_classes_and_changes_nothing_of_this_year()
    {
        var (school, brin) = await ImportedAsync();
        var before = await school.LeerlingenAsync();

        var run = await PreviewByCommandAsync(school, brin);
        var held = await school.ListRegelsAsync(run, RegelSoort.Aangehouden);
        await school.ApplyAsync(run);

        (run.State, run.Schooljaar, run.Bron).Should().Be((ImportState.Vergeleken, NextSchooljaar, V1.Bron.Csv));
        run.Klassentabel.Overgangen.Should()
            .Contain(o => o.Van == "1A" && o.Naar == "2A" && o.Aantal == (Leerlingen / 2) - Weg)
            .And.Contain(o => o.Van == "" && o.Naar == "1A" && o.Aantal == Nieuw);
        (run.Leerlingen.Nieuw, run.Leerlingen.Archiveren, run.GroepenArchiveren).Should().Be((Nieuw, 0, 0));
        held.Should().HaveCount(Weg).And.OnlyContain(r => r.AangehoudenSoort == RegelSoort.Archiveren);
        var after = (await school.LeerlingenAsync()).ToDictionary(l => l.Id);
        after.Should().HaveCount(Leerlingen + Nieuw);
        before.Should().OnlyContain(
            l => after[l.Id].Stamgroep.Equals(l.Stamgroep) && after[l.Id].Leerjaar == l.Leerjaar);
        (await CountByClassAsync(school)).Should().BeEquivalentTo(new Dictionary<string, int>
        {
            ["1A"] = Nieuw,
            ["2A"] = (Leerlingen / 2) - Weg,
            ["3A"] = Leerlingen / 2,
        });
    }

    [Fact]
    public async Task The_same_file_again_finds_nothing_more_to_do_and_neither_does_that_of_this_year()
    {
        var (school, brin) = await ImportedAsync();
        await school.ApplyAsync(await PreviewByCommandAsync(school, brin));

        var again = await PreviewByCommandAsync(school, brin);
        var current = await school.UploadAsync(CsvUploads.Leerlingen(Leerlingen));

        again.Leerlingen.Wijzigingen().Should().Be(0);
        (again.GroepenNieuw + again.GroepenBijwerken + again.GroepenArchiveren).Should().Be(0);
        current.Leerlingen.Wijzigingen().Should().Be(0, "who comes next year does not leave this year");
        (current.GroepenNieuw + current.GroepenBijwerken + current.GroepenArchiveren).Should().Be(0);
    }

    private async Task<(TestSchool School, string Brin)> ImportedAsync()
    {
        var simulated = api.TakeSimulated();
        var school = await TestSchool.RegisterAsync(api.Api, simulated);
        await school.ApplyAsync(await school.UploadAsync(CsvUploads.Leerlingen(Leerlingen)));
        return (school, simulated.Brin);
    }

    private async Task<ImportRun> PreviewByCommandAsync(TestSchool school, string brin)
    {
        var file = Path.Combine(_folder, "volgend.csv");
        await File.WriteAllTextAsync(file, Volgend());
        var result = await new CommandLineBuilder()
            .OverNetwork()
            .WithVariable("NUMO_API", api.Api.GrpcAddress.ToString())
            .WithVariable("NUMO_TOKEN", api.Api.Token(TestSchool.AllScopes))
            .RunAsync("import", "preview", "--school", brin, "--schooljaar", NextSchooljaar, "--csv", file);
        result.ExitCode.Should().Be(0, result.Error);
        var runs = await school.Import.ListImportRunsAsync(new ListImportRunsRequest { SchoolId = school.Id });
        return runs.ImportRuns[0];
    }

    // Everybody one class higher, but for some of the first class who leave; and others come.
    private static string Volgend() => CsvUploads.Kop + string.Concat(Enumerable
        .Range(1, Leerlingen)
        .Where(n => n % 2 == 1 || n > 2 * Weg)
        .Select(n => $"{200000 + n};Roepnaam{n};Achternaam{n};{2 + (n % 2)}A;{2 + (n % 2)};H{2 + (n % 2)}\r\n")
        .Concat(Enumerable.Range(1, Nieuw).Select(n => $"{300000 + n};Nieuw{n};Nieuw{n};1A;1;H1\r\n")));

    private static async Task<Dictionary<string, int>> CountByClassAsync(TestSchool school) =>
        (await school.Leerlingen.ListGroepenAsync(
            new ListGroepenRequest { SchoolId = school.Id, Schooljaar = NextSchooljaar })).Groepen
            .ToDictionary(g => g.Naam, g => g.AantalLeerlingen);
}

/// <summary>What tellingen amount to.</summary>
internal static class TellingenTotals
{
    /// <summary>How many would change.</summary>
    public static int Wijzigingen(this Tellingen tellingen) =>
        tellingen.Nieuw + tellingen.Bijwerken + tellingen.Heractiveren + tellingen.Archiveren;
}
