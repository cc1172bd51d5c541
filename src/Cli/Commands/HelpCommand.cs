using System.CommandLine;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo help`: the same as `--help`, for who types it so.</summary>
internal static class HelpCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="runAsync">Runs a whole command line.</param>
    public static Command Build(Func<IReadOnlyList<string>, Task<int>> runAsync)
    {
        var words = new Argument<string[]>("COMMAND")
        {
            Description = "The command to explain; none for all. Example: numo help import apply",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var help = new Command("help", "Explains a command, as --help behind it does. Example: numo help import apply")
        {
            words,
        };
        help.SetAction((parsed, _) => runAsync([.. parsed.GetValue(words) ?? [], "--help"]));
        return help;
    }
}
