using System.CommandLine;
using System.Globalization;

namespace Kurve.Numo.Cli;

/// <summary>
/// What a shell asks to complete a command line, in the form of dotnet-suggest: <c>[suggest:POSITION] "LINE"</c>, where
/// the line begins with the program.
/// </summary>
/// <param name="Line">What was typed behind the program's name.</param>
/// <param name="Position">Where the cursor is in that.</param>
internal sealed record Completion(string Line, int Position)
{
    private const string Begin = "[suggest:";
    private const string End = "]";

    /// <summary>Reads what was asked; null for any other command line.</summary>
    public static Completion? Read(IReadOnlyList<string> args)
    {
        if (args is not [var directive, var line]
            || !directive.StartsWith(Begin, StringComparison.Ordinal)
            || !directive.EndsWith(End, StringComparison.Ordinal)
            || !int.TryParse(directive[Begin.Length..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            return null;
        }

        var program = line.IndexOf(' ', StringComparison.Ordinal) + 1;
        return program == 0
            ? new Completion("", 0)
            : new Completion(line[program..], Math.Clamp(position - program, 0, line.Length - program));
    }

    /// <summary>Writes what the word at the cursor may become, one a line.</summary>
    public void Write(Command root, TextWriter writer)
    {
        var typed = Line[..Position];
        foreach (var completion in root.Parse(typed).GetCompletions(typed.Length))
        {
            writer.WriteLine(completion.Label);
        }
    }
}
