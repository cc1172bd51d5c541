using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>
/// Writes lines that stay lines, so that they can be pasted and searched: the console itself would break long ones.
/// </summary>
internal static class Plain
{
    /// <summary>Writes a line.</summary>
    public static void Write(IAnsiConsole console, string line) =>
        console.Profile.Out.Writer.WriteLine(SafeText.Clean(line));
}
