using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Synchronisatie;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Synchronisatie;

/// <summary>`numo sync`: what happens by night, without a person.</summary>
internal static class SyncCommands
{
    /// <summary>What each of these commands needs.</summary>
    public const string Scope = "Needs scope numo.import, and numo.read to find a school by its BRIN. ";

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var sync = new Command(
            "sync",
            "Shows and steers the nightly sync of schools. Example: numo sync list --uitkomst mislukt");
        sync.Subcommands.Add(ListSyncsCommand.Build(run));
        sync.Subcommands.Add(SyncNowCommand.Build(run));
        sync.Subcommands.Add(ShowSyncCommand.Build(run));
        sync.Subcommands.Add(Pause(run));
        sync.Subcommands.Add(Resume(run));
        sync.Subcommands.Add(Policy(run));
        return sync;
    }

    private static Command Pause(CommandRunner run)
    {
        var school = Arguments.School();
        var reden = new Option<string>("--reden")
        {
            Description = "Why, for the school. Example: --reden 'De school wisselt van administratie'",
            HelpName = "TEXT",
            Required = true,
        };
        var command = new Command(
            "pause",
            $"Pauses the nightly sync of a school until it is resumed. {Scope}"
                + "Example: numo sync pause --school 99XY --reden 'De school wisselt van administratie'")
        {
            school, reden,
        };
        command.SetAction(run((session, parsed, ct) => ChangeAsync(
            session,
            parsed.GetRequiredValue(school),
            new Syncbeleid { Pauze = new Syncpauze { Reden = parsed.GetRequiredValue(reden) } },
            "pauze",
            "Paused; nothing happens by night until it is resumed.",
            ct)));
        return command;
    }

    private static Command Resume(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "resume",
            $"Ends the pause of the nightly sync of a school. {Scope}Example: numo sync resume --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var id = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var known = await session.Api.Syncs.GetSyncbeleidAsync(
                new GetSyncbeleidRequest { SchoolId = id }, cancellationToken: ct).IfAllowedAsync();
            if (known is { Syncbeleid.Pauze: null })
            {
                return Print(session, known.Syncbeleid, "It was not paused; nothing changed.");
            }

            return await ChangeAsync(session, id, new Syncbeleid(), "pauze", "Resumed, from its next turn on.", ct);
        }));
        return command;
    }

    private static Command Policy(CommandRunner run)
    {
        var school = Arguments.School();
        var soorten = Arguments.Soorten("What is applied without a person.", Arguments.Applicable);
        var nothing = new Option<bool>("--niets")
        {
            Description = "Apply nothing without a person: everything waits. Example: numo sync policy --school 99XY --niets",
        };
        var command = new Command(
            "policy",
            $"Says what the nightly sync of a school applies without a person; the rest waits for one. {Scope}"
                + "Example: numo sync policy --school 99XY --soort nieuw,bijwerken")
        {
            school, soorten, nothing,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(soorten) is null == result.GetResult(nothing) is null)
            {
                result.AddError("Give either --soort or --niets; `numo sync show --school 99XY` shows what holds now.");
            }
        });
        command.SetAction(run((session, parsed, ct) => ChangeAsync(
            session,
            parsed.GetRequiredValue(school),
            new Syncbeleid { Soorten = { parsed.GetValue(soorten) ?? [] } },
            "soorten",
            "Changed; it holds from the next ronde on.",
            ct)));
        return command;
    }

    private static async Task<int> ChangeAsync(
        Session session, string school, Syncbeleid beleid, string path, string done, CancellationToken ct)
    {
        beleid.SchoolId = await session.Api.FindSchoolIdAsync(school, ct);
        var request = new UpdateSyncbeleidRequest
        {
            Syncbeleid = beleid,
            UpdateMask = FieldMask.FromString(path),
            RequestId = RequestId.New(),
        };
        var answer = await session.Api.Syncs.UpdateSyncbeleidAsync(request, cancellationToken: ct);
        return Print(session, answer.Syncbeleid, done);
    }

    private static int Print(Session session, Syncbeleid beleid, string done) =>
        session.Print(new UpdateSyncbeleidResponse { Syncbeleid = beleid }, console =>
        {
            Plain.Write(console, done);
            SyncRendering.Write(console, beleid);
        });
}
