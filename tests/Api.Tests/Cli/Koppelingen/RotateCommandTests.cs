using System.Text.Json;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Koppelingen;

public sealed class RotateCommandTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_next_password_that_was_lost_is_replaced_only_when_asked(bool opnieuw)
    {
        var api = Rotating();

        var result = await RunAsync(api, opnieuw ? ["--opnieuw"] : []);

        result.ExitCode.Should().Be(0);
        var request = api.Requests<RotateWachtwoordRequest>().Single();
        request.Opnieuw.Should().Be(opnieuw);
        request.Etag.Should().Be(KoppelingBuilder.Etag, "somebody else may have rotated meanwhile");
    }

    [Fact]
    public void Who_waits_for_a_password_is_told_both_ways_on() =>
        Remedies.For("WACHTWOORD_WISSELT", "", "99XY").Should().Be(
            "test the koppeling if the school has set it, "
                + "else numo koppeling rotate --school 99XY --opnieuw");

    [Fact]
    public async Task The_next_password_is_shown_once_and_waits_for_a_test()
    {
        var result = await RunAsync(Rotating());

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll(KoppelingBuilder.Password, "shown this once", "numo koppeling test --school");
        result.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task As_json_it_is_the_message_of_the_api_when_the_password_may_be_in_it()
    {
        var result = await RunAsync(Rotating(), "--json", "--show-password");

        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("wachtwoord").GetString().Should().Be(KoppelingBuilder.Password);
    }

    [Theory]
    [InlineData("kit")]
    [InlineData("rotate")]
    public async Task As_json_no_password_is_made_that_may_not_be_shown(string command)
    {
        var api = Rotating();

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "koppeling", command, "--school", RunBuilder.SchoolId, "--json");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("--show-password");
        api.Calls.Should().BeEmpty();
    }

    private static Task<CommandLineResult> RunAsync(FakeApi api, params string[] more) =>
        new CommandLineBuilder().With(api).RunAsync(
            ["koppeling", "rotate", "--school", RunBuilder.SchoolId, .. more]);

    private static FakeApi Rotating() => new FakeApi().Having(KoppelingBuilder.Active()).Answer(
        "RotateWachtwoord", (RotateWachtwoordRequest _) => new RotateWachtwoordResponse
        {
            Koppeling = KoppelingBuilder.Active(),
            Wachtwoord = KoppelingBuilder.Password,
        });
}
