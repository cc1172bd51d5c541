using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerlingen;

/// <summary>`numo leerling`: looks up leerlingen, and archives and brings them back by hand.</summary>
internal static class LeerlingCommands
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var leerling = new Command(
            "leerling",
            "Looks up leerlingen and changes them by hand. Example: numo leerling list --school 99XY");
        leerling.Subcommands.Add(ListLeerlingenCommand.Build(run));
        leerling.Subcommands.Add(Show(run));
        leerling.Subcommands.Add(UpdateLeerlingCommand.Build(run));
        leerling.Subcommands.Add(LockCommands.Leerling(run, locks: true));
        leerling.Subcommands.Add(LockCommands.Leerling(run, locks: false));
        leerling.Subcommands.Add(ArchiveCommands.Leerling(run, archives: true));
        leerling.Subcommands.Add(ArchiveCommands.Leerling(run, archives: false));
        leerling.Subcommands.Add(PinCommands.Leerling(run));
        leerling.Subcommands.Add(PinCommands.UnpinLeerling(run));
        leerling.Subcommands.Add(MergeCommands.Merge(run, "leerling"));
        leerling.Subcommands.Add(MergeCommands.Unmerge(run, "leerling"));
        leerling.Subcommands.Add(NotSameCommands.Build(run, "leerling"));
        leerling.Subcommands.Add(LeerlingExportCommand.Build(run));
        return leerling;
    }

    /// <summary>The leerling that a command is about.</summary>
    public static Argument<string> Id() => PersoonArguments.Person("LEERLING");

    private static Command Show(CommandRunner run)
    {
        var (school, id) = (Arguments.School(), Id());
        var command = new Command(
            "show",
            "Shows a leerling with what is locked against the source. Needs scope numo.read. "
                + "Example: numo leerling show --school 99XY LEERLING")
        {
            school, id,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new GetLeerlingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                LeerlingId = await session.FindLeerlingIdAsync(parsed.GetRequiredValue(id), ct),
            };
            var answer = await session.Api.Leerlingen.GetLeerlingAsync(request, cancellationToken: ct);
            return session.Print(answer, console => LeerlingRendering.WriteDetails(console, answer.Leerling));
        }));
        return command;
    }
}
