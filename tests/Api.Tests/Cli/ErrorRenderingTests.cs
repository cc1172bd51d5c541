using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.Cli.Rendering;
using Status = Google.Rpc.Status;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class ErrorRenderingTests
{
    private const string SchoolId = RunBuilder.SchoolId;

    private static readonly ErrorContext Context = new(new Uri("http://127.0.0.1:5080"), "--api http://x ", "99XY");

    [Fact]
    public void The_dutch_text_is_shown_with_what_to_type_and_the_text_for_developers_is_not()
    {
        var lines = Describe(
            Code.FailedPrecondition,
            $"The password of school {SchoolId} is proved to work; replace it with RotateWachtwoord.",
            new ErrorInfo { Reason = "WACHTWOORD_IN_GEBRUIK", Domain = "numo.kurve.nl" },
            new LocalizedMessage { Locale = "nl-NL", Message = "Het wachtwoord werkt al." });

        lines.Should().Equal(
            "WACHTWOORD_IN_GEBRUIK: Het wachtwoord werkt al.",
            "Try: numo koppeling rotate --api http://x --school 99XY");
    }

    [Fact]
    public void Of_a_school_that_is_busy_the_run_can_be_followed()
    {
        var info = new ErrorInfo { Reason = "IMPORT_BEZIG", Domain = "numo.kurve.nl" };
        info.Metadata["importRunId"] = RunBuilder.RunId;

        var lines = Describe(
            Code.Aborted, "Busy.", info, new LocalizedMessage { Locale = "nl-NL", Message = "Er wordt al opgehaald." });

        lines[^1].Should().Be($"Try: numo import watch --api http://x --school 99XY {RunBuilder.RunId}");
    }

    [Fact]
    public void A_text_for_developers_alone_names_the_school_as_the_user_did()
    {
        var info = new ErrorInfo { Reason = "IETS" };
        info.Metadata["schoolId"] = SchoolId;

        var lines = Describe(Code.FailedPrecondition, $"School {SchoolId} is busy.", info);

        lines.Should().Equal("IETS: School 99XY is busy.");
    }

    [Fact]
    public void A_single_wrong_field_is_told_once()
    {
        const string english = "'x y' is not a school domain.";
        const string dutch = "'x y' is geen schooldomein.";

        var lines = Describe(
            Code.InvalidArgument,
            english,
            new ErrorInfo { Reason = "SCHOOLDOMEIN_ONGELDIG" },
            new BadRequest
            {
                FieldViolations =
                {
                    new BadRequest.Types.FieldViolation { Field = "schooldomein", Description = english },
                },
            },
            new LocalizedMessage { Locale = "nl-NL", Message = dutch });

        lines.Should().Equal("SCHOOLDOMEIN_ONGELDIG: schooldomein: " + dutch);
    }

    [Theory]
    [InlineData("leerling.vergrendelde_velden[1]", "X: vergrendelde velden: Fout.")]
    [InlineData("importbeleid.pauze.tot_en_met", "X: tot en met: Fout.")]
    [InlineData("brin", "X: brin: Fout.")]
    [InlineData("blok", "X: Fout.")]
    [InlineData("csv[12]", "X: Fout.")]
    public void A_field_is_named_without_its_place_in_a_message(string field, string expected) =>
        Describe(
            Code.InvalidArgument,
            "Fout.",
            new ErrorInfo { Reason = "X" },
            new BadRequest
            {
                FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = "Fout." } },
            })
            .Should().Equal(expected);

    [Theory]
    [InlineData(1, "POORTEN_OPEN: 1 thing stands in the way.")]
    [InlineData(2, "POORTEN_OPEN: 2 things stand in the way.")]
    public void Each_open_gate_has_one_line_with_who_does_what(int gates, string heading)
    {
        var failure = new PreconditionFailure();
        failure.Violations.Add(Enumerable.Range(1, gates).Select(n => new PreconditionFailure.Types.Violation
        {
            Type = "POORT_OPEN",
            Subject = $"Poort{n}",
            Description = $"Gate Poort{n} is Open; School must act: Doe iets.",
        }));

        var lines = Describe(
            Code.FailedPrecondition,
            $"The koppeling of school {SchoolId} is not ready.",
            new ErrorInfo { Reason = "POORTEN_OPEN" },
            failure,
            new LocalizedMessage { Locale = "nl-NL", Message = "De koppeling is nog niet klaar. Poort1: Doe iets." });

        lines.Should().Equal(
            [
                heading,
                .. Enumerable.Range(1, gates).Select(n => $"Gate Poort{n} is Open; School must act: Doe iets."),
                "Try: numo koppeling status --api http://x --school 99XY",
            ]);
    }

    [Fact]
    public void Each_wrong_field_has_a_line()
    {
        var lines = Describe(
            Code.InvalidArgument,
            "The request is invalid.",
            new ErrorInfo { Reason = "ONGELDIG" },
            new BadRequest
            {
                FieldViolations =
                {
                    new BadRequest.Types.FieldViolation { Field = "brin", Description = "must look like 99XY" },
                    new BadRequest.Types.FieldViolation { Field = "naam", Description = "must not be empty" },
                },
            });

        lines.Should().Equal(
            "ONGELDIG: 2 things stand in the way.", "brin: must look like 99XY", "naam: must not be empty");
    }

    [Fact]
    public void Each_precondition_that_is_not_met_has_a_line()
    {
        var lines = Describe(
            Code.FailedPrecondition,
            "The run cannot be applied.",
            new ErrorInfo { Reason = "REM_STAAT_AAN" },
            new PreconditionFailure
            {
                Violations =
                {
                    new PreconditionFailure.Types.Violation { Subject = "import_run", Description = "the brake is on" },
                },
            });

        lines.Should().Contain("import_run: the brake is on");
    }

    [Fact]
    public void A_field_that_the_api_advises_to_set_is_shown_as_the_option_that_it_is()
    {
        var lines = Describe(
            Code.FailedPrecondition,
            "It is needed; deactivate it as well (met_afhankelijken). Another reason.",
            new ErrorInfo { Reason = "VOORWAARDEN_NIET_ACTIEF" },
            new PreconditionFailure
            {
                Violations =
                {
                    new PreconditionFailure.Types.Violation
                    {
                        Subject = "A", Description = "A is needed by B; deactivate it as well (met_afhankelijken).",
                    },
                },
            });

        lines.Should().Contain("A is needed by B; deactivate it as well (--met-afhankelijken).");
    }

    [Fact]
    public void A_token_that_lacks_a_scope_is_told_which()
    {
        var info = new ErrorInfo { Reason = "SCOPE_ONTBREEKT" };
        info.Metadata["scope"] = "numo.leerplan";

        var lines = Describe(Code.PermissionDenied, "This needs scope numo.leerplan.", info);

        lines[1].Should().StartWith("The token lacks scope numo.leerplan.").And.NotContain("numo.beheer");
    }

    [Fact]
    public void A_token_for_certain_schools_is_not_told_that_it_lacks_a_scope()
    {
        var lines = Describe(
            Code.PermissionDenied, "For certain schools.", new ErrorInfo { Reason = "GEBONDEN_AAN_SCHOLEN" });

        lines[1].Should().Contain("without --school").And.NotContain("scope");
    }

    [Fact]
    public void A_precondition_that_says_the_same_again_is_left_out()
    {
        var lines = Describe(
            Code.FailedPrecondition,
            "The brake is on.",
            new ErrorInfo { Reason = "REM" },
            new PreconditionFailure
            {
                Violations =
                {
                    new PreconditionFailure.Types.Violation { Type = "REM", Description = "The brake is on." },
                },
            });

        lines.Should().Equal("REM: The brake is on.");
    }

    [Fact]
    public void When_to_try_again_is_shown()
    {
        var lines = Describe(
            Code.Unavailable,
            "Magister does not answer.",
            new ErrorInfo { Reason = "BRON_ONBEREIKBAAR" },
            new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(30)) });

        lines.Should().Equal("BRON_ONBEREIKBAAR: Magister does not answer.", "Try again after 30 s.");
    }

    [Fact]
    public void An_api_that_does_not_answer_is_named_and_how_to_start_it()
    {
        var lines = Describe(new RpcException(new Grpc.Core.Status(
            StatusCode.Unavailable, "Error connecting", new HttpRequestException("Connection refused"))));

        lines[0].Should().Be("UNAVAILABLE: Error connecting");
        lines[1].Should().ContainAll("http://127.0.0.1:5080", "dotnet run --project src/Api", "--api");
    }

    [Theory]
    [InlineData("Bad gRPC response. HTTP status code: 502")]
    [InlineData("no replica of the API answers")]
    public void A_gateway_that_reaches_no_api_is_told_from_nothing_at_all(string detail)
    {
        var lines = Describe(new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, detail)));

        lines.Should().Equal(
            "UNAVAILABLE: " + detail,
            "A gateway answers at http://127.0.0.1:5080/, and reaches no API. Try again in a moment.");
    }

    [Fact]
    public void Who_has_no_token_is_told_how_to_get_one()
    {
        var lines = Describe(new RpcException(new Grpc.Core.Status(StatusCode.Unauthenticated, "")));

        lines[0].Should().Be("UNAUTHENTICATED: the API gave no explanation.");
        lines[2].Should().ContainAll("numo token --scope", "NUMO_TOKEN", "--token-file");
    }

    [Fact]
    public void A_trailer_that_is_no_status_does_not_hide_the_failure()
    {
        var trailers = new Metadata { { "grpc-status-details-bin", new byte[] { 0xff, 0xff, 0xff } } };

        var lines = Describe(new RpcException(new Grpc.Core.Status(StatusCode.NotFound, "no such school"), trailers));

        lines.Should().Equal("NOT_FOUND: no such school");
    }

    [Fact]
    public async Task A_refusal_ends_with_1_and_its_reason_on_standard_error()
    {
        var refusal = Rich(Code.NotFound, "No such school.", new ErrorInfo { Reason = "SCHOOL_ONBEKEND" });
        var api = new FakeApi().Refuse("ListScholen", refusal);

        var result = await new CommandLineBuilder().With(api).RunAsync("school", "list");

        result.ExitCode.Should().Be(1);
        result.Out.Should().BeEmpty();
        result.Error.Should().StartWith("numo: SCHOOL_ONBEKEND: No such school.").And.Contain("Try: numo school list");
    }

    [Fact]
    public async Task A_reason_cannot_give_orders_to_the_terminal()
    {
        var refusal = Rich(Code.NotFound, "no \u001b[2J[red]school[/]", new ErrorInfo { Reason = "SCHOOL_ONBEKEND" });
        var api = new FakeApi().Refuse("ListScholen", refusal);

        var result = await new CommandLineBuilder().With(api).RunAsync("school", "list");

        result.Error.Should().Contain("no  [2J[red]school[/]").And.NotContain("\u001b");
    }

    private static IReadOnlyList<string> Describe(RpcException failure) => ErrorRendering.Describe(failure, Context);

    private static IReadOnlyList<string> Describe(Code code, string message, params IMessage[] details) =>
        Describe(Rich(code, message, details));

    private static RpcException Rich(Code code, string message, params IMessage[] details) =>
        new Status { Code = (int)code, Message = message, Details = { details.Select(Any.Pack) } }.ToRpcException();
}
