using System.CommandLine;
using System.Text.Json.Nodes;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.Cli.Commands.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Schooljaren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Schooljaren;

/// <summary>
/// `numo schooljaar apply`: applies runs of many schools that support looked at. Each line of the file names the plan that was
/// looked at, and no other plan is applied. May be run again with the same file: what was applied stays so.
/// </summary>
internal sealed class ApplyWaitingCommand
{
    private const string PlanChanged = "PLAN_HASH_ONJUIST";

    private readonly Option<FileInfo> _from = new("--from")
    {
        Description = "The file with the runs, as `numo schooljaar list --out` writes it; at most 5000. "
            + "Example: numo schooljaar apply --from runs.csv",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<bool> _release = new("--release")
    {
        Description = "Release the brake of runs that wait, each once; without it they fail. "
            + "Example: numo schooljaar apply --from runs.csv --release",
    };

    private readonly Option<bool> _yes = Arguments.Yes("numo schooljaar apply --from runs.csv --release --yes");

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run) => new ApplyWaitingCommand().BuildCommand(run);

    private Command BuildCommand(CommandRunner run)
    {
        var command = new Command(
            "apply",
            "Applies runs of many schools that were looked at, each by the plan that the file names; goes on after a failure, "
                + "and may be run again. With --json one object a line. Needs scope numo.import. "
                + "Example: numo schooljaar apply --from runs.csv --release")
        {
            _from, _release, _yes,
        };
        command.SetAction(run(ApplyAsync));
        return command;
    }

    private async Task<int> ApplyAsync(Session session, ParseResult parsed, CancellationToken ct)
    {
        var decision = Decision.ToApply(session, parsed.GetValue(_yes));
        var release = parsed.GetValue(_release);
        var runs = await WaitingRunFile.ReadAsync(parsed.GetRequiredValue(_from), ct);
        await decision.AskAsync(Question(runs, release), ct);
        var results = new ResultLines(session, runs.Count);
        try
        {
            await BulkWork.ForEachAsync(
                runs, async (run, stop) => results.Add(run, await ApplyAsync(session, run, release, stop)), ct);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            Plain.Write(session.Terminal.Error, "Some may be applied without a line here; the same file may be run again.");
            throw;
        }

        return results.End();
    }

    private static string Question(IReadOnlyCollection<WaitingRun> runs, bool release)
    {
        var schools = runs.Select(run => run.SchoolId).Distinct(StringComparer.Ordinal).Count();
        var what = $"{Words.Count(runs.Count, "run", "runs")} of {Words.Count(schools, "school", "schools")}";
        return release ? $"Release the brake of those that wait, and apply {what}?" : $"Apply {what}?";
    }

    private static async Task<Outcome> ApplyAsync(
        Session session, WaitingRun waiting, bool release, CancellationToken ct)
    {
        try
        {
            var found = await session.Api.Imports.GetImportRunAsync(
                new GetImportRunRequest { SchoolId = waiting.SchoolId, ImportRunId = waiting.ImportRunId },
                cancellationToken: ct);
            var run = found.ImportRun;
            if (WhyNot(run, waiting, release) is { } outcome)
            {
                return outcome;
            }

            var request = new ApplyImportRequest
            {
                SchoolId = waiting.SchoolId,
                ImportRunId = waiting.ImportRunId,
                PlanHash = waiting.PlanHash,
                RequestId = RequestId.New(),
            };
            var answer = await RunApplier.ApplyAsync(session, run.State, request, ct);
            return Outcome.Done(
                "toegepast", $"applied, {Words.Count(answer.ImportRun.ToegepastePersonen, "person", "persons")}");
        }
        catch (RpcException e) when (!ct.IsCancellationRequested)
        {
            return Outcome.Failed(IsPlanChanged(e)
                ? $"{PlanChanged}: the plan is another than the one that was looked at; list and look again."
                : string.Join(' ', session.Describe(e, waiting.Brin)));
        }
    }

    // The API would refuse these as well; here is known what to do.
    private static Outcome? WhyNot(ImportRun run, WaitingRun waiting, bool release) => run.State switch
    {
        ImportState.Toegepast when string.Equals(run.PlanHash, waiting.PlanHash, StringComparison.Ordinal) =>
            Outcome.Done("was-toegepast", "was applied already"),
        ImportState.Wachtend when !release => Outcome.Failed("The brake is on; give --release once the school confirms."),
        ImportState.Verworpen => Outcome.Failed("A newer run took its place; list and look again."),
        _ => null,
    };

    private static bool IsPlanChanged(RpcException failure) => string.Equals(
        failure.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason, PlanChanged, StringComparison.Ordinal);

    private sealed record Outcome(string Name, string Text, bool IsFailure)
    {
        public static Outcome Done(string name, string text) => new(name, text, false);

        public static Outcome Failed(string why) => new("mislukt", why, true);
    }

    /// <summary>Tells each result on a line as soon as it is there, and counts them.</summary>
    private sealed class ResultLines(Session session, int total)
    {
        private readonly Lock _gate = new();
        private int _done;
        private int _failed;

        public void Add(WaitingRun run, Outcome outcome)
        {
            lock (_gate)
            {
                _done++;
                _failed += outcome.IsFailure ? 1 : 0;
                Plain.Write(session.Terminal.Out, session.Json ? JsonOf(run, outcome) : LineOf(run, outcome));
            }
        }

        public int End()
        {
            if (!session.Json)
            {
                Plain.Write(session.Terminal.Out, $"{Words.Count(_done - _failed, "run", "runs")} applied, {_failed} failed.");
            }

            return _failed == 0 ? ExitCode.Done : throw new RefusedException(
                $"{_failed} of {Words.Count(total, "run", "runs")} failed; the file may be run again.");
        }

        private string LineOf(WaitingRun run, Outcome outcome) =>
            $"[{_done} of {total}] {run.Brin} {(outcome.IsFailure ? "FAILED: " : "")}{outcome.Text}";

        private static string JsonOf(WaitingRun run, Outcome outcome) => ProtoJson.Line(new JsonObject
        {
            ["brin"] = run.Brin,
            ["schoolId"] = run.SchoolId,
            ["importRunId"] = run.ImportRunId,
            ["uitkomst"] = outcome.Name,
            ["tekst"] = outcome.Text,
        });
    }
}
