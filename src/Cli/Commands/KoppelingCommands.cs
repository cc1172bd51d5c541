using System.CommandLine;
using Google.Protobuf;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands;

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
                WriteNext(session, answer.Koppeling, name);
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
                + "koppeling activate`. Needs scope numo.import, and numo.read to find a school by its BRIN. "
                + "Example: numo koppeling step --school 99XY allowlisting --toelichting 'Ticket 123 bij Magister'")
        {
            school, poort, toelichting, bevestigd,
        };
        command.SetAction(run((session, parsed, ct) => ChangeAsync(session, parsed.GetRequiredValue(school), async id =>
        {
            var request = new RecordStepRequest
            {
                SchoolId = id,
                Poort = parsed.GetValue(poort),
                Toelichting = parsed.GetRequiredValue(toelichting),
                Bevestigd = parsed.GetValue(bevestigd),
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Koppelingen.RecordStepAsync(request, cancellationToken: ct);
            return ("Recorded.", answer, answer.Koppeling);
        }, ct)));
        return command;
    }

    private static Command Activate(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "activate",
            "Switches Kurve's side on, the last gate; refused as long as another gate is not bevestigd. Needs scope "
                + "numo.beheer, and numo.read to find a school by its BRIN. "
                + "Example: numo koppeling activate --school 99XY")
        {
            school,
        };
        command.SetAction(run((session, parsed, ct) => ChangeAsync(session, parsed.GetRequiredValue(school), async id =>
        {
            var request = new ActivateKoppelingRequest { SchoolId = id, RequestId = RequestId.New() };
            var answer = await session.Api.Koppelingen.ActivateKoppelingAsync(request, cancellationToken: ct);
            return ("Activated.", answer, answer.Koppeling);
        }, ct)));
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
            "Stops the imports of a school; its gates stay as they are. Needs scope numo.beheer, and numo.read to find "
                + "a school by its BRIN. "
                + "Example: numo koppeling suspend --school 99XY --reden 'Op verzoek van de school'")
        {
            school, reden,
        };
        command.SetAction(run((session, parsed, ct) => ChangeAsync(session, parsed.GetRequiredValue(school), async id =>
        {
            var request = new SuspendKoppelingRequest
            {
                SchoolId = id,
                Reden = parsed.GetRequiredValue(reden),
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Koppelingen.SuspendKoppelingAsync(request, cancellationToken: ct);
            return ("Suspended: no imports.", answer, answer.Koppeling);
        }, ct)));
        return command;
    }

    private static Command Resume(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "resume",
            "Takes the stop of `numo koppeling suspend` away. Needs scope numo.beheer, and numo.read to find a school "
                + "by its BRIN. Example: numo koppeling resume --school 99XY")
        {
            school,
        };
        command.SetAction(run((session, parsed, ct) => ChangeAsync(session, parsed.GetRequiredValue(school), async id =>
        {
            var request = new ResumeKoppelingRequest { SchoolId = id, RequestId = RequestId.New() };
            var answer = await session.Api.Koppelingen.ResumeKoppelingAsync(request, cancellationToken: ct);
            return ("Resumed.", answer, answer.Koppeling);
        }, ct)));
        return command;
    }

    private static async Task<int> ChangeAsync(
        Session session,
        string school,
        Func<string, Task<(string Done, IMessage Answer, Koppeling Koppeling)>> change,
        CancellationToken ct)
    {
        var (done, answer, koppeling) = await change(await session.Api.FindSchoolIdAsync(school, ct));
        return session.Print(answer, console =>
        {
            Plain.Write(console, done);
            KoppelingRendering.WritePoorten(console, koppeling);
            WriteNext(session, koppeling, school);
        });
    }

    private static void WriteNext(Session session, Koppeling koppeling, string school) => Plain.Write(
        session.Terminal.Out, KoppelingAdvice.NextCommand(koppeling, session.RepeatedOptions(), school));
}
