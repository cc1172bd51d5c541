using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.Cli.Rendering;
using Status = Google.Rpc.Status;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class ErrorRenderingTests
{
    private static readonly Uri Address = new("http://127.0.0.1:5080");

    [Fact]
    public void The_reason_and_the_dutch_text_are_shown()
    {
        var lines = Describe(
            Code.AlreadyExists,
            "School 99XY is registered already.",
            new ErrorInfo { Reason = "SCHOOL_BESTAAT", Domain = "numo.kurve.nl" },
            new LocalizedMessage { Locale = "nl-NL", Message = "Deze school is al aangemeld." });

        lines.Should().Equal("SCHOOL_BESTAAT: School 99XY is registered already.", "Deze school is al aangemeld.");
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
            "ONGELDIG: The request is invalid.", "brin: must look like 99XY", "naam: must not be empty");
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
    public void A_precondition_that_says_the_same_again_is_left_out()
    {
        var lines = Describe(
            Code.FailedPrecondition,
            "The brake is on.",
            new ErrorInfo { Reason = "REM" },
            new PreconditionFailure
            {
                Violations = { new PreconditionFailure.Types.Violation { Type = "REM", Description = "The brake is on." } },
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
        var lines = Describe(new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "Error connecting")));

        lines[0].Should().Be("UNAVAILABLE: Error connecting");
        lines[1].Should().ContainAll("http://127.0.0.1:5080", "dotnet run --project src/Api", "--api");
    }

    [Fact]
    public void Who_has_no_token_is_told_how_to_get_one()
    {
        var lines = Describe(new RpcException(new Grpc.Core.Status(StatusCode.Unauthenticated, "")));

        lines[0].Should().Be("UNAUTHENTICATED: the API gave no explanation.");
        lines[1].Should().ContainAll("numo token --scope", "NUMO_TOKEN", "--token-file");
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
        result.Error.Should().StartWith("numo: SCHOOL_ONBEKEND: No such school.");
    }

    [Fact]
    public async Task A_reason_cannot_give_orders_to_the_terminal()
    {
        var refusal = Rich(Code.NotFound, "no \u001b[2J[red]school[/]", new ErrorInfo { Reason = "SCHOOL_ONBEKEND" });
        var api = new FakeApi().Refuse("ListScholen", refusal);

        var result = await new CommandLineBuilder().With(api).RunAsync("school", "list");

        result.Error.Should().Contain("no  [2J[red]school[/]").And.NotContain("\u001b");
    }

    private static IReadOnlyList<string> Describe(RpcException failure) => 
        ErrorRendering.Describe(failure, new ErrorContext(Address, "", "99XY"));

    private static IReadOnlyList<string> Describe(Code code, string message, params IMessage[] details) =>
        Describe(Rich(code, message, details));

    private static RpcException Rich(Code code, string message, params IMessage[] details) =>
        new Status { Code = (int)code, Message = message, Details = { details.Select(Any.Pack) } }.ToRpcException();
}
