using System.CommandLine;
using System.Text;
using Kurve.Numo.Cli.Export;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Schooljaren;

namespace Kurve.Numo.Cli.Commands.Schooljaren;

/// <summary>`numo schooljaar paper`: a page for the school to look at before it agrees.</summary>
internal static class PaperCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var output = Arguments.Out("numo schooljaar paper --school 99XY --out wissel.html");
        var force = Arguments.Force("numo schooljaar paper --school 99XY --out wissel.html --force");
        var command = new Command(
            "paper",
            "Writes a page in Dutch that prints on A4, for the school: which class becomes which, the numbers, what was agreed, "
                + "what is missing and what ends. It names no pupil. Needs scope numo.read. "
                + "Example: numo schooljaar paper --school 99XY --out wissel.html")
        {
            school, output, force,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var file = parsed.GetRequiredValue(output);
            await using var page = ExportFile.Open(file, parsed.GetValue(force));
            var answer = await SchooljaarCommands.GetAsync(session, parsed.GetRequiredValue(school), schooljaar: null, ct);
            var html = SchooljaarPaper.Of(answer, DateOnly.FromDateTime(session.Clock.GetLocalNow().DateTime));
            await page.WriteAsync(Encoding.UTF8.GetBytes(html), ct);
            await page.CompleteAsync(ct);
            return session.Print(
                answer, console => Plain.Write(console, $"Wrote {file.FullName}; open it in a browser and print it."));
        }));
        return command;
    }
}
