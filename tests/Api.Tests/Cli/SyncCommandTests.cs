using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>`numo sync` on the command line.</summary>
public sealed class SyncCommandTests
{
    private static readonly Timestamp Now = Timestamp.FromDateTime(new DateTime(2026, 11, 26, 2, 0, 0, DateTimeKind.Utc));

    private static readonly Ronde Ronde = new()
    {
        SchoolId = RunBuilder.SchoolId,
        Nacht = "2026-11-26",
        GevraagdDoor = "numo-sync",
        StartTime = Now,
        Pogingen = 3,
        Uitkomst = Rondeuitkomst.Mislukt,
        Actiehouder = Actiehouder.Magister,
        Fout = new Importfout { Code = "BRON_ONBEREIKBAAR", Tekst = "Magister antwoordt niet." },
    };

    [Fact]
    public async Task The_list_shows_each_school_with_its_next_turn_and_why_it_failed()
    {
        var pages = new Queue<ListSyncsResponse>(
        [
            new ListSyncsResponse { Syncs = { Sync("99AA", Ronde) }, NextPageToken = "more" },
            new ListSyncsResponse { Syncs = { Sync("99AB", null, "Verbouwing") } },
        ]);
        var tokens = new List<string>();
        var api = new FakeApi().Answer("ListSyncs", (ListSyncsRequest request) =>
        {
            tokens.Add(request.PageToken);
            return pages.Dequeue();
        });

        var result = await new CommandLineBuilder().With(api).RunAsync("sync", "list", "--uitkomst", "mislukt");

        result.ExitCode.Should().Be(0);
        result.Out.Should().Contain("99AA").And.Contain("mislukt").And.Contain("magister")
            .And.Contain("BRON_ONBEREIKBAAR: Magister antwoordt niet.")
            .And.Contain("99AB").And.Contain("Paused by jan: Verbouwing").And.Contain("2 schools");
        api.Requests<ListSyncsRequest>().Should().OnlyContain(r => r.Uitkomst == Rondeuitkomst.Mislukt);
        tokens.Should().Equal("", "more");
    }

