using System.CommandLine;
using Kurve.Numo.Cli.Commands.Importeren;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo import apply`: makes a preview so.</summary>
internal static class ApplyCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var options = new ApplyOptions();
        var command = new Command(
            "apply",
            "Applies a preview: all of it, some kinds, single rows, or all but some rows. Shows the plan and asks first. "
                + "Needs scope numo.import, and numo.read to find a school by its BRIN. "
                + "Example: numo import apply --school 99XY RUN --soort nieuw,bijwerken")
        {
            options.School, options.Run, options.Soorten, options.Regels, options.Behalve, options.ReleaseBrake,
            options.Yes,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(options.Regels) is not null && result.GetResult(options.Behalve) is not null)
            {
                result.AddError(
                    $"{options.Regels.Name} and {options.Behalve.Name} cannot go together: rows that are not chosen are "
                        + "left out already.");
            }
        });
        command.SetAction(run((session, parsed, ct) => ApplyAsync(session, options, parsed, ct)));
        return command;
    }

    private static async Task<int> ApplyAsync(
        Session session, ApplyOptions options, ParseResult parsed, CancellationToken ct)
    {
        var decision = Decision.ToApply(session, parsed.GetValue(options.Yes));
        var request = await options.ReadAsync(session, parsed, ct);
        var found = await session.Api.Imports.GetImportRunAsync(
            new GetImportRunRequest { SchoolId = request.SchoolId, ImportRunId = request.ImportRunId },
            cancellationToken: ct);
        var run = found.ImportRun;
        Check(run, parsed.GetValue(options.ReleaseBrake));
        request.PlanHash = run.PlanHash;
        if (!decision.IsTaken)
        {
            ImportRendering.Write(session.Terminal.Error, run);
        }

        await decision.AskAsync(Question(run, request), ct);
        var answer = await RunApplier.ShowApplyingAsync(session, run.State, request, ct);
        return session.Print(answer, console =>
        {
            Plain.Write(console, "Applied.");
            ImportRendering.WriteOutcome(console, answer.ImportRun);
        });
    }

    private static void Check(ImportRun run, bool releaseBrake)
    {
        if (run.State == ImportState.Wachtend && !releaseBrake)
        {
            var reasons = string.Join(" ", run.Remmen.Select(rem => $"{rem.Code}: {rem.Tekst}"));
            throw new RefusedException(
                $"The brake is on. {reasons} If the school confirms that this is right, give --release-brake.");
        }

        if (run.State is not (ImportState.Vergeleken or ImportState.Wachtend))
        {
            throw new RefusedException(
                $"The run is {Words.Of(run.State)}; only one that is VERGELEKEN can be applied. Make a new preview.");
        }
    }

    private static string Question(ImportRun run, ApplyImportRequest request)
    {
        var what = request switch
        {
            { Regels.Count: > 0 } => Words.Count(request.Regels.Count, "chosen row", "chosen rows"),
            { Soorten.Count: > 0 } => string.Join(", ", request.Soorten.Select(Words.Of)),
            _ => $"all {Words.Count(ImportRendering.CountChanges(run), "change", "changes")}",
        };
        if (request.UitgezonderdeRegels.Count > 0)
        {
            what += " but " + Words.Count(request.UitgezonderdeRegels.Count, "excluded row", "excluded rows");
        }

        var brake = run.State == ImportState.Wachtend ? "Release the brake and apply" : "Apply";
        return $"{brake} {what} of plan {Words.ShortHash(run.PlanHash)}?";
    }

    private sealed class ApplyOptions
    {
        public Option<string> School { get; } = Arguments.School();

        public Argument<string> Run { get; } = Arguments.Run();

        public Option<RegelSoort[]> Soorten { get; } =
            Arguments.Soorten("Apply only these kinds; none means all four.", Arguments.Applicable);

        public Option<int[]> Regels { get; } = Arguments.Regels("--regel", "Apply only");

        public Option<int[]> Behalve { get; } = Arguments.Regels("--behalve", "Leave out");

        public Option<bool> ReleaseBrake { get; } = new("--release-brake")
        {
            Description = "Release the brake of this plan, once, after the school confirmed that it is right. "
                + "Example: numo import apply --school 99XY RUN --release-brake",
        };

        public Option<bool> Yes { get; } = Arguments.Yes("numo import apply --school 99XY RUN --yes");

        public async Task<ApplyImportRequest> ReadAsync(Session session, ParseResult parsed, CancellationToken ct)
        {
            var schoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(School), ct);
            return new ApplyImportRequest
            {
                SchoolId = schoolId,
                ImportRunId = await session.FindRunIdAsync(parsed.GetRequiredValue(Run), ct),
                Soorten = { parsed.GetValue(Soorten) ?? [] },
                Regels = { parsed.GetValue(Regels) ?? [] },
                UitgezonderdeRegels = { parsed.GetValue(Behalve) ?? [] },
                RequestId = RequestId.New(),
            };
        }
    }
}
