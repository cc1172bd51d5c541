using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Synchronisatie;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Synchronisatie;

/// <summary>`numo sync show`: one school by night.</summary>
internal static class ShowSyncCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "show",
            "Shows what a school wants of its nightly sync, when it is its turn, and its last 50 rondes; +1 after a "
                + "night is the first that was asked for that day. Needs scope numo.read, and numo.import to tell why "
                + "an import waits. Example: numo sync show --school 99XY")
        {
            school,
        };
        command.SetAction(run((session, parsed, ct) => ShowAsync(session, parsed.GetRequiredValue(school), ct)));
        return command;
    }

    private static async Task<int> ShowAsync(Session session, string school, CancellationToken ct)
    {
        var syncs = session.Api.Syncs;
        var id = await session.Api.FindSchoolIdAsync(school, ct);
        var rondes = await syncs.ListRondesAsync(new ListRondesRequest { SchoolId = id }, cancellationToken: ct);
        if (session.Json)
        {
            return session.Print(rondes, _ => { });
        }

        var beleid = await syncs.GetSyncbeleidAsync(new GetSyncbeleidRequest { SchoolId = id }, cancellationToken: ct);
        var listed = await syncs.ListSyncsAsync(new ListSyncsRequest { SchoolId = id }, cancellationToken: ct);
        var waiting = await FindWaitingAsync(session, rondes, ct);
        return session.Print(rondes, console =>
        {
            SyncRendering.Write(console, beleid.Syncbeleid, SyncRendering.NextOf(listed.Syncs.FirstOrDefault()));
            SyncRendering.Write(console, rondes.Rondes, waiting);
            if (waiting?.State == ImportState.Wachtend)
            {
                Plain.Write(console, RunAdvice.NextStep(waiting, session.RepeatedOptions(), school));
            }
        });
    }

    /// <summary>The import of the newest ronde that left something: an older one was replaced by it.</summary>
    private static async Task<ImportRun?> FindWaitingAsync(
        Session session, ListRondesResponse rondes, CancellationToken ct)
    {
        var newest = rondes.Rondes.FirstOrDefault(
            ronde => ronde is { Uitkomst: Rondeuitkomst.Wacht or Rondeuitkomst.Deels, ImportRunId.Length: > 0 });
        if (newest is null)
        {
            return null;
        }

        var request = new GetImportRunRequest { SchoolId = newest.SchoolId, ImportRunId = newest.ImportRunId };
        var answer = await session.Api.Imports.GetImportRunAsync(request, cancellationToken: ct).IfAllowedAsync();
        return answer?.ImportRun;
    }
}
