using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Schooljaren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Schooljaren;

/// <summary>`numo schooljaar`: the change of school year as one decision, taken beforehand.</summary>
internal static class SchooljaarCommands
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var schooljaar = new Command(
            "schooljaar",
            "Changes the school year: prepare, look, agree; the nights from 1 August on apply what lies within. "
                + "Example: numo schooljaar show --school 99XY");
        schooljaar.Subcommands.Add(Show(run));
        schooljaar.Subcommands.Add(PrepareCommand.Build(run));
        schooljaar.Subcommands.Add(AgreeCommand.Build(run));
        schooljaar.Subcommands.Add(Withdraw(run));
        schooljaar.Subcommands.Add(PaperCommand.Build(run));
        schooljaar.Subcommands.Add(ListWisselsCommand.Build(run));
        schooljaar.Subcommands.Add(RehearseCommand.Build(run));
        schooljaar.Subcommands.Add(ApplyWaitingCommand.Build(run));
        return schooljaar;
    }

    /// <summary>The school year that begins.</summary>
    public static Option<string?> Schooljaar() => new("--schooljaar")
    {
        Description = "The school year that begins; default the one at hand: from February to July the next, else the "
            + "current one. Example: --schooljaar 2027-2028",
        HelpName = "YYYY-YYYY",
    };

    /// <summary>The change of school year at a school, of the school year at hand or the one that is given.</summary>
    public static async Task<GetSchooljaarwisselResponse> GetAsync(
        Session session, string school, string? schooljaar, CancellationToken ct) =>
        await session.Api.Schooljaren.GetSchooljaarwisselAsync(
            new GetSchooljaarwisselRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(school, ct),
                Schooljaar = schooljaar ?? "",
            },
            cancellationToken: ct);

    private static Command Show(CommandRunner run)
    {
        var school = Arguments.School();
        var schooljaar = Schooljaar();
        var command = new Command(
            "show",
            "Shows how far a school is, what changes, what was agreed, what is missing, what ends, and the next step. Needs "
                + "scope numo.read. Example: numo schooljaar show --school 99XY")
        {
            school, schooljaar,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var name = parsed.GetRequiredValue(school);
            var answer = await GetAsync(session, name, parsed.GetValue(schooljaar), ct);
            var advice = new SchooljaarAdvice(session.RepeatedOptions(), name);
            return session.Print(answer, console => WisselRendering.Write(console, answer, advice));
        }));
        return command;
    }

    private static Command Withdraw(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "withdraw",
            "Withdraws what was agreed; what was prepared stays. From 1 August on all waits for a person. Needs scope "
                + "numo.import, and numo.read to find a school by its BRIN. Example: numo schooljaar withdraw --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var name = parsed.GetRequiredValue(school);
            var request = new WithdrawSchooljaarRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(name, ct),
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Schooljaren.WithdrawSchooljaarAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, "Withdrawn; what was prepared stays.");
                WisselRendering.WriteState(console, answer.Schooljaarwissel);
                var advice = new SchooljaarAdvice(session.RepeatedOptions(), name);
                Plain.Write(console, advice.NextStep(answer.Schooljaarwissel));
            });
        }));
        return command;
    }
}
