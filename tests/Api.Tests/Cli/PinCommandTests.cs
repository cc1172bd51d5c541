using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>Pinning on the command line.</summary>
public sealed class PinCommandTests
{
    private const string Id = "0198c7a2-6f3e-7c11-9d5b-0123456789ab";

    private static readonly Vastzetting Vast = new()
    {
        Reden = "Stage in het buitenland",
        TotEnMet = "2027-01-31",
        Door = "beheerder",
    };

    [Fact]
    public async Task A_leerling_is_pinned_and_shown_with_why_and_until_when()
    {
        var api = new FakeApi().Answer("PinLeerling", new PinLeerlingResponse { Leerling = Leerling(Vast) });

        var result = await RunAsync(api, "leerling", "pin", Id, "--reden", "Stage in het buitenland", "--tot", "2027-01-31");

        var request = api.Requests<PinLeerlingRequest>().Single();
        (request.LeerlingId, request.Reden, request.TotEnMet, request.ValidateOnly)
            .Should().Be((Id, "Stage in het buitenland", "2027-01-31", false));
        request.RequestId.Should().NotBeEmpty();
        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll("Pinned.", "until and including 2027-01-31, by beheerder: Stage in het buitenland");
    }

    [Fact]
    public async Task A_docent_is_pinned_only_to_see_what_would_happen()
    {
        var api = new FakeApi().Answer(
            "PinDocent", new PinDocentResponse { Docent = new Docent { Id = Id, Achternaam = "Boer", Vastzetting = Vast } });

        var result = await RunAsync(
            api, "docent", "pin", Id, "--reden", "Verlof", "--tot", "2027-01-31", "--validate-only");

        var request = api.Requests<PinDocentRequest>().Single();
        (request.DocentId, request.Reden, request.ValidateOnly).Should().Be((Id, "Verlof", true));
        result.Out.Should().ContainAll("nothing was changed", "2027-01-31");
    }

    [Fact]
    public async Task A_pin_is_taken_away()
    {
        var api = new FakeApi()
            .Answer("UnpinLeerling", new UnpinLeerlingResponse { Leerling = Leerling(null) })
            .Answer("UnpinDocent", new UnpinDocentResponse { Docent = new Docent { Id = Id, Achternaam = "Boer" } });

        var leerling = await RunAsync(api, "leerling", "unpin", Id);
        var docent = await RunAsync(api, "docent", "unpin", Id);

        leerling.Out.Should().StartWith("No longer pinned.").And.Contain("Kim").And.NotContain("until");
        docent.Out.Should().StartWith("No longer pinned.").And.Contain("Boer");
        api.Requests<UnpinLeerlingRequest>().Single().LeerlingId.Should().Be(Id);
        api.Requests<UnpinDocentRequest>().Single().DocentId.Should().Be(Id);
    }

    [Fact]
    public async Task Lists_can_show_only_who_is_pinned()
    {
        var api = new FakeApi()
            .Answer("ListLeerlingen", new ListLeerlingenResponse { Leerlingen = { Leerling(Vast) } })
            .Answer("ListDocenten", new ListDocentenResponse { Docenten = { new Docent { Achternaam = "Boer" } } });

        await RunAsync(api, "leerling", "list", "--vastgezet");
        await RunAsync(api, "docent", "list", "--vastgezet");

        api.Requests<ListLeerlingenRequest>().Single().AlleenVastgezet.Should().BeTrue();
        api.Requests<ListDocentenRequest>().Single().AlleenVastgezet.Should().BeTrue();
    }

    [Theory]
    [InlineData("--reden", "Stage in het buitenland")]
    [InlineData("--tot", "2027-01-31")]
    [InlineData("--reden", "Stage in het buitenland", "--tot", "31-01-2027")]
    public async Task A_pin_without_reason_or_day_is_a_wrong_command_line(params string[] options) =>
        (await RunAsync(new FakeApi(), ["leerling", "pin", Id, .. options])).ExitCode.Should().Be(2);

    private static Leerling Leerling(Vastzetting? vastzetting) => new() { Id = Id, Roepnaam = "Kim", Vastzetting = vastzetting };

    private static Task<CommandLineResult> RunAsync(FakeApi api, params string[] args) =>
        new CommandLineBuilder().With(api).RunAsync([.. args, "--school", RunBuilder.SchoolId]);
}
