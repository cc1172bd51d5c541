using System.Text.Json;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class ImportCommandTests
{
    [Fact]
    public async Task A_preview_is_followed_and_ends_with_the_next_command()
    {
        var api = Previewing(RunBuilder.Run(ImportState.Ophalen), RunBuilder.Run(ImportState.Vergeleken, nieuw: 2));

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId, "--api", "http://127.0.0.1:6000");

        result.ExitCode.Should().Be(0);
        result.Error.Should().Contain("OPHALEN").And.Contain("VERGELEKEN");
        result.Out.Should().Contain(
            $"Next: numo import apply --api http://127.0.0.1:6000 --school {RunBuilder.SchoolId} {RunBuilder.RunId}");
        result.Out.Should().Contain(RunBuilder.PlanHash);
    }

    [Fact]
    public async Task What_goes_to_a_file_has_no_escape_sequences()
    {
        var api = Previewing(RunBuilder.Run(ImportState.Ophalen), RunBuilder.Braked());

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId);

        (result.Out + result.Error).Should().NotContain("\u001b");
    }

    [Fact]
    public async Task A_preview_with_nothing_to_do_says_so()
    {
        var api = Previewing(RunBuilder.Run(ImportState.Vergeleken));

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId);

        result.Out.Should().Contain("Nothing to do").And.NotContain("import apply");
    }

    [Theory]
    [InlineData(ImportState.Vergeleken)]
    [InlineData(ImportState.Wachtend)]
    public async Task A_preview_in_which_somebody_only_waits_says_who_acts_and_where_the_reasons_are(ImportState state)
    {
        var run = RunBuilder.Run(state);
        run.Docenten = new Tellingen { Conflict = 1, Afgekeurd = 3, Aangehouden = 2 };
        var api = Previewing(run);

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId);

        string.Join(' ', result.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Should().ContainAll(
            "1 in conflict, 3 rejected, 2 held; next step by school", "--soort conflict,afgekeurd,aangehouden")
            .And.NotContain("Nothing to do").And.NotContain("--release-brake");
    }

    [Fact]
    public async Task A_brake_is_shown_with_the_command_that_releases_it()
    {
        var api = Previewing(RunBuilder.Braked());

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId);

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll("REM_ARCHIVEREN", "300 van de 800", "--release-brake");
    }

    [Fact]
    public async Task A_preview_that_failed_ends_with_1_and_says_who_must_act()
    {
        var failed = RunBuilder.Run(ImportState.Mislukt);
        failed.Fout = new Importfout { Code = "WACHTWOORD_ONJUIST", Tekst = "Het wachtwoord klopt niet." };
        var api = Previewing(failed);

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId);

        result.ExitCode.Should().Be(1);
        result.Error.Should().ContainAll("WACHTWOORD_ONJUIST", "Het wachtwoord klopt niet.", "school");
        result.Out.Should().Contain("MISLUKT").And.NotContain("WACHTWOORD_ONJUIST", "it is told once");
    }

    [Fact]
    public async Task A_preview_of_which_the_api_falls_silent_says_how_to_follow_it_again()
    {
        var api = Previewing(RunBuilder.Run(ImportState.Ophalen))
            .Refuse("WatchImportRun", new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "gone")));

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId);

        result.ExitCode.Should().Be(1);
        result.Error.Should().ContainAll(
            $"Run {RunBuilder.RunId} was begun",
            $"numo import watch --school {RunBuilder.SchoolId} {RunBuilder.RunId}");
    }

    [Fact]
    public async Task A_preview_as_json_is_the_run_alone()
    {
        var api = Previewing(RunBuilder.Run(ImportState.Ophalen), RunBuilder.Run(ImportState.Vergeleken, nieuw: 2));

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId, "--json");

        using var json = JsonDocument.Parse(result.Out);
        var run = json.RootElement.GetProperty("importRun");
        run.GetProperty("state").GetString().Should().Be("IMPORT_STATE_VERGELEKEN");
        run.GetProperty("leerlingen").GetProperty("nieuw").GetInt32().Should().Be(2);
        run.GetProperty("leerlingen").GetProperty("archiveren").GetInt32().Should().Be(0);
        result.Error.Should().BeEmpty("who reads JSON does not look at progress");
    }

    [Fact]
    public async Task A_run_that_somebody_else_started_can_be_followed()
    {
        var api = Previewing(RunBuilder.Run(ImportState.Ophalen), RunBuilder.Run(ImportState.Vergeleken, nieuw: 2))
            .Answer("GetImportRun", new GetImportRunResponse { ImportRun = RunBuilder.Run(ImportState.Ophalen) });

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "watch", "--school", RunBuilder.SchoolId, RunBuilder.RunId);

        result.ExitCode.Should().Be(0);
        result.Out.Should().Contain($"Next: numo import apply --school {RunBuilder.SchoolId} {RunBuilder.RunId}");
        api.Calls.Select(c => c.Method).Should().Equal("GetImportRun", "WatchImportRun", "ListImportRegels");
    }

    [Fact]
    public async Task A_run_is_discarded()
    {
        var api = new FakeApi().Answer(
            "DiscardImport", new DiscardImportResponse { ImportRun = RunBuilder.Run(ImportState.Verworpen) });

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "discard", "--school", RunBuilder.SchoolId, RunBuilder.RunId);

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll("Discarded", "VERWORPEN");
        var request = api.Requests<DiscardImportRequest>().Single();
        (request.SchoolId, request.ImportRunId).Should().Be((RunBuilder.SchoolId, RunBuilder.RunId));
    }

    [Fact]
    public async Task Show_of_a_run_with_its_brake_on_ends_with_how_to_go_on()
    {
        var api = new FakeApi()
            .Answer("GetImportRun", new GetImportRunResponse { ImportRun = RunBuilder.Braked() })
            .Answer("ListImportRegels", new ListImportRegelsResponse());

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "show", "--school", RunBuilder.SchoolId, RunBuilder.RunId);

        result.Out.TrimEnd().Should().EndWith(
            $"numo import apply --school {RunBuilder.SchoolId} {RunBuilder.RunId} --release-brake");
    }

    [Fact]
    public async Task A_run_as_json_comes_with_its_rows()
    {
        var api = Applying(RunBuilder.Run(ImportState.Vergeleken, nieuw: 1))
            .Answer("ListImportRegels", (ListImportRegelsRequest _) => new ListImportRegelsResponse
            {
                Regels = { new ImportRegel { Nummer = 1, Naam = "José van der Eijk" } },
            });

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "show", "--school", RunBuilder.SchoolId, RunBuilder.RunId, "--json");

        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("importRun").GetProperty("id").GetString().Should().Be(RunBuilder.RunId);
        json.RootElement.GetProperty("regels")[0].GetProperty("naam").GetString().Should().Be("José van der Eijk");
    }

    [Fact]
    public async Task Rows_are_asked_for_by_kind()
    {
        var api = Applying(RunBuilder.Run(ImportState.Vergeleken, nieuw: 1))
            .Answer("ListImportRegels", (ListImportRegelsRequest _) => new ListImportRegelsResponse());

        await new CommandLineBuilder().With(api).RunAsync(
            "import", "show", "--school", RunBuilder.SchoolId, "--soort", "nieuw,CONFLICT", "--soort", "nieuw",
            RunBuilder.RunId, "--met-melding");

        var request = api.Requests<ListImportRegelsRequest>().Single();
        request.Soorten.Should().Equal(RegelSoort.Nieuw, RegelSoort.Conflict);
        request.MetMelding.Should().BeTrue();
    }

    [Fact]
    public async Task Without_a_terminal_applying_needs_yes()
    {
        var api = Applying(RunBuilder.Run(ImportState.Vergeleken, nieuw: 1));

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "apply", "--school", RunBuilder.SchoolId, RunBuilder.RunId);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("--yes");
        api.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Applying_sends_the_plan_hash_of_the_run_and_what_was_chosen()
    {
        var api = Applying(RunBuilder.Run(ImportState.Vergeleken, nieuw: 1));

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "apply", "--school", RunBuilder.SchoolId, RunBuilder.RunId, "--yes",
            "--soort", "nieuw", "--regel", "3,4");

        result.ExitCode.Should().Be(0);
        var request = api.Requests<ApplyImportRequest>().Single();
        request.PlanHash.Should().Be(RunBuilder.PlanHash);
        request.Soorten.Should().Equal(RegelSoort.Nieuw);
        request.Regels.Should().Equal(3, 4);
        Guid.TryParse(request.RequestId, out _).Should().BeTrue();
    }

    [Fact]
    public async Task A_brake_is_not_released_unasked()
    {
        var api = Applying(RunBuilder.Braked());

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "apply", "--school", RunBuilder.SchoolId, RunBuilder.RunId, "--yes");

        result.ExitCode.Should().Be(1);
        result.Error.Should().ContainAll("REM_ARCHIVEREN", "--release-brake");
        api.Calls.Select(c => c.Method).Should().Equal("GetImportRun");
    }

    [Fact]
    public async Task A_brake_is_released_for_this_plan_and_then_it_is_applied()
    {
        var api = Applying(RunBuilder.Braked());

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "apply", "--school", RunBuilder.SchoolId, RunBuilder.RunId, "--yes", "--release-brake");

        result.ExitCode.Should().Be(0);
        api.Calls.Select(c => c.Method).Should().Equal("GetImportRun", "ReleaseBrake", "ApplyImport");
        api.Requests<ReleaseBrakeRequest>().Single().PlanHash.Should().Be(RunBuilder.PlanHash);
    }

    [Theory]
    [InlineData(ImportState.Ophalen)]
    [InlineData(ImportState.Toegepast)]
    [InlineData(ImportState.Verworpen)]
    public async Task A_run_that_is_no_preview_is_not_applied(ImportState state)
    {
        var api = Applying(RunBuilder.Run(state));

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "apply", "--school", RunBuilder.SchoolId, RunBuilder.RunId, "--yes");

        result.ExitCode.Should().Be(1);
        api.Requests<ApplyImportRequest>().Should().BeEmpty();
    }

    [Fact]
    public async Task A_plan_that_has_become_old_is_refused_with_the_reason_of_the_api()
    {
        var api = Applying(RunBuilder.Run(ImportState.Vergeleken, nieuw: 1))
            .Refuse("ApplyImport", new RpcException(new Grpc.Core.Status(StatusCode.Aborted, "STAND_GEWIJZIGD")));

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "apply", "--school", RunBuilder.SchoolId, RunBuilder.RunId, "--yes");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("ABORTED: STAND_GEWIJZIGD");
    }

    [Fact]
    public async Task The_history_shows_each_run()
    {
        var api = new FakeApi().Answer("ListImportRuns", (ListImportRunsRequest _) => new ListImportRunsResponse
        {
            ImportRuns = { RunBuilder.Run(ImportState.Toegepast, nieuw: 7), RunBuilder.Run(ImportState.Verworpen) },
        });

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "history", "--school", RunBuilder.SchoolId);

        result.Out.Should().ContainAll("TOEGEPAST", "VERWORPEN", RunBuilder.RunId[..13]);
    }

    private static FakeApi Previewing(ImportRun started, params ImportRun[] later) => new FakeApi()
        .Answer("PreviewImport", (PreviewImportRequest _) => new PreviewImportResponse { ImportRun = started })
        .Stream("WatchImportRun", [.. later.Select(run => new WatchImportRunResponse { ImportRun = run })])
        .Answer("ListImportRegels", (ListImportRegelsRequest _) => new ListImportRegelsResponse());

    private static FakeApi Applying(ImportRun run) => new FakeApi()
        .Answer("GetImportRun", (GetImportRunRequest _) => new GetImportRunResponse { ImportRun = run })
        .Answer("ReleaseBrake", (ReleaseBrakeRequest _) => new ReleaseBrakeResponse { ImportRun = run })
        .Answer("ApplyImport", (ApplyImportRequest _) => new ApplyImportResponse
        {
            ImportRun = RunBuilder.Run(ImportState.Toegepast, nieuw: 1),
        });
}
