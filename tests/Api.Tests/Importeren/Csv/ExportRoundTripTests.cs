using Kurve.Numo.Api.Tests.Cli;
using Kurve.Numo.Api.Tests.Importeren.Runs;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren.Csv;

/// <summary>What Numo exports is a file that Numo reads, and it says nothing new.</summary>
public sealed class ExportRoundTripTests(EndToEnd api) : IClassFixture<EndToEnd>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numo-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_school_of_Magister_that_is_exported_comes_back_without_a_change()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var first = await school.ApplyAsync(await school.PreviewAsync());
        var page = await school.Leerlingen.ListLeerlingenAsync(new ListLeerlingenRequest { SchoolId = school.Id });
        await school.Leerlingen.ArchiveLeerlingAsync(
            new ArchiveLeerlingRequest { SchoolId = school.Id, LeerlingId = page.Leerlingen[0].Id });

        var run = await ExportAndPreviewAsync(school, simulated.Brin);

        run.Leerlingen.Should().Be(new Tellingen { Ongewijzigd = simulated.Pupils - 1 }, "the archived row is skipped");
        run.Docenten.Should().Be(new Tellingen { Ongewijzigd = first.Docenten.Nieuw });
        (run.GroepenNieuw + run.GroepenBijwerken + run.GroepenArchiveren).Should().Be(0);
        run.Csvrapport.OvergeslagenRegels.Should().Be(1);
    }

    [Fact]
    public async Task Names_that_look_like_formulas_and_names_with_an_apostrophe_of_their_own_come_back_as_they_are()
    {
        string[] namen =
        [
            "=Som", "+Plus", "-Min", "@Thuis", "=\"Tekst\"", "'t Hart", "'s-Gravesande", "d'Aquin", "O'",
            "Boer; \"Jan\"",
        ];
        var simulated = api.TakeSimulated();
        var school = await TestSchool.RegisterAsync(api.Api, simulated);
        var first = await school.ApplyAsync(await school.UploadAsync(
            "stamnummer;roepnaam;voorvoegsel;achternaam;klas\r\n" + string.Concat(namen.Select((naam, i) =>
                $"{100001 + i};{Written(naam)};{Written("'t")};{Written(naam)};{Written("=1A")}\r\n"))));

        var run = await ExportAndPreviewAsync(school, simulated.Brin);

        run.Leerlingen.Should().Be(new Tellingen { Ongewijzigd = namen.Length });
        (run.GroepenNieuw + run.GroepenBijwerken + run.GroepenArchiveren).Should().Be(0);
        var page = await school.Leerlingen.ListLeerlingenAsync(new ListLeerlingenRequest { SchoolId = school.Id });
        page.Leerlingen.Select(l => l.Achternaam).Should().BeEquivalentTo(namen);
        page.Leerlingen.Select(l => l.Roepnaam).Should().BeEquivalentTo(namen);
        page.Leerlingen.Should().OnlyContain(l => l.Voorvoegsel == "'t" && l.Stamgroep.Naam == "=1A");
        (await school.ExportAsync()).Should().MatchRegex(";\"?'=Som").And.NotMatchRegex(";\"?[=+@-]");
        (await school.ExportRegelsAsync(first)).Should().MatchRegex(";\"?'=Som").And.NotMatchRegex(";\"?[=+@-]");
    }

    // As a careful client writes it: with an apostrophe before what a spreadsheet would calculate.
    private static string Written(string value)
    {
        var apostrophe = "=+-@".Contains(value[0], StringComparison.Ordinal) ? "'" : "";
        return $"\"{apostrophe}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private async Task<ImportRun> ExportAndPreviewAsync(TestSchool school, string brin)
    {
        var file = Path.Combine(_folder, "export.csv");
        await RunAsync("leerling", "export", "--school", brin, "--out", file, "--gearchiveerd", "--docenten");
        await RunAsync("import", "preview", "--school", brin, "--csv", file, "--schooljaar", TimeProvider.System.CurrentSchooljaar().ToString());
        var runs = await school.Import.ListImportRunsAsync(new ListImportRunsRequest { SchoolId = school.Id });
        return runs.ImportRuns[0];
    }

    private async Task RunAsync(params string[] command)
    {
        var result = await new CommandLineBuilder()
            .OverNetwork()
            .WithVariable("NUMO_API", api.Api.GrpcAddress.ToString())
            .WithVariable("NUMO_TOKEN", api.Api.Token(TestSchool.AllScopes))
            .RunAsync(command);
        result.ExitCode.Should().Be(0, result.Error);
    }
}
