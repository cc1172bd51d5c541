using Grpc.Core;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands;

/// <summary>Follows a run that was started, and shows what it would change.</summary>
/// <param name="session">The session.</param>
/// <param name="school">The school, as the user called it.</param>
internal sealed class FollowedPreview(Session session, string school)
{
    /// <summary>Follows and shows.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="RefusedException">The run ended as something that cannot be applied.</exception>
    public async Task<int> ShowAsync(ImportRun started, CancellationToken ct)
    {
        var run = await FollowAsync(started, ct);
        if (session.Json)
        {
            session.Print(new GetImportRunResponse { ImportRun = run }, _ => { });
        }
        else
        {
            await WriteAsync(run, ct);
        }

        return run.State is ImportState.Vergeleken or ImportState.Wachtend or ImportState.Toegepast
            ? ExitCode.Done
            : throw new RefusedException(RunAdvice.WhyNotReady(run));
    }

    /// <summary>Follows until the run waits for a person or is finished.</summary>
    /// <returns>The run as it ended up.</returns>
    public async Task<ImportRun> FollowAsync(ImportRun started, CancellationToken ct)
    {
        var follower = new RunFollower(session.Api.Imports, session.Terminal.Error, session.ServiceClock);
        try
        {
            return session.Json
                ? await follower.FollowSilentlyAsync(started, ct)
                : await follower.FollowAsync(started, ct);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            TellHowToGoOn(started, $"Run {started.Id} goes on without you.");
            throw;
        }
        catch (RpcException)
        {
            TellHowToGoOn(started, $"Run {started.Id} was begun; how far it is, the API did not say.");
            throw;
        }
    }

    private void TellHowToGoOn(ImportRun run, string what)
    {
        var which = $"{session.RepeatedOptions()}--school {school} {run.Id}";
        var error = session.Terminal.Error;
        Plain.Write(error, what);
        Plain.Write(error, $"Follow it again: numo import watch {which}");
        Plain.Write(error, $"Stop it:         numo import discard {which}");
    }

    private async Task WriteAsync(ImportRun run, CancellationToken ct)
    {
        var console = session.Terminal.Out;
        var shown = run.Clone();
        // Why a run failed is told once, on standard error.
        shown.Fout = null;
        ImportRendering.WriteAttention(console, shown);
        if (run.PlanHash.Length == 0)
        {
            ImportRendering.WriteDetails(console, shown);
            return;
        }

        var options = session.RepeatedOptions();
        var show = $"numo import show {options}--school {school} {Words.ShortId(run.Id)}";
        await new PreviewRows(session.Api.Imports, show).WriteAsync(console, run, ct);
        ImportRendering.WriteTotals(console, run);
        ImportRendering.WriteDetails(console, shown);
        Plain.Write(console, $"All rows: {show} --all");
        Plain.Write(console, RunAdvice.NextStep(run, options, school));
    }
}
