using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Cli;
using Kurve.Numo.Cli.Wijzigingen;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>`numo berichten` on the command line.</summary>
public sealed class BerichtenCommandTests
{
    private static readonly Timestamp Now = Timestamp.FromDateTime(new DateTime(2026, 11, 26, 9, 0, 0, DateTimeKind.Utc));
    private static readonly Berichtfout Fout = new() { Code = "MAIL_ONBEREIKBAAR", Tekst = "De mailserver is weg." };

    private static readonly Berichtinstelling Instelling = new()
    {
        SchoolId = RunBuilder.SchoolId,
        Aan = true,
        Soorten = { Berichtsoort.RunWacht, Berichtsoort.NachtMislukt },
        Adressen = { new Berichtadres { Adres = "beheer@school.example", Mislukt = 3, Fout = Fout, NietVoorTime = Now } },
        Webhook = new Berichtadres { Adres = "https://hooks.school.example/numo", LaatsteDag = "2026-11-25" },
        Uur = 7,
        GeheimTime = Now,
        Door = "jan",
        UpdateTime = Now,
    };

    [Fact]
    public async Task Show_tells_who_is_told_and_how_each_address_fares()
    {
        var api = new FakeApi().Answer(
            "GetBerichtinstelling", new GetBerichtinstellingResponse { Berichtinstelling = Instelling });

        var result = await RunAsync(api, "show");

        result.ExitCode.Should().Be(0);
        result.Out.Should().Contain("aan").And.Contain("run-wacht, nacht-mislukt").And.Contain("7:00 by the Dutch clock")
            .And.Contain("beheer@school.example").And.Contain("MAIL_ONBEREIKBAAR: De mailserver is weg.")
            .And.Contain("https://hooks.school.example/numo").And.Contain("2026-11-25");
    }

