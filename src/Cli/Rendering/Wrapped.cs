using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>
/// Breaks sentences between words where the terminal ends. What a person may paste stays whole: a command within
/// backquotes, or after a colon.
/// </summary>
internal static class Wrapped
{
    private const string BeforeCommand = ": numo ";

    /// <summary>Writes a text.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="text">The text.</param>
    /// <param name="margin">The spaces before each line.</param>
    /// <param name="begun">Whether the first line already has its margin.</param>
    public static void Write(IAnsiConsole console, string text, int margin = 0, bool begun = false)
    {
        var writer = console.Profile.Out.Writer;
        var indent = begun ? "" : new string(' ', margin);
        foreach (var line in Lines(text, console.Profile.Width - margin))
        {
            writer.WriteLine((indent + line).TrimEnd());
            indent = new string(' ', margin);
        }
    }

    /// <summary>The lines of a text.</summary>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var clean = SafeText.Clean(text);
        if (SafeText.Width(clean) <= width)
        {
            return [clean];
        }

        var lines = new List<string>();
        var line = "";
        foreach (var word in Words(clean))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && SafeText.Width(longer) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        return [.. lines, line];
    }

    private static IEnumerable<string> Words(string text)
    {
        var at = text.LastIndexOf(BeforeCommand, StringComparison.Ordinal);
        var sentence = at < 0 ? text : text[..(at + 1)];
        var command = "";
        foreach (var word in sentence.Split(' '))
        {
            command = command.Length == 0 ? word : $"{command} {word}";
            if (command.Count(c => c == '`') % 2 == 0)
            {
                yield return command;
                command = "";
            }
        }

        foreach (var rest in new[] { command, at < 0 ? "" : text[(at + 2)..] }.Where(rest => rest.Length > 0))
        {
            yield return rest;
        }
    }
}
