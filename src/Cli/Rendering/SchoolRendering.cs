using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>Shows schools.</summary>
internal static class SchoolRendering
{
    /// <summary>Schools, one a line.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<School> scholen)
    {
        if (scholen.Count == 0)
        {
            Plain.Write(console, "No schools yet, or none that this token may see. `numo school register` adds one.");
            return;
        }

        var table = new TextTable(
            new("brin"), new("name", Whole: true), new("vestigingen", Shrinkable: true), new("closed"),
            new("id", Optional: true));
        foreach (var school in scholen)
        {
            table.Add(
                school.Brin, school.Naam, string.Join(' ', school.Vestigingen), Words.Of(school.CloseTime), school.Id);
        }

        table.Write(console);
    }

    /// <summary>One school.</summary>
    public static void Write(IAnsiConsole console, School school) => Details.Write(
        console,
        ("name", school.Naam),
        ("brin", school.Brin),
        ("vestigingen", string.Join(", ", school.Vestigingen)),
        ("id", school.Id),
        ("registered", Words.Of(school.CreateTime)),
        ("closed", Words.Of(school.CloseTime)));
}
