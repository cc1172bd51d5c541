using System.CommandLine;
using Grpc.Core;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands;

/// <summary>The commands under `numo koppeling` that lead a school through its five gates.</summary>
internal static class KoppelingSteps
{
    private const int LargestPage = 500;

    private static readonly Poort[] Gates =
        [Poort.Toestemming, Poort.Webservice, Poort.WachtwoordEnQuery, Poort.Allowlisting, Poort.Activatie];

    /// <summary>Adds them.</summary>
    public static void AddTo(Command koppeling, CommandRunner run)
    {
        koppeling.Subcommands.Add(List(run));
        koppeling.Subcommands.Add(Status(run));
        koppeling.Subcommands.Add(Update(run));
        koppeling.Subcommands.Add(KitCommand.Build(run));
        koppeling.Subcommands.Add(Rotate(run));
        koppeling.Subcommands.Add(Test(run));
        koppeling.Subcommands.Add(Step(run));
        koppeling.Subcommands.Add(Simple(
            run,
            "activate",
            "Switches Kurve's side on: the last gate, after the four others are proved.",
            async (session, school, ct) => (await session.Api.Koppelingen.ActivateKoppelingAsync(
                new ActivateKoppelingRequest { SchoolId = school, RequestId = RequestId.New() },
                cancellationToken: ct)).Koppeling));
        koppeling.Subcommands.Add(Suspend(run));
        koppeling.Subcommands.Add(Simple(
            run,
            "resume",
            "Lets a school that was stopped import again.",
            async (session, school, ct) => (await session.Api.Koppelingen.ResumeKoppelingAsync(
                new ResumeKoppelingRequest { SchoolId = school, RequestId = RequestId.New() },
                cancellationToken: ct)).Koppeling));
    }

