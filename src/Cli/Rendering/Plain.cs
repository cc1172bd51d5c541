using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>
/// Writes lines of text. On a terminal a long one is broken between words, and a command in it never, so that it can be
/// pasted; in a file or a pipe it stays one line.
/// </summary>
internal static class Plain
{
    /// <summary>Writes a line; the spaces that it begins with stand before each part of it.</summary>
    public static void Write(IAnsiConsole console, string line)
    {
        var text = line.TrimStart(' ');
        Wrapped.Write(console, Taal.Of(text), margin: line.Length - text.Length);
    }
}
