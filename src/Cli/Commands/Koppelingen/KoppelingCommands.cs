using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Koppelingen;

/// <summary>`numo koppeling`: leads a school through the five gates to its first import.</summary>
internal static class KoppelingCommands
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var koppeling = new Command(
            "koppeling",
            "Connects a school to its school administration (Magister), through five gates. "
                + "Example: numo koppeling create --school 99XY --domein delinde");
        koppeling.Subcommands.Add(CreateKoppelingCommand.Build(run));
        koppeling.Subcommands.Add(ListKoppelingenCommand.Build(run));
        koppeling.Subcommands.Add(Status(run));
        koppeling.Subcommands.Add(UpdateKoppelingCommand.Build(run));
        koppeling.Subcommands.Add(KitCommands.Kit(run));
        koppeling.Subcommands.Add(InstructiesCommand.Build(run));
        koppeling.Subcommands.Add(TestKoppelingCommand.Build(run));
        koppeling.Subcommands.Add(Step(run));
        koppeling.Subcommands.Add(Activate(run));
        koppeling.Subcommands.Add(Suspend(run));
        koppeling.Subcommands.Add(Resume(run));
        koppeling.Subcommands.Add(KitCommands.Rotate(run));
        return koppeling;
    }

    private static Command Status(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "status",
            "Draws the five gates of a school, who acts next, the latest diagnosis and the last of the history. "
                + "Needs scope numo.read. Example: numo koppeling status --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var name = parsed.GetRequiredValue(school);
            var request = new GetKoppelingRequest { SchoolId = await session.Api.FindSchoolIdAsync(name, ct) };
            var answer = await session.Api.Koppelingen.GetKoppelingAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                KoppelingRendering.Write(console, answer);
                Plain.Write(console, KoppelingAdvice.NextCommand(answer.Koppeling, session.RepeatedOptions(), name));
            });
        }));
        return command;
    }

    private static Command Step(CommandRunner run)
    {
        var school = Arguments.School();
        var poort = new Argument<Poort>("POORT")
        {
            Description = $"The gate: one of {PoortOptions.Names(PoortOptions.Reportable)}.",
            HelpName = "POORT",
            CustomParser = result => PoortOptions.Parse(result, PoortOptions.Reportable),
        };
        var toelichting = new Option<string>("--toelichting")
        {
            Description = "What was done or seen: no password, no personal data. "
                + "Example: --toelichting 'Ticket 123 bij Magister'",
            HelpName = "TEXT",
            Required = true,
        };
        var bevestigd = new Option<bool>("--bevestigd")
        {
            Description = "Say that support has seen that it is done (scope numo.beheer); otherwise somebody says so. "
                + "Example: numo koppeling step --school 99XY toestemming --toelichting 'Gezien in UWLR' --bevestigd",
        };
        var command = new Command(
            "step",
            "Records that a step was done: a gate is gemeld, or bevestigd with --bevestigd. Activatie is done by `numo "
                + "koppeling activate`. Needs scopes numo.import and numo.read. "
                + "Example: numo koppeling step --school 99XY allowlisting --toelichting 'Ticket 123 bij Magister'")
        {
            school, poort, toelichting, bevestigd,
        };
        command.SetAction(KoppelingChange.Run(run, school, async (session, parsed, found, ct) =>
        {
            var request = new RecordStepRequest
            {
                SchoolId = found.SchoolId,
                Poort = parsed.GetValue(poort),
                Toelichting = parsed.GetRequiredValue(toelichting),
                Bevestigd = parsed.GetValue(bevestigd),
                Etag = found.Etag,
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Koppelingen.RecordStepAsync(request, cancellationToken: ct);
            var said = IsSame(found, answer.Koppeling) ? "Already proved; nothing recorded." : "Recorded.";
            return (said, answer, answer.Koppeling);
        }));
        return command;
    }

    private static Command Activate(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "activate",
            "Switches Kurve's side on, the last gate; refused as long as another gate is not bevestigd. Needs "
                + "scopes numo.beheer and numo.read. "
                + "Example: numo koppeling activate --school 99XY")
        {
            school,
        };
        command.SetAction(KoppelingChange.Run(run, school, async (session, parsed, found, ct) =>
        {
            var request = new ActivateKoppelingRequest
            {
                SchoolId = found.SchoolId,
                Etag = found.Etag,
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Koppelingen.ActivateKoppelingAsync(request, cancellationToken: ct);
            var said = IsSame(found, answer.Koppeling) ? "Already active; nothing changed." : "Activated.";
            return (said, answer, answer.Koppeling);
        }));
        return command;
    }

    private static Command Suspend(CommandRunner run)
    {
        var school = Arguments.School();
        var reden = new Option<string>("--reden")
        {
            Description = "Why; the school sees it. Example: --reden 'Op verzoek van de school'",
            HelpName = "TEXT",
            Required = true,
        };
        var command = new Command(
            "suspend",
            "Stops the imports of a school; its gates stay as they are. Needs scopes numo.beheer and numo.read. "
                + "Example: numo koppeling suspend --school 99XY --reden 'Op verzoek van de school'")
        {
            school, reden,
        };
        command.SetAction(KoppelingChange.Run(run, school, async (session, parsed, found, ct) =>
        {
            var request = new SuspendKoppelingRequest
            {
                SchoolId = found.SchoolId,
                Reden = parsed.GetRequiredValue(reden),
                Etag = found.Etag,
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Koppelingen.SuspendKoppelingAsync(request, cancellationToken: ct);
            return ("Suspended: no imports.", answer, answer.Koppeling);
        }));
        return command;
    }

    private static Command Resume(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "resume",
            "Takes the stop of `numo koppeling suspend` away. Needs scopes numo.beheer and numo.read. "
                + "Example: numo koppeling resume --school 99XY")
        {
            school,
        };
        command.SetAction(KoppelingChange.Run(run, school, async (session, parsed, found, ct) =>
        {
            var request = new ResumeKoppelingRequest
            {
                SchoolId = found.SchoolId,
                Etag = found.Etag,
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Koppelingen.ResumeKoppelingAsync(request, cancellationToken: ct);
            return ("Resumed.", answer, answer.Koppeling);
        }));
        return command;
    }

    // What was done already is answered as it is: its etag tells.
    private static bool IsSame(Koppeling before, Koppeling after) =>
        string.Equals(before.Etag, after.Etag, StringComparison.Ordinal);
}
