using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>Lines that begin with a sign in its colour, wrapped between words. The sign says all without its colour.</summary>
internal static class Marked
{
    private const int Margin = 2;

    /// <summary>What is well: a green ✓.</summary>
    public static void Done(IAnsiConsole console, string text) => Write(console, '✓', '+', "green", text);

    /// <summary>What needs a look: a yellow !.</summary>
    public static void Warn(IAnsiConsole console, string text) => Write(console, '!', '!', "yellow", text);

    /// <summary>What stands in the way: a red ✗.</summary>
    public static void Fail(IAnsiConsole console, string text) => Write(console, '✗', 'x', "red", text);

    private static void Write(IAnsiConsole console, char sign, char ascii, string color, string text)
    {
        var shown = console.Profile.Capabilities.Unicode ? sign : ascii;
        console.Markup($"{new string(' ', Margin)}[{color}]{shown}[/] ");
        Wrapped.Write(console, Taal.Of(text), Margin + 2, begun: true);
    }
}
