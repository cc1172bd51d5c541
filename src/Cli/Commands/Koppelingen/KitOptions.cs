using System.CommandLine;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Koppelingen;

/// <summary>The options of `kit` and `instructies`: which school, and where its files go.</summary>
/// <param name="command">The command that has them.</param>
internal sealed class KitOptions(string command)
{
    public Option<string> School { get; } = Arguments.School();

    public Option<DirectoryInfo?> Out { get; } = new("--out")
    {
        Description = "Write the query, instructies.html and instructies.txt to this folder, made if there is none; "
            + "without it they are printed. A password is never written. Example: --out kit-99XY",
        HelpName = "DIR",
    };

    public Option<bool> Klassiek { get; } = new("--klassiek")
    {
        Description = "Name the columns of the list as Kurve's manual does, which Magister may replace by captions of "
            + $"its own. Example: numo koppeling {command} --school 99XY --klassiek",
    };

    public Option<bool> Force { get; } = new("--force")
    {
        Description = "Overwrite the files of an earlier kit. "
            + $"Example: numo koppeling {command} --school 99XY --out kit-99XY --force",
    };

    /// <summary>The folder of --out, looked at before anything is asked of the API; null when none was given.</summary>
    /// <exception cref="RefusedException">It cannot be used.</exception>
    public KitFolder? OpenFolder(ParseResult parsed) =>
        parsed.GetValue(Out) is { } path ? KitFolder.Open(path, parsed.GetValue(Force)) : null;

    /// <summary>How the columns are to be named.</summary>
    public Aliasvorm AliasvormOf(ParseResult parsed) =>
        parsed.GetValue(Klassiek) ? Aliasvorm.Klassiek : Aliasvorm.Botsingsvrij;
}
