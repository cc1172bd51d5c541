using System.Text.Json;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Importeren;

public sealed class PolicyCommandTests
{
    private static readonly Importbeleid Beleid = new()
    {
        SchoolId = RunBuilder.SchoolId,
        Modus = Importmodus.AlleenToevoegen,
        HuidigeModus = Importmodus.Gepauzeerd,
        Pauze = new Importpauze { Van = "2027-07-10", TotEnMet = "2027-08-22", Reden = "Zomervakantie" },
        Limiet = new Limietafspraak
        {
            Aantal = 200,
            Aandeel = 0.35,
            Reden = "Wisseling",
            Eigenaar = "Administratie",
            TotEnMet = "2026-08-31",
        },
        HuidigAantal = 10,
        HuidigAandeel = 0.1,
        LimietVerlopen = true,
        Etag = "3",
    };

    [Fact]
    public async Task The_rules_are_shown_with_what_holds_today()
    {
        var result = await RunAsync(Api(), "show");

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll(
            "alleen-toevoegen", "gepauzeerd", "2027-07-10 to 2027-08-22: Zomervakantie", "10 and 10 %",
            "200 and 35 % to 2026-08-31: Wisseling (lapsed)", "Administratie");
    }

    [Fact]
    public async Task As_json_they_are_the_answer()
    {
        var result = await RunAsync(Api(), "show", "--json");

        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("importbeleid").GetProperty("limietVerlopen").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task What_is_given_is_changed_and_nothing_else()
    {
        var api = Api();

        var result = await RunAsync(api, "set", "--modus", "alleen-toevoegen");

        result.ExitCode.Should().Be(0, result.Error);
        var request = api.Requests<UpdateImportbeleidRequest>().Should().ContainSingle().Subject;
        request.UpdateMask.Paths.Should().Equal("modus");
        request.Importbeleid.Modus.Should().Be(Importmodus.AlleenToevoegen);
        request.RequestId.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_limit_takes_a_percentage_and_a_pause_its_days()
    {
        var api = Api();

        await RunAsync(
            api, "set", "--max-aantal", "200", "--max-procent", "37.5", "--reden", "Wisseling", "--eigenaar",
            "Administratie", "--tot", "2027-09-30", "--pauze-van", "2027-07-10", "--pauze-tot", "2027-08-22",
            "--pauze-reden", "Zomer");

        var request = api.Requests<UpdateImportbeleidRequest>().Single();
        request.UpdateMask.Paths.Should().BeEquivalentTo("limiet", "pauze");
        request.Importbeleid.Limiet.Should().Be(new Limietafspraak
        {
            Aantal = 200,
            Aandeel = 0.375,
            Reden = "Wisseling",
            Eigenaar = "Administratie",
            TotEnMet = "2027-09-30",
        });
        request.Importbeleid.Pauze.Should().Be(
            new Importpauze { Van = "2027-07-10", TotEnMet = "2027-08-22", Reden = "Zomer" });
    }

    [Fact]
    public async Task A_pause_and_a_limit_are_taken_away()
    {
        var api = Api();

        await RunAsync(api, "set", "--zonder-pauze", "--zonder-limiet");

        var request = api.Requests<UpdateImportbeleidRequest>().Single();
        request.UpdateMask.Paths.Should().BeEquivalentTo("pauze", "limiet");
        request.Importbeleid.Pauze.Should().BeNull();
        request.Importbeleid.Limiet.Should().BeNull();
    }

    [Theory]
    [InlineData]
    [InlineData("--modus", "gepauzeerd")]
    [InlineData("--max-aantal", "200")]
    [InlineData("--pauze-van", "2027-07-10", "--pauze-reden", "Zomer")]
    [InlineData("--pauze-van", "10-7-2027", "--pauze-tot", "2027-08-22", "--pauze-reden", "Zomer")]
    [InlineData("--pauze-van", "2027-07-10", "--pauze-tot", "2027-08-22", "--pauze-reden", "Zomer", "--zonder-pauze")]
    [InlineData("--max-procent", "101", "--max-aantal", "1", "--reden", "R", "--eigenaar", "E", "--tot", "2027-09-30")]
    public async Task What_does_not_belong_together_ends_with_2_and_tries_nothing(params string[] args)
    {
        var api = Api();

        var result = await RunAsync(api, ["set", .. args]);

        result.ExitCode.Should().Be(2);
        result.Error.Should().NotBeEmpty();
        api.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_preview_shows_the_classes_of_both_years_and_what_waits()
    {
        var run = RunBuilder.Run(ImportState.Vergeleken, nieuw: 2);
        run.Klassentabel = new Klassentabel
        {
            Van = "2025-2026",
            Naar = "2026-2027",
            Overgangen = { new Klasovergang { Van = "1A", Naar = "2A", Aantal = 24 } },
        };
        run.Leerlingen.Aangehouden = 20;
        var held = new ImportRegel
        {
            Nummer = 1,
            Soort = RegelSoort.Aangehouden,
            AangehoudenSoort = RegelSoort.Archiveren,
            VorigeStamgroep = "6A",
            Naam = "Sam Voorbeeld",
            Meldingen = { new Melding { Code = "WACHT", Tekst = "Gaat pas in op 1-8-2026." } },
        };
        var api = new FakeApi()
            .Answer("GetImportRun", new GetImportRunResponse { ImportRun = run })
            .Answer("ListImportRegels", new ListImportRegelsResponse { Regels = { held } });

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "show", "--school", RunBuilder.SchoolId, RunBuilder.RunId);

        result.Out.Should().ContainAll("2025-2026", "1A", "2A", "24", "aangehouden", "6A");
    }

    [Fact]
    public async Task A_preview_in_which_all_waits_does_not_call_Numo_up_to_date()
    {
        var run = RunBuilder.Run(ImportState.Vergeleken);
        run.Leerlingen.Aangehouden = 20;
        var api = new FakeApi()
            .Answer("PreviewImport", new PreviewImportResponse { ImportRun = run })
            .Answer("ListImportRegels", new ListImportRegelsResponse());

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId);

        result.Out.Should().Contain("20 held; next step by school").And.NotContain("up to date");
    }

    private static FakeApi Api() => new FakeApi()
        .Answer("GetImportbeleid", new GetImportbeleidResponse { Importbeleid = Beleid })
        .Answer("UpdateImportbeleid", new UpdateImportbeleidResponse { Importbeleid = Beleid });

    private static Task<CommandLineResult> RunAsync(FakeApi api, string verb, params string[] args) =>
        RunAsync(api, [verb, .. args]);

    private static Task<CommandLineResult> RunAsync(FakeApi api, string[] args) => new CommandLineBuilder().With(api)
        .RunAsync(["import", "policy", args[0], "--school", RunBuilder.SchoolId, .. args[1..]]);
}
