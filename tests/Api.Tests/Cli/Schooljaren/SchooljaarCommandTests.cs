using System.Text.Json;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Schooljaren;

public sealed class SchooljaarCommandTests
{
    [Fact]
    public async Task Show_gives_the_api_s_own_message_as_json()
    {
        var result = await RunAsync(Api(Wisselstaat.Voorbereid), "show", "--json");

        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("schooljaarwissel").GetProperty("brin").GetString().Should().Be("99XY");
    }

    [Fact]
    public async Task Preparing_applies_the_run_that_was_shown_and_names_the_next_step()
    {
        var api = Api(Wisselstaat.Open)
            .Answer("PrepareSchooljaar", new PrepareSchooljaarResponse { ImportRun = Prepared(ImportState.Vergeleken) })
            .Answer("ApplyImport", new ApplyImportResponse { ImportRun = Prepared(ImportState.Toegepast) });

        var result = await RunAsync(api, "prepare", "--yes");

        result.ExitCode.Should().Be(0, result.Error);
        result.Out.Should().ContainAll("1A", "Prepared", $"Next: numo schooljaar agree --school {RunBuilder.SchoolId}");
        var request = api.Requests<ApplyImportRequest>().Should().ContainSingle().Subject;
        request.PlanHash.Should().Be(RunBuilder.PlanHash);
        request.RequestId.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Preparing_as_json_prints_nothing_but_the_answer()
    {
        var api = Api(Wisselstaat.Open)
            .Answer("PrepareSchooljaar", new PrepareSchooljaarResponse { ImportRun = Prepared(ImportState.Vergeleken) })
            .Answer("ApplyImport", new ApplyImportResponse { ImportRun = Prepared(ImportState.Toegepast) });

        var result = await RunAsync(api, "prepare", "--yes", "--json");

        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("importRun").GetProperty("state").GetString().Should().Be("IMPORT_STATE_TOEGEPAST");
    }

    [Fact]
    public async Task A_preparation_with_the_brake_on_is_not_applied_and_tells_how_to_release_it()
    {
        var api = Api(Wisselstaat.Open)
            .Answer("PrepareSchooljaar", new PrepareSchooljaarResponse { ImportRun = RunBuilder.Braked() });

        var result = await RunAsync(api, "prepare", "--yes");

        result.ExitCode.Should().Be(1);
        result.Error.Should().ContainAll("REM_ARCHIVEREN", "--release-brake", "numo schooljaar agree");
        api.Calls.Select(call => call.Method).Should().NotContain(["ReleaseBrake", "ApplyImport"]);
    }

    [Fact]
    public async Task Agreeing_sends_the_bounds_and_the_version_that_were_shown()
    {
        var api = Api(Wisselstaat.Voorbereid);

        var result = await RunAsync(api, "agree", "--yes", "--vertrek-op", "2027-08-15");

        result.ExitCode.Should().Be(0, result.Error);
        var requests = api.Requests<AgreeSchooljaarRequest>();
        requests.Select(r => r.ValidateOnly).Should().Equal(true, false);
        requests.Select(r => r.Etag).Should().Equal("3", "3");
        requests[0].VertrekOp.Should().Be("2027-08-15");
        requests[0].Grenzen.Should().BeEmpty();
        requests[1].Grenzen.Should().ContainSingle().Which.Grens.MaxVertrek.Should().Be(150);
        requests[1].RequestId.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Bounds_of_one_vestiging_leave_what_was_agreed_of_the_others()
    {
        var api = Api(Wisselstaat.Akkoord, "00", "01");

        await RunAsync(api, "agree", "--yes", "--vestiging", "01", "--max-vertrek", "40");

        var grenzen = api.Requests<AgreeSchooljaarRequest>()[0].Grenzen;
        grenzen.Select(keuze => keuze.Vestiging).Should().BeEquivalentTo("00", "01");
        var chosen = grenzen.Single(keuze => keuze.Vestiging == "01").Grens;
        chosen.MaxVertrek.Should().Be(40);
        chosen.HasMaxNieuw.Should().BeFalse("what is not given is left to the API");
        grenzen.Single(keuze => keuze.Vestiging == "00").Grens.MaxVertrek.Should().Be(150);
    }

    [Fact]
    public async Task Bounds_without_a_vestiging_are_for_the_only_one()
    {
        var api = Api(Wisselstaat.Voorbereid);

        await RunAsync(api, "agree", "--yes", "--max-zonder-klas", "6");

        api.Requests<AgreeSchooljaarRequest>()[0].Grenzen.Should().ContainSingle()
            .Which.Should().Match<Grenskeuze>(keuze => keuze.Vestiging == "00" && keuze.Grens.MaxZonderKlas == 6);
    }

    [Fact]
    public async Task Bounds_without_a_vestiging_are_refused_where_there_are_several()
    {
        var api = Api(Wisselstaat.Voorbereid, "00", "01");

        var result = await RunAsync(api, "agree", "--yes", "--max-vertrek", "40");

        result.ExitCode.Should().Be(2);
        result.Error.Should().ContainAll("00, 01", "--vestiging");
        api.Requests<AgreeSchooljaarRequest>().Should().BeEmpty();
    }

    [Fact]
    public async Task What_would_be_agreed_is_shown_without_agreeing()
    {
        var api = Api(Wisselstaat.Voorbereid);

        var result = await RunAsync(api, "agree", "--validate-only");

        result.ExitCode.Should().Be(0, result.Error);
        result.Out.Should().ContainAll("Nothing was agreed", "agreed, at most", "150", "121");
        api.Requests<AgreeSchooljaarRequest>().Should().OnlyContain(request => request.ValidateOnly);
    }

    [Fact]
    public async Task What_the_api_refuses_ends_with_1()
    {
        var api = Api(Wisselstaat.Open)
            .Refuse("AgreeSchooljaar", new RpcException(new Grpc.Core.Status(StatusCode.FailedPrecondition, "not prepared")));

        var result = await RunAsync(api, "agree", "--yes");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("not prepared");
    }

    [Fact]
    public async Task Withdrawing_shows_what_holds_after_it()
    {
        var api = Api(Wisselstaat.Voorbereid).Answer(
            "WithdrawSchooljaar",
            new WithdrawSchooljaarResponse { Schooljaarwissel = WisselBuilder.Wissel(Wisselstaat.Voorbereid) });

        var result = await RunAsync(api, "withdraw");

        result.ExitCode.Should().Be(0, result.Error);
        result.Out.Should().ContainAll("Withdrawn", "voorbereid", "numo schooljaar agree");
    }

    private static FakeApi Api(Wisselstaat staat, params string[] vestigingen) => new FakeApi()
        .Answer(
            "GetSchooljaarwissel",
            new GetSchooljaarwisselResponse { Schooljaarwissel = WisselBuilder.Wissel(staat, vestigingen) })
        .Answer(
            "AgreeSchooljaar",
            new AgreeSchooljaarResponse { Schooljaarwissel = WisselBuilder.Wissel(Wisselstaat.Akkoord, vestigingen) });

    private static ImportRun Prepared(ImportState state)
    {
        var run = RunBuilder.Run(state, nieuw: 144);
        run.Klassentabel = WisselBuilder.Klassen();
        return run;
    }

    private static Task<CommandLineResult> RunAsync(FakeApi api, string verb, params string[] args) =>
        new CommandLineBuilder().With(api).RunAsync(["schooljaar", verb, "--school", RunBuilder.SchoolId, .. args]);
}
