using System.Runtime.CompilerServices;
using Grpc.Core;
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
        ? console.Status().StartAsync(Line(started), status => ReportAsync(started, line => status.Status(line), ct))
        : ReportAsync(started, SpacedLines(), ct);

    /// <summary>Whether nothing more happens by itself.</summary>
    public static bool IsSettled(ImportState state) => state is not
        (ImportState.Unspecified or ImportState.Ophalen or ImportState.Opgehaald or ImportState.Toepassen);

    private async Task<ImportRun> ReportAsync(ImportRun started, Action<string> report, CancellationToken ct)
    {
        var latest = started;
        report(Line(latest));
        await foreach (var run in WatchAsync(started, ct))
        {
            latest = run;
            report(Line(run));
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
        catch (RpcException e) when (mayRetry && e.StatusCode == StatusCode.Unavailable)
        {
            return false;
        }
    }

    // Plain lines pile up in a log: one for each state, and in between no more than one in a few seconds.
    private Action<string> SpacedLines()
    {
        var last = "";
        var next = DateTimeOffset.MinValue;
        return line =>
        {
            var state = line.Split(' ')[0];
            if (string.Equals(state, last, StringComparison.Ordinal) && clock.GetUtcNow() < next)
            {
                return;
            }

            (last, next) = (state, clock.GetUtcNow() + BetweenLines);
            console.WriteLine(line);
        };
    }

    private static string Line(ImportRun run) => run.State switch
    {
        ImportState.Ophalen =>
            $"{Words.Of(run.State)} fetching from the sources, {Words.Count(run.Gelezen, "person", "persons")}",
        ImportState.Opgehaald => $"{Words.Of(run.State)} fetched; joining and comparing",
        ImportState.Toepassen => $"{Words.Of(run.State)} being applied",
        _ => Words.Of(run.State),
    };
}
