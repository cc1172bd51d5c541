using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Importeren;

/// <summary>`numo import compare`: what differs from an earlier run.</summary>
internal static class CompareCommand
{
    private const int LargestPage = 500;

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var runId = Arguments.Run();
        var vorige = new Option<string?>("--met")
        {
            Description = "The earlier run; default the last one before it that was applied. "
                + "Example: numo import compare --school 99XY RUN --met 0198c7a2-6f3e",
            HelpName = "RUN",
        };
        vorige.Validators.Add(Arguments.CheckRun);
        var all = new Option<bool>("--all")
        {
            Description = "Show all differences, not only the first 50. "
                + "Example: numo import compare --school 99XY RUN --all",
        };
        var command = new Command(
            "compare",
            "Shows which rows of a run are new, other or gone since the last one that was applied. Needs scope numo.import, and "
            + "numo.read to find a school by its BRIN. "
                + "Example: numo import compare --school 99XY RUN")
        {
            school, runId, vorige, all,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new CompareImportRunsRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                ImportRunId = await session.FindRunIdAsync(parsed.GetRequiredValue(runId), ct),
                VorigeImportRunId = parsed.GetValue(vorige) is { } earlier ? await session.FindRunIdAsync(earlier, ct) : "",
                PageSize = parsed.GetValue(all) ? LargestPage : 0,
            };
            var answer = await session.Api.Imports.CompareImportRunsAsync(request, cancellationToken: ct);
            while (parsed.GetValue(all) && answer.NextPageToken.Length > 0)
            {
                request.PageToken = answer.NextPageToken;
                var next = await session.Api.Imports.CompareImportRunsAsync(request, cancellationToken: ct);
                answer.Verschillen.AddRange(next.Verschillen);
                answer.NextPageToken = next.NextPageToken;
            }

            return session.Print(answer, console => CompareRendering.Write(console, answer));
        }));
        return command;
    }
}