    [Fact]
    public async Task Now_asks_for_a_sync_and_says_how_to_look()
    {
        var open = new Ronde { Nacht = "2026-11-26", Volgnummer = 2, Uitkomst = Rondeuitkomst.Open };
        var api = new FakeApi()
            .Answer("ListRondes", new ListRondesResponse())
            .Answer("StartSync", new StartSyncResponse { Ronde = open });

        var result = await new CommandLineBuilder().With(api).RunAsync("sync", "now", "--school", RunBuilder.SchoolId);

        result.ExitCode.Should().Be(0);
        result.Out.Should().Contain("2026-11-26 +2").And.Contain("numo sync show");
        Guid.TryParse(api.Requests<StartSyncRequest>().Single().RequestId, out _).Should().BeTrue();
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Now_says_when_somebody_asked_already(int known, bool isSaid)
    {
        var open = new Ronde
        {
            Nacht = "2026-11-26",
            Volgnummer = 2,
            GevraagdDoor = "piet",
            GevraagdTime = Now,
            Uitkomst = Rondeuitkomst.Open,
        };
        var listed = new Ronde { Nacht = "2026-11-26", Volgnummer = known };
        var api = new FakeApi()
            .Answer("ListRondes", new ListRondesResponse { Rondes = { listed } })
            .Answer("StartSync", new StartSyncResponse { Ronde = open });

        var result = await new CommandLineBuilder().With(api).RunAsync("sync", "now", "--school", RunBuilder.SchoolId);

        result.Out.Contains("Already asked for by piet at 2026-11-26", StringComparison.Ordinal).Should().Be(isSaid);
        result.Out.Should().Contain("+1, +2:");
    }

    [Theory]
    [InlineData(true, "EERST_EEN_PERSOON: Bekijk de wijzigingen.")]
    [InlineData(false, "The import is TOEGEPAST by now.")]
    public async Task Show_tells_why_an_import_waits_and_what_comes_next(bool waits, string reason)
    {
        var run = RunBuilder.Run(waits ? ImportState.Wachtend : ImportState.Toegepast);
        run.Remmen.Add(new Melding { Code = "EERST_EEN_PERSOON", Tekst = "Bekijk de wijzigingen." });
        var api = Shown(Waiting()).Answer("GetImportRun", new GetImportRunResponse { ImportRun = run });

        var result = await new CommandLineBuilder().With(api).RunAsync("sync", "show", "--school", RunBuilder.SchoolId);

        result.Out.Should().Contain(reason);
        var next = $"numo import apply --school {RunBuilder.SchoolId} {RunBuilder.RunId} --release-brake";
        result.Out.Contains(next, StringComparison.Ordinal).Should().Be(waits);
    }

    [Fact]
    public async Task Who_may_only_read_is_shown_the_rondes_all_the_same()
    {
        var refusal = new RpcException(new Grpc.Core.Status(StatusCode.PermissionDenied, "scope"));
        var api = Shown(Waiting()).Refuse("GetImportRun", refusal);

        var result = await new CommandLineBuilder().With(api).RunAsync("sync", "show", "--school", RunBuilder.SchoolId);

        result.ExitCode.Should().Be(0);
        result.Out.Should().Contain("wacht").And.NotContain("--release-brake");
    }

    [Fact]
    public async Task Show_tells_when_it_is_the_schools_turn_or_why_it_never_is()
    {
        var said = new List<string>();
        foreach (var syncs in new Sync[][]
        {
            [Sync("99AA", null)], [Sync("99AA", null, "Verbouwing")], [new Sync { Brin = "99AA" }], [],
        })
        {
            var api = Shown().Answer("ListSyncs", new ListSyncsResponse { Syncs = { syncs } });
            var result = await new CommandLineBuilder().With(api)
                .RunAsync("sync", "show", "--school", RunBuilder.SchoolId);
            said.Add(result.Out.Split('\n').Single(
                line => line.TrimStart().StartsWith("next", StringComparison.Ordinal)));
            api.Requests<ListSyncsRequest>().Single().SchoolId.Should().Be(RunBuilder.SchoolId);
        }

        said[0].Should().Contain("2026-11-26");
        said[1].Should().Contain("paused");
        said[2].Should().Contain("never activated, or is suspended");
        said[3].Should().Contain("no koppeling");
    }

    [Fact]
    public async Task Show_tells_what_the_school_wants_and_its_rondes()
    {
        var api = Shown(Ronde);

        var result = await new CommandLineBuilder().With(api).RunAsync("sync", "show", "--school", RunBuilder.SchoolId);

        result.Out.Should().Contain("niets").And.Contain("2026-11-26").And.Contain("BRON_ONBEREIKBAAR")
            .And.Contain($"Times in {TimeZoneInfo.Local.Id}.");
    }

    [Fact]
    public async Task An_open_ronde_says_when_it_is_tried_again_or_why_it_may_not_have_begun()
    {
        var rests = Ronde.Clone();
        (rests.Uitkomst, rests.NietVoorTime) = (Rondeuitkomst.Open, Now);
        var waits = new Ronde { Nacht = "2026-11-26", Volgnummer = 1, Uitkomst = Rondeuitkomst.Open };
        var api = Shown(rests, waits);

        var result = await new CommandLineBuilder().With(api).RunAsync("sync", "show", "--school", RunBuilder.SchoolId);

        result.Out.Should().Contain("BRON_ONBEREIKBAAR: Magister antwoordt niet. Het wordt om 2026-11-26")
            .And.Contain("no process schedules");
    }

    [Fact]
    public async Task A_pause_a_resume_and_a_policy_each_change_one_thing()
    {
        var paused = new Syncbeleid { Pauze = new Syncpauze { Reden = "Verbouwing", Door = "jan" } };
        var api = new FakeApi()
            .Answer("GetSyncbeleid", new GetSyncbeleidResponse { Syncbeleid = paused })
            .Answer(
                "UpdateSyncbeleid",
                (UpdateSyncbeleidRequest r) => new UpdateSyncbeleidResponse { Syncbeleid = r.Syncbeleid });
        string[] school = ["--school", RunBuilder.SchoolId];

        foreach (var command in new[]
        {
            ["pause", "--reden", "Verbouwing"],
            ["resume"],
            ["policy", "--soort", "nieuw,archiveren"],
            new[] { "policy", "--niets" },
        })
        {
            var result = await new CommandLineBuilder().With(api).RunAsync(["sync", .. command, .. school]);
            result.ExitCode.Should().Be(0);
        }

        var requests = api.Requests<UpdateSyncbeleidRequest>();
        requests.Select(r => r.UpdateMask.Paths.Single()).Should().Equal("pauze", "pauze", "soorten", "soorten");
        requests[0].Syncbeleid.Pauze.Reden.Should().Be("Verbouwing");
        requests[1].Syncbeleid.Pauze.Should().BeNull();
        requests[2].Syncbeleid.Soorten.Should().Equal(RegelSoort.Nieuw, RegelSoort.Archiveren);
        requests[3].Syncbeleid.Soorten.Should().BeEmpty();
    }

    [Fact]
    public async Task A_resume_of_what_was_not_paused_says_so_and_changes_nothing()
    {
        var api = new FakeApi().Answer("GetSyncbeleid", new GetSyncbeleidResponse { Syncbeleid = new Syncbeleid() });

        var result = await new CommandLineBuilder().With(api)
            .RunAsync("sync", "resume", "--school", RunBuilder.SchoolId);

        result.ExitCode.Should().Be(0);
        result.Out.Should().Contain("It was not paused");
        api.Requests<UpdateSyncbeleidRequest>().Should().BeEmpty();
    }

    [Theory]
    [InlineData("sync", "pause", "--school", "99AA")]
    [InlineData("sync", "policy", "--school", "99AA")]
    [InlineData("sync", "policy", "--school", "99AA", "--niets", "--soort", "nieuw")]
    [InlineData("sync", "policy", "--school", "99AA", "--soort", "conflict")]
    [InlineData("sync", "list", "--uitkomst", "goed")]
    [InlineData("sync", "nu", "--school", "99AA")]
    public async Task A_wrong_command_line_ends_with_2(params string[] args) =>
        (await new CommandLineBuilder().With(new FakeApi()).RunAsync(args)).ExitCode.Should().Be(2);

    private static FakeApi Shown(params Ronde[] rondes) => new FakeApi()
        .Answer("ListRondes", new ListRondesResponse { Rondes = { rondes } })
        .Answer("GetSyncbeleid", new GetSyncbeleidResponse { Syncbeleid = new Syncbeleid() })
        .Answer("ListSyncs", new ListSyncsResponse { Syncs = { Sync("99AA", null) } });

    private static Ronde Waiting() => new()
    {
        SchoolId = RunBuilder.SchoolId,
        Nacht = "2026-11-26",
        Uitkomst = Rondeuitkomst.Wacht,
        ImportRunId = RunBuilder.RunId,
    };

    private static Sync Sync(string brin, Ronde? last, string pauze = "") => new()
    {
        SchoolId = RunBuilder.SchoolId,
        Brin = brin,
        Naam = "Voorbeeldcollege",
        VolgendeTime = pauze.Length == 0 ? Now : null,
        Pauze = pauze.Length == 0 ? null : new Syncpauze { Reden = pauze, Door = "jan" },
        Laatste = last,
    };
}
