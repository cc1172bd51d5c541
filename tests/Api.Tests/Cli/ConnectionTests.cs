using Kurve.Numo.Cli;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class ConnectionTests
{
    [Fact]
    public async Task The_api_is_on_this_machine_when_nothing_else_is_said()
    {
        var line = new CommandLineBuilder().With(Empty());

        await line.RunAsync("school", "list");

        line.Connected.Should().Be((new Uri("http://127.0.0.1:5080"), (string?)null));
    }

    [Fact]
    public async Task Address_and_token_come_from_the_environment()
    {
        var line = new CommandLineBuilder().With(Empty())
            .WithVariable("NUMO_API", "https://numo.example").WithVariable("NUMO_TOKEN", " abc\n");

        await line.RunAsync("school", "list");

        line.Connected.Should().Be((new Uri("https://numo.example"), (string?)"abc"));
    }

    [Fact]
    public async Task The_command_line_goes_before_the_environment()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "from-file\n");
        var line = new CommandLineBuilder().With(Empty())
            .WithVariable("NUMO_API", "https://numo.example").WithVariable("NUMO_TOKEN", "abc");

        await line.RunAsync("school", "list", "--api", "http://127.0.0.1:9", "--token-file", file);

        File.Delete(file);
        line.Connected.Should().Be((new Uri("http://127.0.0.1:9"), (string?)"from-file"));
    }

    [Fact]
    public async Task An_address_in_the_environment_that_is_none_is_wrong_usage()
    {
        var result = await new CommandLineBuilder().WithVariable("NUMO_API", "nonsense").RunAsync("school", "list");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("NUMO_API");
    }

    [Fact]
    public async Task A_token_file_that_is_missing_is_refused()
    {
        var result = await new CommandLineBuilder().RunAsync("school", "list", "--token-file", "/no/such/file");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("/no/such/file");
    }

    [Fact]
    public async Task A_token_with_something_around_it_is_refused()
    {
        var result = await new CommandLineBuilder().WithVariable("NUMO_TOKEN", "Welcome!\nabc")
            .RunAsync("school", "list");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("NUMO_TOKEN holds no token").And.NotContain("abc");
    }

    [Fact]
    public void A_token_does_not_travel_readable_over_a_network()
    {
        var open = () => ApiConnection.Open(new Uri("http://numo.example"), "abc");

        open.Should().Throw<RefusedException>().WithMessage("*https*");
    }

    [Fact]
    public async Task A_school_may_be_named_by_its_brin()
    {
        var api = new FakeApi()
            .Answer("ListScholen", (ListScholenRequest _) => new ListScholenResponse
            {
                Scholen = { new School { Id = RunBuilder.SchoolId, Brin = "99XY" } },
            })
            .Answer("GetSchool", (GetSchoolRequest _) => new GetSchoolResponse { School = new School() });

        var result = await new CommandLineBuilder().With(api).RunAsync("school", "show", "99xy");

        result.ExitCode.Should().Be(0);
        api.Requests<ListScholenRequest>().Single().Brin.Should().Be("99XY");
        api.Requests<GetSchoolRequest>().Single().SchoolId.Should().Be(RunBuilder.SchoolId);
    }

    [Fact]
    public async Task A_school_that_is_named_by_its_id_is_not_looked_up()
    {
        var api = new FakeApi()
            .Answer("GetSchool", (GetSchoolRequest _) => new GetSchoolResponse { School = new School() });

        await new CommandLineBuilder().With(api).RunAsync("school", "show", RunBuilder.SchoolId);

        api.Calls.Should().ContainSingle().Which.Method.Should().Be("GetSchool");
    }

    [Fact]
    public async Task A_brin_that_nobody_has_is_refused()
    {
        var result = await new CommandLineBuilder().With(Empty()).RunAsync("school", "show", "99XY");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("99XY");
    }

    [Fact]
    public void What_changes_nothing_or_is_done_once_is_repeated_when_the_api_is_away()
    {
        var repeated = Repeats.Configuration().MethodConfigs.Single().Names.Select(name => name.Method).ToList();

        repeated.Should().Contain(["ListSyncs", "GetImportRun", "BatchGetLeerlingen", "ApplyImport", "StartSync"]);
        repeated.Should().NotContain(
            ["IssueActivationKit", "RotateWachtwoord", "TestKoppeling", "PreviewCsv", "WatchImportRun"]);
    }

    private static FakeApi Empty() =>
        new FakeApi().Answer("ListScholen", (ListScholenRequest _) => new ListScholenResponse());
}
