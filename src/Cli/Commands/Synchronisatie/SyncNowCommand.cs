using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Synchronisatie;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Synchronisatie;

/// <summary>`numo sync now`: an extra sync, which goes on by itself or is waited for.</summary>
internal static class SyncNowCommand
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Longer than it takes any process that does syncs to take up a new one.</summary>
    private static readonly TimeSpan Begin = TimeSpan.FromMinutes(2);

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var wait = new Option<bool>("--wait")
        {
            Description = "Wait until it has ended; ends with 1 when it was refused or failed. "
                + "Example: numo sync now --school 99XY --wait",
        };
        var command = new Command(
            "now",
            "Syncs a school now, beside the sync of the night and also when that is paused. It goes on without this "
                + $"command. {SyncCommands.Scope}Example: numo sync now --school 99XY")
        {
            school, wait,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var name = parsed.GetRequiredValue(school);
            var id = await session.Api.FindSchoolIdAsync(name, ct);
            var known = await session.Api.Syncs.ListRondesAsync(
                new ListRondesRequest { SchoolId = id }, cancellationToken: ct).IfAllowedAsync();
            var request = new StartSyncRequest { SchoolId = id, RequestId = RequestId.New() };
            var answer = await session.Api.Syncs.StartSyncAsync(request, cancellationToken: ct);
            if (!session.Json && known?.Rondes.Any(r => IsSame(r, answer.Ronde)) == true)
            {
                var since = Words.Of(answer.Ronde.GevraagdTime);
                Plain.Write(
                    session.Terminal.Out, $"Already asked for by {answer.Ronde.GevraagdDoor} at {since}, and still open.");
            }

            return parsed.GetValue(wait)
                ? await WaitAsync(session, name, answer.Ronde, ct)
                : session.Print(answer, console => Write(session, console, name, answer.Ronde));
        }));
        return command;
    }

    private static async Task<int> WaitAsync(Session session, string school, Ronde asked, CancellationToken ct)
    {
        var ended = await session.Terminal.ShowWhileAsync(
            $"Syncing {school}; it goes on when you stop waiting", () => FollowAsync(session, asked, ct));
        session.Print(
            new StartSyncResponse { Ronde = ended }, console => Write(session, console, school, ended));
        return ended.Uitkomst is Rondeuitkomst.Geweigerd or Rondeuitkomst.Mislukt
            ? throw new RefusedException(
                $"The sync was {SyncRendering.NameOf(ended.Uitkomst)}. {ended.Fout?.Code} {ended.Fout?.Tekst}".TrimEnd())
            : ExitCode.Done;
    }

    private static async Task<Ronde> FollowAsync(Session session, Ronde asked, CancellationToken ct)
    {
        var start = session.Clock.GetTimestamp();
        while (true)
        {
            var rondes = await session.Api.Syncs.ListRondesAsync(
                new ListRondesRequest { SchoolId = asked.SchoolId }, cancellationToken: ct);
            var ronde = rondes.Rondes.FirstOrDefault(r => IsSame(r, asked)) ?? asked;
            if (ronde.EndTime is not null)
            {
                return ronde;
            }

            if (ronde.StartTime is null && session.Clock.GetElapsedTime(start) > Begin)
            {
                throw new RefusedException(
                    $"The sync has not begun in {Begin.TotalMinutes} minutes, and may still: does an API with "
                        + "Numo:Sync:Actief run, and are its places taken?");
            }

            await Task.Delay(Interval, session.Clock, ct);
        }
    }

    private static void Write(Session session, Spectre.Console.IAnsiConsole console, string school, Ronde ronde)
    {
        SyncRendering.Write(console, [ronde]);
        Plain.Write(console, $"  Look how it goes: numo sync show {session.RepeatedOptions()}--school {school}");
    }

    private static bool IsSame(Ronde one, Ronde other) =>
        (one.Nacht, one.Volgnummer).Equals((other.Nacht, other.Volgnummer));
}
