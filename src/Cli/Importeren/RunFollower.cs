using System.Runtime.CompilerServices;
using Grpc.Core;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Follows a run until it waits for a person or is finished, and shows how far it is.</summary>
/// <param name="imports">The API.</param>
/// <param name="console">Where progress is shown: redrawn in place on a terminal, else as plain lines.</param>
/// <param name="clock">The time.</param>
internal sealed class RunFollower(ImportService.ImportServiceClient imports, IAnsiConsole console, TimeProvider clock)
{
    private const int Attempts = 5;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    /// <summary>Follows.</summary>
    /// <returns>The run as it ended up.</returns>
    public Task<ImportRun> FollowAsync(ImportRun started, CancellationToken ct) => Terminal.IsLive(console)
        ? new LiveFases(console, clock).ShowWhileAsync(show => ReportAsync(started, show, ct))
        : ReportAsync(started, SpacedLines(), ct);

    /// <summary>Follows, and shows nothing.</summary>
    /// <returns>The run as it ended up.</returns>
    public Task<ImportRun> FollowSilentlyAsync(ImportRun started, CancellationToken ct) =>
        ReportAsync(started, _ => { }, ct);

    /// <summary>Whether nothing more happens by itself.</summary>
    public static bool IsSettled(ImportState state) => state is not
        (ImportState.Unspecified or ImportState.Ophalen or ImportState.Opgehaald or ImportState.Toepassen);

    private async Task<ImportRun> ReportAsync(ImportRun started, Action<ImportRun> report, CancellationToken ct)
    {
        var latest = started;
        report(latest);
        await foreach (var run in WatchAsync(started, ct))
        {
            latest = run;
            report(run);
        }

        return latest;
    }

    // A stream may end early, because a replica stops or a gateway loses patience; the run itself goes on.
    private async IAsyncEnumerable<ImportRun> WatchAsync(ImportRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var request = new WatchImportRunRequest { SchoolId = run.SchoolId, ImportRunId = run.Id };
        var failures = 0;
        while (!IsSettled(run.State))
        {
            using var call = imports.WatchImportRun(request, cancellationToken: ct);
            while (await MoveNextAsync(call.ResponseStream, ++failures < Attempts, ct))
            {
                failures = 0;
                run = call.ResponseStream.Current.ImportRun;
                yield return run;
            }

            if (!IsSettled(run.State))
            {
                await Task.Delay(BetweenAttempts, clock, ct);
            }
        }
    }

    private static async Task<bool> MoveNextAsync(
        IAsyncStreamReader<WatchImportRunResponse> stream, bool mayRetry, CancellationToken ct)
    {
        try
        {
            return await stream.MoveNext(ct);
        }
        catch (RpcException e) when (mayRetry && e.IsInterruption(ct))
        {
            return false;
        }
    }

    // Plain lines pile up in a log: one for each state and phase, and in between no more than one in a few seconds.
    private Action<ImportRun> SpacedLines()
    {
        var last = "";
        var next = DateTimeOffset.MinValue;
        return run =>
        {
            var news = $"{Words.Of(run.State)} {(IsSettled(run.State) ? "" : FaseText.RunningNames(run.Fases))}";
            if (string.Equals(news, last, StringComparison.Ordinal) && clock.GetUtcNow() < next)
            {
                return;
            }

            (last, next) = (news, clock.GetUtcNow() + BetweenLines);
            Plain.Write(console, Line(run));
        };
    }

    private static string Line(ImportRun run) => IsSettled(run.State)
        ? Words.Of(run.State)
        : $"{Words.Of(run.State)} {FaseText.Running(run.Fases)}".TrimEnd();
}
