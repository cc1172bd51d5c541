using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Shrinkable">Whether its texts may be cut when the line is too narrow.</param>
/// <param name="Right">Whether it is aligned right, for numbers.</param>
/// <param name="Whole">Whether its texts are shrunk last, and one that is cut is told whole beneath its row.</param>
/// <param name="Optional">Whether it is left out when the line is too narrow for all columns.</param>
/// <param name="Last">Whether it is shrunk only when the other shrinkable ones are as narrow as they may be.</param>
/// <param name="Signs">Whether it consists of signs, each in its colour.</param>
internal sealed record TextColumn(
    string Heading,
    bool Shrinkable = false,
    bool Right = false,
    bool Whole = false,
    bool Optional = false,
    bool Last = false,
    bool Signs = false);

/// <summary>
/// A table with one line per row at any width: long texts are cut, never wrapped, since a table of wrapped names cannot
/// be read. A text that must be read whole is a note beneath its row.
/// </summary>
/// <param name="columns">The columns.</param>
internal sealed class TextTable(params TextColumn[] columns)
{
    private const int Narrowest = 6;
    private const int Margin = 2;
    private const int NarrowestWhole = 30;
    private const int NoteMargin = 6;
    private static readonly string Gap = new(' ', Margin);
    private readonly List<(string[] Cells, string Note)> _rows = [];

    /// <summary>Adds a row, with a text for each column.</summary>
    public TextTable Add(params string[] cells) => AddWithNote("", cells);

    /// <summary>Adds a row with a text beneath it, which is wrapped and never cut.</summary>
    public TextTable AddWithNote(string note, params string[] cells)
    {
        _rows.Add((Array.ConvertAll(cells, cell => Taal.Word(SafeText.Clean(cell))), Taal.Of(SafeText.Clean(note))));
        return this;
    }

    /// <summary>Writes the table.</summary>
    public void Write(IAnsiConsole console)
    {
        var widths = Fit(console.Profile.Width);
        var writer = console.Profile.Out.Writer;
        writer.WriteLine();
        WriteHeading(console, Line(Array.ConvertAll(columns, column => Taal.Of(column.Heading)), widths));
        var rule = console.Profile.Capabilities.Unicode ? '─' : '-';
        var shown = widths.Where(width => width > 0).ToList();
        writer.WriteLine(Gap + new string(rule, shown.Sum() + (Margin * (shown.Count - 1))));
        foreach (var (cells, note) in _rows)
        {
            WriteRow(console, Line(cells, widths), cells);
            foreach (var text in Whole(cells, widths).Append(note).Where(text => text.Length > 0))
            {
                console.Write(new Padder(new Text(text), new Padding(NoteMargin, 0, 0, 0)));
            }
        }

        writer.WriteLine();
    }

    private void WriteRow(IAnsiConsole console, string line, string[] cells)
    {
        var column = Array.FindIndex(columns, c => c.Signs);
        var begin = column < 0 || cells[column].Length == 0 || console.Profile.Capabilities.ColorSystem == ColorSystem.NoColors
            ? -1
            : line.IndexOf(cells[column], StringComparison.Ordinal);
        if (begin < 0)
        {
            console.Profile.Out.Writer.WriteLine(line);
            return;
        }

        var writer = console.Profile.Out.Writer;
        writer.Write(line[..begin]);
        foreach (var sign in cells[column])
        {
            console.Markup($"[{ColorOf(sign)}]{Markup.Escape(sign.ToString())}[/]");
        }

        writer.WriteLine(line[(begin + cells[column].Length)..]);
    }

    private static string ColorOf(char sign) => sign switch
    {
        '✓' or '+' or '●' => "green",
        '!' or '~' => "yellow",
        '✗' or 'x' => "red",
        _ => "grey",
    };

    private IEnumerable<string> Whole(string[] cells, int[] widths) =>
        cells.Where((cell, i) => columns[i].Whole && SafeText.Width(cell) > widths[i]);

    // Numbers and ids are never broken: a line that still does not fit is left to the terminal to wrap.
    private static void WriteHeading(IAnsiConsole console, string line)
    {
        var width = console.Profile.Width;
        console.Profile.Width = Math.Max(width, SafeText.Width(line) + 1);
        console.Write(new Text(line + Environment.NewLine, new Style(decoration: Decoration.Bold)));
        console.Profile.Width = width;
    }

    private string Line(string[] cells, int[] widths) => (Gap + string.Join(
        Gap,
        cells
            .Select((cell, i) => (Text: cell, Column: i))
            .Where(cell => widths[cell.Column] > 0)
            .Select(cell => Pad(SafeText.Fit(cell.Text, widths[cell.Column]), cell.Column, widths[cell.Column])))).TrimEnd();

    private string Pad(string cell, int column, int width)
    {
        var room = new string(' ', Math.Max(0, width - SafeText.Width(cell)));
        return columns[column].Right ? room + cell : cell + room;
    }

    // The width of each column; 0 for one that is left out.
    private int[] Fit(int available)
    {
        var widths = columns
            .Select((column, i) => _rows
                .Select(row => SafeText.Width(row.Cells[i])).Append(SafeText.Width(Taal.Of(column.Heading))).Max())
            .ToArray();
        for (var i = columns.Length - 1; i >= 0 && Excess(widths, available) > 0; i--)
        {
            widths[i] = columns[i].Optional ? 0 : widths[i];
        }

        // One very long name may not take the place of what stands beside all others.
        Shrink(widths, available, column => column.Whole, NarrowestWhole);
        Shrink(widths, available, column => column is { Shrinkable: true, Last: false }, Narrowest);
        Shrink(widths, available, column => column.Shrinkable, Narrowest);
        return widths;
    }

    private void Shrink(int[] widths, int available, Predicate<TextColumn> which, int narrowest)
    {
        while (Excess(widths, available) > 0)
        {
            var widest = Enumerable.Range(0, columns.Length)
                .Where(i => which(columns[i]) && widths[i] > narrowest)
                .OrderByDescending(i => widths[i])
                .Append(-1)
                .First();
            if (widest < 0)
            {
                break;
            }

            widths[widest]--;
        }
    }

    private static int Excess(int[] widths, int available) =>
        widths.Sum() + (Margin * widths.Count(width => width > 0)) - available;
}
