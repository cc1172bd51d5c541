using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Koppelingen;

public sealed class KoppelingUpdateTests
{
    [Fact]
    public async Task A_school_goes_back_to_the_uwlr_settings_of_kurve()
    {
        var own = KoppelingBuilder.Active();
        own.EigenUwlrSleutel = true;
        var api = Updating(own, KoppelingBuilder.Active());

        var result = await RunAsync(api, "--zonder-eigen-uwlr");

        result.ExitCode.Should().Be(0);
        api.Requests<UpdateKoppelingRequest>().Single().ZonderEigenUwlr.Should().BeTrue();
        result.Out.Should().StartWith("Changed.");
    }

    [Theory]
    [InlineData("--ask-uwlr-sleutel")]
    [InlineData("--uwlr-endpoint", "https://uwlr.example/smalle-set.svc")]
    public async Task Going_back_and_setting_another_at_once_is_wrong_usage(params string[] other)
    {
        var api = Updating(KoppelingBuilder.Active(), KoppelingBuilder.Active());

        var result = await RunAsync(api, ["--zonder-eigen-uwlr", .. other]);

        result.ExitCode.Should().Be(2);
        result.Error.Should().ContainAll("--zonder-eigen-uwlr", other[0]);
        api.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Without_options_it_is_wrong_usage()
    {
        var api = Updating(KoppelingBuilder.Active(), KoppelingBuilder.Active());

        var result = await RunAsync(api);

        result.ExitCode.Should().Be(2);
        result.Error.Should().ContainAll("Nothing is given to change", "--domein", "--zonder-eigen-uwlr");
        api.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task The_present_values_change_nothing_and_are_sent_with_the_etag_that_was_read()
    {
        var api = Updating(KoppelingBuilder.Active(), KoppelingBuilder.Active());

        var result = await RunAsync(api, "--domein", "delinde");

        result.Out.Should().StartWith("Nothing to change.");
        api.Requests<UpdateKoppelingRequest>().Single().Etag.Should().Be(KoppelingBuilder.Etag);
    }

    private static Task<CommandLineResult> RunAsync(FakeApi api, params string[] more) =>
        new CommandLineBuilder().With(api).RunAsync(
            ["koppeling", "update", "--school", RunBuilder.SchoolId, .. more]);

    private static FakeApi Updating(Koppeling before, Koppeling after) => new FakeApi().Having(before).Answer(
        "UpdateKoppeling", (UpdateKoppelingRequest _) => new UpdateKoppelingResponse { Koppeling = after });
}
