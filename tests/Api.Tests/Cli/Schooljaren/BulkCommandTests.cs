using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Schooljaren;

public sealed class BulkCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numo-wissel-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task All_pages_are_listed_and_the_runs_that_wait_go_to_a_file_of_the_owner_alone()
    {
        var file = Path.Combine(_folder.FullName, "runs.csv");
        var waiting = WisselBuilder.Wissel(Wisselstaat.Begonnen);
        waiting.Wachtend.Add(WisselBuilder.Waiting());
        var api = new FakeApi().Answer<ListSchooljaarwisselsRequest, ListSchooljaarwisselsResponse>(
            "ListSchooljaarwissels",
            request => request.PageToken.Length == 0
                ? new() { Schooljaarwissels = { WisselBuilder.Wissel(Wisselstaat.Akkoord) }, NextPageToken = "2" }
                : new() { Schooljaarwissels = { waiting } });

        var result = await RunAsync(api, "list", "--staat", "akkoord,begonnen", "--out", file);

        result.ExitCode.Should().Be(0, result.Error);
        result.Out.Should().ContainAll("2 schools: 1 akkoord, 1 begonnen.", "Wrote 1 run", "numo schooljaar apply");
        api.Requests<ListSchooljaarwisselsRequest>()[0].Staten.Should().Equal(Wisselstaat.Akkoord, Wisselstaat.Begonnen);
        (await File.ReadAllLinesAsync(file)).Should().Equal(
            "brin;school_id;import_run_id;plan_hash;remmen",
            $"99XY;{RunBuilder.SchoolId};{RunBuilder.RunId};{RunBuilder.PlanHash};BUITEN_AFSPRAAK");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_run_that_waits_is_released_and_applied_with_the_hash_of_the_file()
    {
        var api = Api(ImportState.Wachtend);

        var result = await ApplyAsync(api, [Line(1)], "--release");

        result.ExitCode.Should().Be(0, result.Error);
        result.Out.Should().ContainAll("[1 of 1] 99XY applied", "1 run applied, 0 failed.");
        api.Calls.Select(call => call.Method).Should().Equal("GetImportRun", "ReleaseBrake", "ApplyImport");
        api.Requests<ApplyImportRequest>().Single().PlanHash.Should().Be(RunBuilder.PlanHash);
    }

    [Fact]
    public async Task Without_release_a_run_that_waits_fails()
    {
        var api = Api(ImportState.Wachtend);

        var result = await ApplyAsync(api, [Line(1)]);

        result.ExitCode.Should().Be(1);
        result.Out.Should().ContainAll("FAILED", "--release");
        api.Requests<ApplyImportRequest>().Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_applied_already_is_told_and_no_failure()
    {
        var api = Api(ImportState.Toegepast);

        var result = await ApplyAsync(api, [Line(1)], "--release");

        result.ExitCode.Should().Be(0, result.Error);
        result.Out.Should().Contain("was applied already");
        api.Requests<ApplyImportRequest>().Should().BeEmpty();
    }

    [Fact]
    public async Task A_plan_that_changed_fails_and_the_others_go_on()
    {
        var api = Api(ImportState.Vergeleken);
        var applied = new ApplyImportResponse { ImportRun = RunBuilder.Run(ImportState.Toegepast) };
        api.Answer<ApplyImportRequest, ApplyImportResponse>(
            "ApplyImport", request => request.ImportRunId == RunId(1) ? throw PlanChanged() : applied);

        var result = await ApplyAsync(api, [Line(1), Line(2), Line(3)], "--release");

        result.ExitCode.Should().Be(1);
        result.Out.Should().ContainAll("PLAN_HASH_ONJUIST", "look again", "2 runs applied, 1 failed.");
        result.Error.Should().Contain("1 of 3 runs failed");
    }

    [Fact]
    public async Task As_json_each_result_is_an_object_on_a_line()
    {
        var result = await ApplyAsync(Api(ImportState.Vergeleken), [Line(1), Line(2)], "--json");

        result.Out.TrimEnd().Split('\n').Should().HaveCount(2)
            .And.OnlyContain(line => line.StartsWith('{') && line.Contains("\"uitkomst\":\"toegepast\""));
    }

    [Fact]
    public async Task No_more_than_four_are_applied_at_once()
    {
        var (now, most) = (0, 0);
        var gate = new Lock();
        var applied = new ApplyImportResponse { ImportRun = RunBuilder.Run(ImportState.Toegepast) };
        var api = Api(ImportState.Vergeleken).Answer<ApplyImportRequest, ApplyImportResponse>("ApplyImport", _ =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++now);
            }

            Thread.Sleep(20);
            lock (gate)
            {
                now--;
            }

            return applied;
        });

        await ApplyAsync(api, [.. Enumerable.Range(1, 20).Select(Line)], "--release");

        most.Should().BeInRange(1, 4);
        api.Requests<ApplyImportRequest>().Should().HaveCount(20);
    }

    [Theory]
    [InlineData("99XY;not-an-id;" + RunBuilder.RunId + ";" + RunBuilder.PlanHash + ";")]
    [InlineData("99XY;" + RunBuilder.SchoolId + ";" + RunBuilder.RunId + ";abc;")]
    [InlineData("1,00E+05;" + RunBuilder.SchoolId + ";" + RunBuilder.RunId + ";" + RunBuilder.PlanHash + ";")]
    [InlineData("99XY," + RunBuilder.SchoolId + "," + RunBuilder.RunId + "," + RunBuilder.PlanHash)]
    public async Task A_line_that_is_not_well_formed_is_told_before_anything_is_applied(string broken)
    {
        var api = Api(ImportState.Vergeleken);

        var result = await ApplyAsync(api, [Line(1), broken], "--release");

        result.ExitCode.Should().Be(1);
        result.Error.Should().ContainAll("Line 3", "Nothing was applied");
        api.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_run_that_stands_in_the_file_twice_is_told()
    {
        var result = await ApplyAsync(Api(ImportState.Vergeleken), [Line(1), Line(1)]);

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("Line 3 has the run of line 2 again");
    }

    [Fact]
    public async Task A_file_of_more_than_5000_runs_is_refused()
    {
        var api = Api(ImportState.Vergeleken);

        var result = await ApplyAsync(api, [.. Enumerable.Range(1, 5001).Select(Line)]);

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("5001 runs");
        api.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Rehearsing_all_schools_leaves_out_who_cannot_tells_how_far_and_fails_per_school()
    {
        var unconnected = WisselBuilder.Wissel(Wisselstaat.Open);
        unconnected.Punten.Add(WisselBuilder.Punt("NIET_GEKOPPELD", "x"));
        var api = new FakeApi()
            .Answer("ListSchooljaarwissels", new ListSchooljaarwisselsResponse
            {
                Schooljaarwissels = { Named("99AA"), Named("99BB"), unconnected },
            })
            .Answer<RehearseSchooljaarRequest, RehearseSchooljaarResponse>(
                "RehearseSchooljaar",
                request => request.SchoolId == "99AA" ? Rehearsed() : throw new RpcException(new(StatusCode.Internal, "broken")));

        var result = await RunAsync(api, "rehearse");

        result.ExitCode.Should().Be(1);
        result.Out.Should().ContainAll("99AA", "144", "134", "outside the agreement: TE_VEEL_VERTREK", "unknown codes: KH4X");
        result.Out.Should().Contain("1 school rehearsed: 0 would go through, 1 would wait.");
        result.Error.Should().ContainAll("Left out 1 school", "2 of 2", "1 of 2 rehearsals failed", "99BB: ", "broken");
    }

    [Fact]
    public async Task A_rehearsal_as_json_is_an_object_on_a_line()
    {
        var api = new FakeApi().Answer("RehearseSchooljaar", Rehearsed());

        var result = await RunAsync(api, "rehearse", "--school", RunBuilder.SchoolId, "--json");

        result.ExitCode.Should().Be(0, result.Error);
        result.Out.TrimEnd().Should().NotContain("\n").And.Contain("\"repetitie\":{");
    }

    private static Schooljaarwissel Named(string brin)
    {
        var wissel = WisselBuilder.Wissel(Wisselstaat.Akkoord);
        (wissel.Brin, wissel.SchoolId) = (brin, brin);
        return wissel;
    }

    private static RehearseSchooljaarResponse Rehearsed() => new()
    {
        SchoolId = RunBuilder.SchoolId,
        Schooljaar = "2027-2028",
        Afgesproken = true,
        Vestigingen = { new Repetitiecijfers { Vestiging = "00", Cijfers = WisselBuilder.Cijfers() } },
        Leerlingen = new Tellingen { Aangehouden = 13 },
        OnbekendeCodes = { "KH4X" },
        BuitenAfspraak = { new Melding { Code = "TE_VEEL_VERTREK", Tekst = "Er vertrekken er te veel." } },
    };

    private static FakeApi Api(ImportState state) => new FakeApi()
        .Answer("GetImportRun", new GetImportRunResponse { ImportRun = RunBuilder.Run(state) })
        .Answer("ReleaseBrake", new ReleaseBrakeResponse())
        .Answer("ApplyImport", new ApplyImportResponse { ImportRun = RunBuilder.Run(ImportState.Toegepast) });

    private static RpcException PlanChanged()
    {
        var info = new ErrorInfo { Reason = "PLAN_HASH_ONJUIST" };
        return new Google.Rpc.Status { Code = (int)Code.FailedPrecondition, Message = "another plan", Details = { Any.Pack(info) } }
            .ToRpcException();
    }

    private static string RunId(int number) => $"0198f000-0000-7000-8000-{number:x12}";

    private static string Line(int number) =>
        $"99XY;{RunBuilder.SchoolId};{RunId(number)};{RunBuilder.PlanHash};BUITEN_AFSPRAAK";

    private async Task<CommandLineResult> ApplyAsync(FakeApi api, string[] lines, params string[] args)
    {
        var file = Path.Combine(_folder.FullName, "apply.csv");
        await File.WriteAllLinesAsync(file, ["brin;school_id;import_run_id;plan_hash;remmen", .. lines]);
        return await RunAsync(api, "apply", ["--from", file, "--yes", .. args]);
    }

    private static Task<CommandLineResult> RunAsync(FakeApi api, string verb, params string[] args) =>
        new CommandLineBuilder().With(api).RunAsync(["schooljaar", verb, .. args]);
}
