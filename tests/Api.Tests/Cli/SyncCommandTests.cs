using Google.Protobuf.WellKnownTypes;
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
        var api = new FakeApi().Answer("StartSync", new StartSyncResponse
        {
            Ronde = new Ronde { Nacht = "2026-11-26", Volgnummer = 2, Uitkomst = Rondeuitkomst.Open },
        });

        var result = await new CommandLineBuilder().With(api).RunAsync("sync", "now", "--school", RunBuilder.SchoolId);

        result.ExitCode.Should().Be(0);
        result.Out.Should().Contain("2026-11-26 +2").And.Contain("numo sync show");
        Guid.TryParse(api.Requests<StartSyncRequest>().Single().RequestId, out _).Should().BeTrue();
    }

    [Fact]
    public async Task Show_tells_what_the_school_wants_and_its_rondes()
    {
        var api = new FakeApi()
            .Answer("ListRondes", new ListRondesResponse { Rondes = { Ronde } })
            .Answer("GetSyncbeleid", new GetSyncbeleidResponse { Syncbeleid = new Syncbeleid() });

        var result = await new CommandLineBuilder().With(api).RunAsync("sync", "show", "--school", RunBuilder.SchoolId);

        result.Out.Should().Contain("niets").And.Contain("2026-11-26").And.Contain("BRON_ONBEREIKBAAR");
    }

    [Fact]
    public async Task A_pause_a_resume_and_a_policy_each_change_one_thing()
    {
        var api = new FakeApi().Answer(
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

    [Theory]
    [InlineData("sync", "pause", "--school", "99AA")]
    [InlineData("sync", "policy", "--school", "99AA")]
    [InlineData("sync", "policy", "--school", "99AA", "--niets", "--soort", "nieuw")]
    [InlineData("sync", "policy", "--school", "99AA", "--soort", "conflict")]
    [InlineData("sync", "list", "--uitkomst", "goed")]
    [InlineData("sync", "nu", "--school", "99AA")]
    public async Task A_wrong_command_line_ends_with_2(params string[] args) =>
        (await new CommandLineBuilder().With(new FakeApi()).RunAsync(args)).ExitCode.Should().Be(2);

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
