using System.Text.Json;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class SchoolAndKoppelingTests
{
    [Fact]
    public async Task Registering_a_school_sends_what_was_said_under_a_new_request_id()
    {
        var api = Registering();

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "school", "register", "--naam", "De Linde", "--brin", "99xy", "--vestiging", "00", "01");

        result.ExitCode.Should().Be(0);
        var request = api.Requests<RegisterSchoolRequest>().Single();
        request.Naam.Should().Be("De Linde");
        request.Brin.Should().Be("99XY");
        request.Vestigingen.Should().Equal("00", "01");
        Guid.TryParse(request.RequestId, out _).Should().BeTrue();
        result.Out.Should().Contain("numo koppeling create --school 99XY");
    }

    [Fact]
    public async Task An_answer_as_json_is_the_message_of_the_api()
    {
        var result = await new CommandLineBuilder().With(Registering()).RunAsync(
            "school", "register", "--naam", "De Linde", "--brin", "99XY", "--json");

        using var json = JsonDocument.Parse(result.Out);
        var school = json.RootElement.GetProperty("school");
        school.GetProperty("id").GetString().Should().Be(RunBuilder.SchoolId);
        school.GetProperty("vestigingen").GetArrayLength().Should().Be(0, "a script may count on every field");
    }

    [Fact]
    public async Task A_list_of_schools_is_read_to_its_last_page()
    {
        var api = new FakeApi().Answer("ListScholen", (ListScholenRequest request) => request.PageToken.Length == 0
            ? new ListScholenResponse { Scholen = { new School { Brin = "99AA" } }, NextPageToken = "more" }
            : new ListScholenResponse { Scholen = { new School { Brin = "99AB" } } });

        var result = await new CommandLineBuilder().With(api).RunAsync("school", "list", "--json");

        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("scholen").EnumerateArray().Select(s => s.GetProperty("brin").GetString())
            .Should().Equal("99AA", "99AB");
    }

    [Fact]
    public async Task The_password_is_a_line_of_standard_input()
    {
        var api = Connecting();

        var result = await new CommandLineBuilder().With(api).WithInput("geheim met spatie\nsleutel\n").RunAsync(
            "koppeling", "create", "--school", RunBuilder.SchoolId, "--domein", "delinde");

        result.ExitCode.Should().Be(0);
        var request = api.Requests<CreateKoppelingRequest>().Single();
        request.WebserviceWachtwoord.Should().Be("geheim met spatie");
        request.UwlrAutorisatiesleutel.Should().BeEmpty("it was not asked for");
        request.WebserviceGebruiker.Should().Be("Kurve");
        request.Las.Should().Be(Las.Magister);
        (result.Out + result.Error).Should().NotContain("geheim");
        result.Out.Should().Contain($"Next: numo koppeling test --school {RunBuilder.SchoolId}");
    }

    [Fact]
    public async Task A_school_that_gets_its_password_with_a_kit_is_asked_for_none()
    {
        var api = Connecting();

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "koppeling", "create", "--school", RunBuilder.SchoolId, "--domein", "delinde", "--no-password");

        result.ExitCode.Should().Be(0);
        api.Requests<CreateKoppelingRequest>().Single().WebserviceWachtwoord.Should().BeEmpty();
        result.Out.Should().Contain($"Next: numo koppeling kit --school {RunBuilder.SchoolId}");
    }

    [Fact]
    public async Task The_uwlr_key_is_the_second_line_of_standard_input()
    {
        var api = Connecting();

        await new CommandLineBuilder().With(api).WithInput("geheim\nsleutel\n").RunAsync(
            "koppeling", "create", "--school", RunBuilder.SchoolId, "--domein", "delinde",
            "--ask-uwlr-sleutel");

        var request = api.Requests<CreateKoppelingRequest>().Single();
        request.UwlrAutorisatiesleutel.Should().Be("sleutel");
    }

    [Fact]
    public async Task Without_a_password_nothing_is_sent()
    {
        var api = Connecting();

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "koppeling", "create", "--school", RunBuilder.SchoolId, "--domein", "delinde");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("password");
        api.Calls.Should().BeEmpty();
    }

    private static FakeApi Registering() => new FakeApi().Answer(
        "RegisterSchool",
        (RegisterSchoolRequest request) => new RegisterSchoolResponse
        {
            School = new School { Id = RunBuilder.SchoolId, Naam = request.Naam, Brin = request.Brin },
        });

    private static FakeApi Connecting() => new FakeApi().Answer(
        "CreateKoppeling",
        (CreateKoppelingRequest request) => new CreateKoppelingResponse
        {
            Koppeling = new Koppeling { SchoolId = request.SchoolId, Schooldomein = request.Schooldomein },
        });
}
