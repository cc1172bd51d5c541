using System.CommandLine;

namespace Kurve.Numo.Cli.Commands.Leerplannen;

/// <summary>`numo leerplan`: shows and changes what pupils practise.</summary>
internal static class LeerplanCommands
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var leerplan = new Command(
            "leerplan", "Shows and changes what pupils practise. Example: numo leerplan show --school 99XY");
        leerplan.Subcommands.Add(ShowCommand.Build(run));
        leerplan.Subcommands.Add(KeuzeCommands.Activate(run));
        leerplan.Subcommands.Add(KeuzeCommands.Deactivate(run));
        leerplan.Subcommands.Add(CarryOverCommand.Build(run));
        leerplan.Subcommands.Add(VaardighedenCommand.Build(run));
        return leerplan;
    }

    /// <summary>The school year that a command is about.</summary>
    public static Option<string?> Schooljaar() => new("--schooljaar")
    {
        Description = "The school year; default the current one. Example: --schooljaar 2027-2028",
        HelpName = "YYYY-YYYY",
    };
}
