using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>Shows a thing as lines of a name and a value.</summary>
internal static class Details
{
    /// <summary>Writes the lines; leaves out those without a value.</summary>
    public static void Write(IAnsiConsole console, params (string Name, string Value)[] lines)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 2, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0) });
        foreach (var (name, value) in lines.Where(line => line.Value.Length > 0))
        {
            grid.AddRow(new Text(Taal.Of(name), new Style(decoration: Decoration.Dim)), new Text(Taal.Of(SafeText.Clean(value))));
        }

        console.Write(grid);
    }
}
