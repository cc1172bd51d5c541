using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo import watch` and `numo import discard`: what can be done with a run that goes on.</summary>
internal static class WatchCommands
{
    /// <summary>Builds `watch`.</summary>
    public static Command Watch(CommandRunner run)
    {
        var school = Arguments.School();
        var runId = Arguments.Run();
        var command = new Command(
            "watch",
            "Follows a run that somebody started, from here or elsewhere, and shows what it would change. Stopping this "
                + "command does not stop the run. Needs scope numo.import, and numo.read to find a school by its BRIN. "
                + "Example: numo import watch --school 99XY RUN")
        {
            school, runId,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new GetImportRunRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                ImportRunId = await session.FindRunIdAsync(parsed.GetRequiredValue(runId), ct),
            };
            var found = await session.Api.Imports.GetImportRunAsync(request, cancellationToken: ct);
            return await new FollowedPreview(session, parsed.GetRequiredValue(school)).ShowAsync(found.ImportRun, ct);
        }));
        return command;
    }

    /// <summary>Builds `discard`.</summary>
    public static Command Discard(CommandRunner run)
    {
        var school = Arguments.School();
        var runId = Arguments.Run();
        var command = new Command(
            "discard",
            "Discards a run that was not applied: one that is still being fetched or compared stops, a preview can no "
                + "longer be applied. Needs scope numo.import, and numo.read to find a school by its BRIN. "
                + "Example: numo import discard --school 99XY RUN")
        {
            school, runId,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new DiscardImportRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                ImportRunId = await session.FindRunIdAsync(parsed.GetRequiredValue(runId), ct),
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Imports.DiscardImportAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, "Discarded; nothing was changed.");
                ImportRendering.WriteOutcome(console, answer.ImportRun);
            });
        }));
        return command;
    }
}
