using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Shrinkable">Whether its texts may be cut when the line is too narrow.</param>
/// <param name="Right">Whether it is aligned right, for numbers.</param>
internal sealed record TextColumn(string Heading, bool Shrinkable = false, bool Right = false);

/// <summary>
/// A table with one line per row at any width: long texts are cut, never wrapped, since a table of wrapped names cannot
/// be read. A text that must be read whole is a note beneath its row.
/// </summary>
/// <param name="columns">The columns.</param>
internal sealed class TextTable(params TextColumn[] columns)
{
    private const int Narrowest = 6;
    private const int Margin = 2;
    private const int NoteMargin = 6;
    private static readonly string Gap = new(' ', Margin);
    private readonly List<(string[] Cells, string Note)> _rows = [];

    /// <summary>Adds a row, with a text for each column.</summary>
    public TextTable Add(params string[] cells) => AddWithNote("", cells);

    /// <summary>Adds a row with a text beneath it, which is wrapped and never cut.</summary>
    public TextTable AddWithNote(string note, params string[] cells)
    {
        _rows.Add((Array.ConvertAll(cells, SafeText.Clean), SafeText.Clean(note)));
        return this;
    }

    /// <summary>Writes the table.</summary>
    public void Write(IAnsiConsole console)
    {
        var widths = Shrink(console.Profile.Width - (Margin * columns.Length));
        var writer = console.Profile.Out.Writer;
        writer.WriteLine();
        WriteHeading(console, Line(Array.ConvertAll(columns, column => column.Heading), widths));
        var rule = console.Profile.Capabilities.Unicode ? '─' : '-';
        writer.WriteLine(Gap + new string(rule, widths.Sum() + (Margin * (columns.Length - 1))));
        foreach (var (cells, note) in _rows)
        {
            writer.WriteLine(Line(cells, widths));
            if (note.Length > 0)
            {
                console.Write(new Padder(new Text(note), new Padding(NoteMargin, 0, 0, 0)));
            }
        }

        writer.WriteLine();
    }

    // Numbers and ids are never broken: a line that still does not fit is left to the terminal to wrap.
    private static void WriteHeading(IAnsiConsole console, string line)
    {
        var width = console.Profile.Width;
        console.Profile.Width = Math.Max(width, SafeText.Width(line) + 1);
        console.Write(new Text(line + Environment.NewLine, new Style(decoration: Decoration.Bold)));
        console.Profile.Width = width;
    }

    private string Line(string[] cells, int[] widths) =>
        (Gap + string.Join(Gap, cells.Select((cell, i) => Pad(SafeText.Fit(cell, widths[i]), i, widths[i])))).TrimEnd();

    private string Pad(string cell, int column, int width)
    {
        var room = new string(' ', Math.Max(0, width - SafeText.Width(cell)));
        return columns[column].Right ? room + cell : cell + room;
    }

    private int[] Shrink(int available)
    {
        var widths = columns
            .Select((column, i) => _rows
                .Select(row => SafeText.Width(row.Cells[i])).Append(column.Heading.Length).Max())
            .ToArray();
        while (widths.Sum() > available)
        {
            var widest = Enumerable.Range(0, columns.Length)
                .Where(i => columns[i].Shrinkable && widths[i] > Narrowest)
                .OrderByDescending(i => widths[i])
                .Append(-1)
                .First();
            if (widest < 0)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }
}
