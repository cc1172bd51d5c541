using System.CommandLine;

namespace Kurve.Numo.Cli.Commands.Leerlingen;

/// <summary>`numo leerling`: a school's people.</summary>
internal static class LeerlingCommands
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var leerling = new Command(
            "leerling",
            "A school's people. Example: numo leerling export --school 99XY --out leerlingen.csv");
        leerling.Subcommands.Add(LeerlingExportCommand.Build(run));
        return leerling;
    }
}
