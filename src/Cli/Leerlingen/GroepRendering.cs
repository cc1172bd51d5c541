using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Leerlingen;

/// <summary>Shows groepen.</summary>
internal static class GroepRendering
{
    /// <summary>Groepen, one a line, by vestiging and name.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<Groep> groepen)
    {
        if (groepen.Count == 0)
        {
            Plain.Write(console, "No groepen. `numo import preview` brings them; --gearchiveerd shows archived ones.");
            return;
        }

        var table = new TextTable(
            new("name", Whole: true), new("soort"), new("schooljaar"), new("vestiging"),
            new("leerlingen", Right: true), new("docenten", Right: true), new("status", Shrinkable: true),
            new("id", Optional: true));
        foreach (var groep in groepen
            .OrderBy(g => g.Vestiging, StringComparer.Ordinal)
            .ThenBy(g => g.Naam, StringComparer.InvariantCultureIgnoreCase))
        {
            table.Add(
                groep.Naam, groep.Soort.ToString().ToLowerInvariant(), groep.Schooljaar, groep.Vestiging,
                Words.Of(groep.AantalLeerlingen), Words.Of(groep.AantalDocenten), Words.Of(groep.Status), groep.Id);
        }

        table.Write(console);
        Plain.Write(console, $"  {Words.Count(groepen.Count, "groep", "groepen")}.");
    }
}
