using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Demo;

/// <summary>Compares a preview with what the simulator says that it changed.</summary>
internal static class DayComparison
{
    /// <summary>Shows both side by side.</summary>
    /// <exception cref="RefusedException">They differ.</exception>
    public static void Check(IAnsiConsole console, ImportRun run, SimulatedChanges changes)
    {
        (string What, int Simulator, int Preview)[] lines =
        [
            ("leerlingen nieuw", changes.Joiners, run.Leerlingen.Nieuw),
            ("leerlingen bijwerken", changes.Changed, run.Leerlingen.Bijwerken),
            ("leerlingen heractiveren", changes.Returners, run.Leerlingen.Heractiveren),
            ("leerlingen archiveren", changes.Leavers, run.Leerlingen.Archiveren),
            ("docenten nieuw", changes.TeachersJoined, run.Docenten.Nieuw),
            ("docenten archiveren", changes.TeachersLeft, run.Docenten.Archiveren),
        ];
        var table = new TextTable(
            new("what"), new("simulator", Right: true), new("preview", Right: true), new("equal"));
        foreach (var (what, simulator, preview) in lines)
        {
            table.Add(what, Words.Of(simulator), Words.Of(preview), simulator == preview ? "yes" : "NO");
        }

        table.Write(console);
        if (lines.Any(line => line.Simulator != line.Preview))
        {
            throw new RefusedException("The preview does not find what the simulator changed.");
        }
    }
}
