using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Shrinkable">Whether its texts may be cut when the line is too narrow.</param>
/// <param name="Right">Whether it is aligned right, for numbers.</param>
internal sealed record TextColumn(string Heading, bool Shrinkable = false, bool Right = false);

/// <summary>
/// A table with one line per row at any width: long texts are cut, never wrapped, since a table of wrapped names cannot
/// be read.
/// </summary>
/// <param name="columns">The columns.</param>
internal sealed class TextTable(params TextColumn[] columns)
{
    private const int Narrowest = 6;
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row, with a text for each column.</summary>
    public TextTable Add(params string[] cells)
    {
        _rows.Add(Array.ConvertAll(cells, SafeText.Clean));
        return this;
    }

    /// <summary>Writes the table.</summary>
    public void Write(IAnsiConsole console)
    {
        // The border takes one place before, between and after the columns, and each column has one of padding.
        var widths = Shrink(console.Profile.Width - (2 * columns.Length) - 1);
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        for (var i = 0; i < columns.Length; i++)
        {
            table.AddColumn(Column(columns[i], widths[i]));
        }

        foreach (var row in _rows)
        {
            table.AddRow(row.Select((cell, i) => new Text(SafeText.Fit(cell, widths[i]))));
        }

        // Numbers and ids are never broken: a row that still does not fit is left to the terminal to wrap.
        var width = console.Profile.Width;
        console.Profile.Width = Math.Max(width, widths.Sum() + (2 * columns.Length) + 1);
        console.Write(table);
        console.Profile.Width = width;
    }

    private static TableColumn Column(TextColumn column, int width) =>
        new(new Text(SafeText.Fit(column.Heading, width), new Style(decoration: Decoration.Bold)))
        {
            Width = width,
            NoWrap = true,
            Padding = new Padding(0, 0, 1, 0),
            Alignment = column.Right ? Justify.Right : Justify.Left,
        };

    private int[] Shrink(int available)
    {
        var widths = columns
            .Select((column, i) => _rows.Select(row => SafeText.Width(row[i])).Append(column.Heading.Length).Max())
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
