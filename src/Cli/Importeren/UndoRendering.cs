using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Shows what undoing a run does.</summary>
internal static class UndoRendering
{
    /// <summary>What is restored, and each of what is not.</summary>
    public static void Write(IAnsiConsole console, string verb, UndoImportResponse answer)
    {
        var done = answer.ImportRun.Terugdraaiing ?? new Terugdraaiing();
        Plain.Write(
            console,
            $"{verb} run {answer.ImportRun.Id}: {Words.Count(done.Hersteld, "person", "persons")} as before, of whom "
                + $"{Words.Count(done.Verwijderd, "new account", "new accounts")} gone; "
                + $"{Words.Count(done.NietHersteld, "person", "persons")} and "
                + $"{Words.Count(done.GroepenNietHersteld, "groep", "groepen")} left as they are.");
        if (answer.NietHersteld.Count == 0)
        {
            return;
        }

        var table = new TextTable(new("what"), new("name", Shrinkable: true), new("why", Shrinkable: true), new("id"));
        foreach (var left in answer.NietHersteld)
        {
            table.Add(left.Soort.ToString().ToLowerInvariant(), left.Naam, left.Reden.Tekst, left.Id);
        }

        table.Write(console);
    }

    /// <summary>What a person has to agree with.</summary>
    public static string Question(UndoImportResponse told) =>
        $"Undo this import for {Words.Count(told.ImportRun.Terugdraaiing?.Hersteld ?? 0, "person", "persons")}?";
}
