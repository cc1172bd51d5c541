using System.CommandLine;
using System.Runtime.InteropServices;
using Grpc.Core;
using Kurve.Numo.Cli.Demo;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo demo`: an import from begin to end against an invented school.</summary>
internal static class DemoCommand
{
    private const int MostPupils = 100_000;

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var options = new DemoOptions();
        var command = new Command(
            "demo",
            "Starts a simulated school and an API of its own, and imports that school from registration to the second "
                + "day. Needs nothing, and leaves nothing behind. Example: numo demo --keep")
        {
            options.Keep, options.Pupils, options.Seed, options.Join, options.Verbose,
        };
        command.SetAction(run((session, parsed, ct) => RunAsync(session, options, parsed, ct)));
        return command;
    }

    private static async Task<int> RunAsync(
        Session session, DemoOptions options, ParseResult parsed, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        // A terminal that is closed must not leave the two servers behind either.
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        await using var servers = new DemoServers(session, parsed.GetValue(options.Verbose));
        try
        {
            return await TellAsync(session, servers, options.Read(parsed), parsed.GetValue(options.Keep), stop.Token);
        }
        catch (RpcException e) when (!stop.IsCancellationRequested)
        {
            servers.WriteLastLines(session.Terminal.Error);
            var lines = ErrorRendering.Describe(e, new ErrorContext(servers.Grpc, Options: "", School: ""));
            throw new RefusedException(string.Join('\n', lines));
        }
        catch (RefusedException)
        {
            servers.WriteLastLines(session.Terminal.Error);
            throw;
        }
    }

    private static async Task<int> TellAsync(
        Session session, DemoServers servers, SimulatorSettings settings, bool keep, CancellationToken ct)
    {
        var begun = session.Clock.GetTimestamp();
        var console = session.Json ? session.Terminal.Error : session.Terminal.Out;
        await session.Terminal.ShowWhileAsync("Starting a simulator and an API", async () =>
        {
            await servers.StartAsync(settings, ct);
            return true;
        });
        using var api = session.Connect(servers.Grpc, servers.Token);
        var follower = new RunFollower(api.Imports, session.Terminal.Error, session.Clock);
        var story = new DemoStory(api, servers.Simulator, new DemoImports(api.Imports, follower, console), console);
        var outcome = await servers.WhileAliveAsync(story.TellAsync, ct);
        var elapsed = session.Clock.GetElapsedTime(begun);
        DemoReport.Write(console, outcome, elapsed);
        if (session.Json)
        {
            var document = DemoReport.Describe(outcome, servers, elapsed, keep);
            session.Terminal.Out.Profile.Out.Writer.WriteLine(ProtoJson.Format(document));
        }

        if (keep)
        {
            DemoReport.WriteAccess(console, servers, outcome.School);
            await WaitUntilStoppedAsync(servers, ct);
        }

        return ExitCode.Done;
    }

    private static async Task WaitUntilStoppedAsync(DemoServers servers, CancellationToken ct)
    {
        try
        {
            await servers.WhileAliveAsync(
                async stop =>
                {
                    await Task.Delay(Timeout.Infinite, stop);
                    return true;
                },
                ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // This is how it is meant to end.
        }
    }

    private sealed class DemoOptions
    {
        public DemoOptions() => Arguments.AcceptOnly(Join, "ExterneId", "Stamnr", "IdGebr", "EckId");

        public Option<bool> Keep { get; } = new("--keep")
        {
            Description = "Leave everything running until Ctrl-C, and print addresses, token and commands to try. "
                + "Example: numo demo --keep",
        };

        public Option<int> Pupils { get; } = Arguments.Number(
            "--pupils", "Pupils of the school. Example: --pupils 2000", standard: 800, least: 1, most: MostPupils);

        public Option<int> Seed { get; } = Arguments.Number(
            "--seed",
            "What the people are invented from; the same number gives the same people. Example: --seed 7",
            standard: 1,
            least: 0,
            most: int.MaxValue);

        public Option<string?> Join { get; } = new("--join")
        {
            Description = "The web service column that holds the UWLR key at this school. Example: --join Stamnr",
            HelpName = "COLUMN",
        };

        public Option<bool> Verbose { get; } = new("--verbose")
        {
            Description = "Show what the simulator and the API write. Example: numo demo --verbose",
        };

        public SimulatorSettings Read(ParseResult parsed) => new(
            parsed.GetValue(Pupils), parsed.GetValue(Seed), parsed.GetValue(Join));
    }
}