    [Fact]
    public void Everything_fits_on_lines_of_80()
    {
        var bericht = new Bericht
        {
            Kanaal = Berichtkanaal.Webhook,
            Adres = "https://hooks.school.example/numo/with/a/long/path",
            Staat = Berichtstaat.Verzamelt,
            CreateTime = Now,
            VolgendeTime = Now,
            Fout = Fout,
        };
        using var writer = new StringWriter();
        var console = Terminal.Open(writer, isTerminal: false);
        console.Profile.Width = 80;

        BerichtenRendering.Write(console, Instelling);
        BerichtenRendering.Write(console, [bericht]);
        BerichtenRendering.Write(console, [new Testuitslag { Kanaal = Berichtkanaal.Webhook, Adres = bericht.Adres }]);

        writer.ToString().Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= 80);
    }

    [Fact]
    public async Task Set_changes_what_is_given_and_nothing_else()
    {
        var api = new FakeApi().Answer(
            "UpdateBerichtinstelling", new UpdateBerichtinstellingResponse { Berichtinstelling = Instelling });

        var result = await RunAsync(
            api, "set", "--mail", "a@school.example", "--mail", "b@school.example", "--soort", "run-wacht", "--on");

        result.ExitCode.Should().Be(0, result.Error);
        var request = api.Requests<UpdateBerichtinstellingRequest>().Single();
        request.UpdateMask.Paths.Should().Equal("aan", "adressen", "soorten");
        request.Berichtinstelling.Aan.Should().BeTrue();
        request.Berichtinstelling.Adressen.Select(a => a.Adres).Should().Equal("a@school.example", "b@school.example");
        request.Berichtinstelling.Soorten.Should().Equal(Berichtsoort.RunWacht);
        Guid.TryParse(request.RequestId, out _).Should().BeTrue();
    }

    [Theory]
    [InlineData("aan", "--off")]
    [InlineData("adressen", "--no-mail")]
    [InlineData("webhook", "--no-webhook")]
    [InlineData("uur", "--uur", "0")]
    public async Task Set_takes_away_what_is_said_to_go(string path, params string[] options)
    {
        var api = new FakeApi().Answer(
            "UpdateBerichtinstelling", new UpdateBerichtinstellingResponse { Berichtinstelling = Instelling });

        await RunAsync(api, ["set", "--validate-only", .. options]);

        var request = api.Requests<UpdateBerichtinstellingRequest>().Single();
        request.UpdateMask.Paths.Should().Equal(path);
        request.ValidateOnly.Should().BeTrue();
        request.Berichtinstelling.Should().Be(new Berichtinstelling { SchoolId = RunBuilder.SchoolId });
    }

    [Theory]
    [InlineData]
    [InlineData("--on", "--off")]
    [InlineData("--mail", "a@school.example", "--no-mail")]
    [InlineData("--soort", "bogus")]
    [InlineData("--uur", "soon")]
    public async Task Set_with_nothing_or_with_both_is_wrong_usage(params string[] options)
    {
        var api = new FakeApi();

        var result = await RunAsync(api, ["set", .. options]);

        result.ExitCode.Should().Be(2);
        api.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Test_ends_with_1_when_one_did_not_arrive_and_says_which()
    {
        var api = new FakeApi().Answer("TestBericht", new TestBerichtResponse
        {
            Uitslagen =
            {
                new Testuitslag { Kanaal = Berichtkanaal.Mail, Adres = "beheer@school.example" },
                new Testuitslag { Kanaal = Berichtkanaal.Webhook, Adres = "https://hooks.school.example/", Fout = Fout },
            },
        });

        var result = await RunAsync(api, "test");

        result.ExitCode.Should().Be(1);
        result.Out.Should().Contain("arrived").And.Contain("failed").And.Contain("De mailserver is weg.");
        result.Error.Should().Contain("1 test message of 2 did not arrive.");
    }

    [Fact]
    public async Task List_shows_what_each_message_tells_and_when_it_is_tried_next()
    {
        var bericht = new Bericht
        {
            Id = RunBuilder.RunId,
            Kanaal = Berichtkanaal.Mail,
            Adres = "beheer@school.example",
            Staat = Berichtstaat.Onderweg,
            CreateTime = Now,
            Pogingen = 3,
            VolgendeTime = Now,
            Fout = Fout,
            Aanleidingen =
            {
                new Aanleiding
                {
                    Soort = Berichtsoort.RunWacht,
                    Onderwerp = RunBuilder.RunId,
                    Redenen = { new Berichtreden { Code = "TE_VEEL_ARCHIVERINGEN" } },
                },
            },
        };
        var pages = new Queue<ListBerichtenResponse>(
        [
            new ListBerichtenResponse { Berichten = { bericht }, NextPageToken = "more" },
            new ListBerichtenResponse { Berichten = { bericht } },
        ]);
        var api = new FakeApi().Answer("ListBerichten", (ListBerichtenRequest _) => pages.Dequeue());

        var result = await RunAsync(api, "list");

        result.Out.Should().Contain("onderweg").And.Contain($"run-wacht {RunBuilder.RunId}")
            .And.Contain("TE_VEEL_ARCHIVERINGEN").And.Contain("MAIL_ONBEREIKBAAR").And.Contain("2 messages");
    }

    [Fact]
    public async Task Rotate_shows_the_secret_once_and_until_when_the_one_before_signs()
    {
        var answer = new RotateWebhookgeheimResponse
        {
            Geheim = "numo_whsec_00",
            Berichtinstelling = new Berichtinstelling { VorigGeheimVervaltTime = Now },
        };
        var api = new FakeApi().Answer("RotateWebhookgeheim", answer);

        var result = await RunAsync(api, "rotate");

        result.Out.Should().Contain("    numo_whsec_00").And.Contain("The one before signs as well until 2026-11-26");
    }

    [Fact]
    public async Task A_secret_that_nobody_would_see_is_not_made()
    {
        var api = new FakeApi();

        var result = await RunAsync(api, "rotate", "--json");

        result.ExitCode.Should().Be(2);
        api.Calls.Should().BeEmpty();
    }

    private static Task<CommandLineResult> RunAsync(FakeApi api, params string[] args) =>
        new CommandLineBuilder().With(api).RunAsync(["berichten", args[0], "--school", RunBuilder.SchoolId, .. args[1..]]);
}