    private static Command List(CommandRunner run)
    {
        var staat = Choice<Koppelstaat>("--staat", "Only those in this state.", "in-opbouw");
        var poort = Choice<Poort>("--poort", "Only those where this gate is not proved, or has --status.", "allowlisting");
        var status = Choice<Poortstatus>("--status", "The status of that gate.", "vervallen");
        var mislukt = new Option<bool>("--proef-mislukt")
        {
            Description = "Only those whose latest test failed. Example: numo koppeling list --proef-mislukt",
        };
        var sinds = new Option<DateTimeOffset?>("--niet-beproefd-sinds")
        {
            Description = "Only those without a test since. Example: --niet-beproefd-sinds 2026-09-01",
            HelpName = "DATE",
        };
        var command = new Command(
            "list", "Lists koppelingen with their gates. Needs scope numo.read. Example: numo koppeling list --proef-mislukt")
        {
            staat, poort, status, mislukt, sinds,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ListKoppelingenRequest
            {
                PageSize = LargestPage,
                Staat = parsed.GetValue(staat),
                Poort = parsed.GetValue(poort),
                Status = parsed.GetValue(status),
                ProefMislukt = parsed.GetValue(mislukt),
                NietBeproefdSinds = parsed.GetValue(sinds) is { } moment
                    ? Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(moment)
                    : null,
            };
            var all = new ListKoppelingenResponse();
            do
            {
                var page = await session.Api.Koppelingen.ListKoppelingenAsync(request, cancellationToken: ct);
                all.Koppelingen.AddRange(page.Koppelingen);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);

            return session.Print(all, console => KoppelingRendering.Write(console, all.Koppelingen));
        }));
        return command;
    }

    private static Command Status(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "status",
            "Draws a school's five gates, and says who does what next. Needs scope numo.read. "
                + "Example: numo koppeling status --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var id = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var answer = await session.Api.Koppelingen.GetKoppelingAsync(
                new GetKoppelingRequest { SchoolId = id }, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                KoppelingRendering.Write(console, answer.Koppeling);
                KoppelingRendering.WriteHistory(console, answer);
            });
        }));
        return command;
    }

    private static Command Update(CommandRunner run)
    {
        var school = Arguments.School();
        var domein = new Option<string?>("--domein")
        {
            Description = "The school's name at Magister. Example: --domein delinde",
            HelpName = "NAME",
        };
        var gebruiker = new Option<string?>("--gebruiker")
        {
            Description = "The user of Magister's web service. Example: --gebruiker Kurve",
            HelpName = "NAME",
        };
        var wachtwoord = new Option<bool>("--ask-password")
        {
            Description = "Ask for the password of that user, or read it as a line of standard input. "
                + "Example: numo koppeling update --school 99XY --ask-password",
        };
        var command = new Command(
            "update",
            "Mends what was entered wrongly; gates that were proved with it lapse. Needs scope numo.beheer. "
                + "Example: numo koppeling update --school 99XY --domein delinde")
        {
            school, domein, gebruiker, wachtwoord,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new UpdateKoppelingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                Schooldomein = parsed.GetValue(domein) ?? "",
                WebserviceGebruiker = parsed.GetValue(gebruiker) ?? "",
                WebserviceWachtwoord = parsed.GetValue(wachtwoord)
                    ? await session.Terminal.ReadSecretAsync("web service password", ct)
                    : "",
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Koppelingen.UpdateKoppelingAsync(request, cancellationToken: ct);
            return session.Print(answer, console => KoppelingRendering.Write(console, answer.Koppeling));
        }));
        return command;
    }

    private static Command Test(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "test",
            "Goes the way to Magister step by step, and moves the gates that this proves or refutes. Exit code 1 when a "
                + "check fails. Needs scope numo.import, and numo.read to find a school by its BRIN. "
                + "Example: numo koppeling test --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var id = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            using var test = session.Api.Koppelingen.TestKoppeling(
                new TestKoppelingRequest { SchoolId = id }, cancellationToken: ct);
            var failed = false;
            await foreach (var answer in test.ResponseStream.ReadAllAsync(ct))
            {
                failed |= answer.Controle?.Uitkomst == Controleuitkomst.Mislukt;
                session.Print(answer, console =>
                {
                    if (answer.Controle is { } controle)
                    {
                        KoppelingRendering.Write(console, controle);
                    }
                    else
                    {
                        KoppelingRendering.WriteGates(console, answer.Koppeling);
                        KoppelingRendering.WriteNextStep(console, answer.Koppeling);
                    }
                });
            }

            return failed ? throw new RefusedException("A check failed.") : ExitCode.Done;
        }));
        return command;
    }

    private static Command Step(CommandRunner run)
    {
        var school = Arguments.School();
        var poort = new Argument<Poort>("POORT")
        {
            Description = "The gate: toestemming, webservice, wachtwoord-en-query or allowlisting.",
            CustomParser = result => Parse<Poort>(result, result.Tokens[^1].Value, "a gate"),
        };
        var toelichting = new Option<string>("--toelichting")
        {
            Description = "What was done or seen; no password. Example: --toelichting 'ticket 1234 gemaakt'",
            HelpName = "TEXT",
            Required = true,
        };
        var bevestigd = new Option<bool>("--bevestigd")
        {
            Description = "You have seen yourself that it is done (scope numo.beheer); otherwise somebody says so. "
                + "Example: numo koppeling step --school 99XY allowlisting --toelichting 'mail van Magister' --bevestigd",
        };
        var command = new Command(
            "step",
            "Records that a gate is done. Needs scope numo.import, with --bevestigd numo.beheer. "
                + "Example: numo koppeling step --school 99XY allowlisting --toelichting 'ticket 1234 gemaakt'")
        {
            school, poort, toelichting, bevestigd,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var answer = await session.Api.Koppelingen.RecordStepAsync(
                new RecordStepRequest
                {
                    SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                    Poort = parsed.GetValue(poort),
                    Toelichting = parsed.GetRequiredValue(toelichting),
                    Bevestigd = parsed.GetValue(bevestigd),
                    RequestId = RequestId.New(),
                },
                cancellationToken: ct);
            return session.Print(answer, console => KoppelingRendering.Write(console, answer.Koppeling));
        }));
        return command;
    }

    private static Command Suspend(CommandRunner run)
    {
        var school = Arguments.School();
        var reden = new Option<string>("--reden")
        {
            Description = "Why; the school sees it. Example: --reden 'overstap naar Somtoday'",
            HelpName = "TEXT",
            Required = true,
        };
        var command = new Command(
            "suspend",
            "Stops a school's imports by hand; its gates stay as they are. Needs scope numo.beheer. "
                + "Example: numo koppeling suspend --school 99XY --reden 'overstap naar Somtoday'")
        {
            school, reden,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var answer = await session.Api.Koppelingen.SuspendKoppelingAsync(
                new SuspendKoppelingRequest
                {
                    SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                    Reden = parsed.GetRequiredValue(reden),
                    RequestId = RequestId.New(),
                },
                cancellationToken: ct);
            return session.Print(answer, console => KoppelingRendering.Write(console, answer.Koppeling));
        }));
        return command;
    }

    private static Command Rotate(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "rotate",
            "Makes the next password; the present one works until a test has seen the next. Needs scope numo.beheer. "
                + "Example: numo koppeling rotate --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var name = parsed.GetRequiredValue(school);
            var answer = await session.Api.Koppelingen.RotateWachtwoordAsync(
                new RotateWachtwoordRequest { SchoolId = await session.Api.FindSchoolIdAsync(name, ct) },
                cancellationToken: ct);
            return session.Print(answer, console =>
            {
                KitCommand.WritePassword(console, answer.Wachtwoord);
                Plain.Write(console, $"Next: numo koppeling test {session.RepeatedOptions()}--school {name}");
            });
        }));
        return command;
    }

    private static Command Simple(
        CommandRunner run,
        string name,
        string description,
        Func<Session, string, CancellationToken, Task<Koppeling>> call)
    {
        var school = Arguments.School();
        var command = new Command(
            name, $"{description} Needs scope numo.beheer. Example: numo koppeling {name} --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var id = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var koppeling = await call(session, id, ct);
            return session.Print(koppeling, console => KoppelingRendering.Write(console, koppeling));
        }));
        return command;
    }

    private static Option<T> Choice<T>(string name, string description, string example)
        where T : struct, Enum => new(name)
        {
            Description = $"{description} Example: {name} {example}",
            HelpName = typeof(T).Name.ToUpperInvariant(),
            CustomParser = result => Parse<T>(result, result.Tokens[^1].Value, $"one of {Names<T>()}"),
        };

    private static T Parse<T>(System.CommandLine.Parsing.SymbolResult result, string text, string expected)
        where T : struct, Enum
    {
        var plain = text.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        if (Enum.TryParse<T>(plain, ignoreCase: true, out var value) && !Equals(value, default(T)))
        {
            return value;
        }

        result.AddError($"'{text}' is not {expected} ({Names<T>()}).");
        return default;
    }

    private static string Names<T>()
        where T : struct, Enum => typeof(T) == typeof(Poort)
            ? string.Join(", ", Gates.Select(KoppelingRendering.Name))
            : string.Join(", ", Enum.GetNames<T>().Skip(1).Select(n => n.ToLowerInvariant()));
}
