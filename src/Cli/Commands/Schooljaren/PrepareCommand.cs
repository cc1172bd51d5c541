using System.CommandLine;
using Kurve.Numo.Cli.Commands.Importeren;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Schooljaren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Schooljaren;

/// <summary>`numo schooljaar prepare`: brings in the next school year, which changes nothing of the current one.</summary>
internal static class PrepareCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var yes = Arguments.Yes("numo schooljaar prepare --school 99XY --yes");
        var command = new Command(
            "prepare",
            "Fetches the next school year, shows it with the classes of both years, asks, and applies it. Nothing of the "
                + "current year changes. Needs scope numo.import, and numo.read to find a school by its BRIN. "
                + "Example: numo schooljaar prepare --school 99XY")
        {
            school, yes,
        };
        command.SetAction(run((session, parsed, ct) => PrepareAsync(
            session,
            parsed.GetRequiredValue(school),
            new Decision(session, parsed.GetValue(yes), "prepare", "Not prepared"),
            ct)));
        return command;
    }

    private static async Task<int> PrepareAsync(
        Session session, string school, Decision decision, CancellationToken ct)
    {
        var request = new PrepareSchooljaarRequest
        {
            SchoolId = await session.Api.FindSchoolIdAsync(school, ct),
            RequestId = RequestId.New(),
        };
        var started = await session.Api.Schooljaren.PrepareSchooljaarAsync(request, cancellationToken: ct);
        var run = await new FollowedPreview(session, school).FollowAsync(started.ImportRun, ct);
        Show(session, run, decision);
        Check(session, school, run);
        await decision.AskAsync(Question(run), ct);
        var apply = new ApplyImportRequest
        {
            SchoolId = run.SchoolId,
            ImportRunId = run.Id,
            PlanHash = run.PlanHash,
            RequestId = RequestId.New(),
        };
        var answer = await RunApplier.ShowApplyingAsync(session, run.State, apply, ct);
        return session.Print(answer, console =>
        {
            Plain.Write(console, $"Prepared {answer.ImportRun.Schooljaar}; nights keep it as the source has it.");
            ImportRendering.WriteOutcome(console, answer.ImportRun);
            var advice = new SchooljaarAdvice(session.RepeatedOptions(), school);
            Plain.Write(console, $"Next: {advice.For("schooljaar agree")}");
        });
    }

    private static void Show(Session session, ImportRun run, Decision decision)
    {
        // Who gets JSON, and is not asked, looks at nothing; and why a run waits or failed is told once, on standard error.
        if (session.Json && decision.IsTaken)
        {
            return;
        }

        var shown = run.Clone();
        shown.Fout = null;
        shown.Remmen.Clear();
        ImportRendering.Write(session.Json ? session.Terminal.Error : session.Terminal.Out, shown);
    }

    private static void Check(Session session, string school, ImportRun run)
    {
        if (run.State == ImportState.Wachtend)
        {
            var reasons = run.Remmen.Select(rem => $"{rem.Code}: {rem.Tekst}");
            var advice = new SchooljaarAdvice(session.RepeatedOptions(), school);
            throw new RefusedException(string.Join(
                '\n',
                [
                    "Not prepared: the brake is on.",
                    .. reasons,
                    "If the school confirms that this is right:",
                    $"{advice.For("import apply")} {run.Id} --release-brake",
                    $"and then: {advice.For("schooljaar agree")}",
                ]));
        }

        if (run.State != ImportState.Vergeleken)
        {
            throw new RefusedException(RunAdvice.WhyNotReady(run));
        }
    }

    private static string Question(ImportRun run)
    {
        var changes = Words.Count(ImportRendering.CountChanges(run), "person", "persons");
        return $"Prepare {run.Schooljaar} ({changes}, plan {Words.ShortHash(run.PlanHash)})?";
    }
}
