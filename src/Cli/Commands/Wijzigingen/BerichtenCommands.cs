using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Wijzigingen;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Wijzigingen;

/// <summary>`numo berichten`: who of a school is told, and what was sent.</summary>
internal static class BerichtenCommands
{
    private const string Scope = "Needs scope numo.import, and numo.read to find a school by its BRIN. ";
    private const int LargestPage = 500;

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var berichten = new Command(
            "berichten",
            "Says who of a school is told when something waits, and shows what was sent. "
                + "Example: numo berichten show --school 99XY");
        berichten.Subcommands.Add(Show(run));
        berichten.Subcommands.Add(SetBerichtenCommand.Build(run));
        berichten.Subcommands.Add(Test(run));
        berichten.Subcommands.Add(List(run));
        berichten.Subcommands.Add(Rotate(run));
        return berichten;
    }

    private static Command Show(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "show",
            "Shows who of a school is told, of what and when, and how each address fares. Needs scope numo.read. "
                + "Example: numo berichten show --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var id = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var answer = await session.Api.Wijzigingen.GetBerichtinstellingAsync(
                new GetBerichtinstellingRequest { SchoolId = id }, cancellationToken: ct);
            return session.Print(answer, console => BerichtenRendering.Write(console, answer.Berichtinstelling));
        }));
        return command;
    }

    private static Command Test(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "test",
            "Sends a test message to each address of a school, also while messages are off, and says how that went; once a "
                + $"minute at most. Ends with 1 when one did not arrive. {Scope}Example: numo berichten test --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var id = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var answer = await session.Api.Wijzigingen.TestBerichtAsync(
                new TestBerichtRequest { SchoolId = id }, cancellationToken: ct);
            session.Print(answer, console => BerichtenRendering.Write(console, answer.Uitslagen));
            var failed = answer.Uitslagen.Count(uitslag => uitslag.Fout is not null);
            return failed == 0 ? ExitCode.Done : throw new RefusedException(
                $"{Words.Count(failed, "test message", "test messages")} of {Words.Of(answer.Uitslagen.Count)} did not "
                    + "arrive.");
        }));
        return command;
    }

    private static Command List(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "list",
            "Lists a school's messages of the last 90 days, newest first: what was sent, what will be, and what never "
                + "arrived. Needs scope numo.read. Example: numo berichten list --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var id = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var request = new ListBerichtenRequest { SchoolId = id, PageSize = LargestPage };
            var together = new ListBerichtenResponse();
            do
            {
                var page = await session.Api.Wijzigingen.ListBerichtenAsync(request, cancellationToken: ct);
                together.Berichten.AddRange(page.Berichten);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            return session.Print(together, console => BerichtenRendering.Write(console, together.Berichten));
        }));
        return command;
    }

    private static Command Rotate(CommandRunner run)
    {
        var school = Arguments.School();
        var showSecret = new Option<bool>("--show-secret")
        {
            Description = "Let the JSON of --json hold the secret; required with it, since the secret cannot be shown again. "
                + "Example: numo berichten rotate --school 99XY --json --show-secret",
        };
        var command = new Command(
            "rotate",
            "Makes the secret that calls of a school's webhook are signed with, or the next one, and shows it once. The one "
                + $"before signs beside it for a day. {Scope}Example: numo berichten rotate --school 99XY")
        {
            school, showSecret,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            // JSON goes to files and logs; and a secret that nobody saw must not be made.
            if (session.Json && !parsed.GetValue(showSecret))
            {
                throw new WrongUsageException(
                    "With --json the secret would be in the JSON: give --show-secret if that is meant. Nothing was asked of "
                        + "the API.");
            }

            var id = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var answer = await session.Api.Wijzigingen.RotateWebhookgeheimAsync(
                new RotateWebhookgeheimRequest { SchoolId = id }, cancellationToken: ct);
            return session.Print(answer, console => BerichtenRendering.Write(console, answer));
        }));
        return command;
    }
}
