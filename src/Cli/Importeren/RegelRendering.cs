using Kurve.Numo.Cli.Leerplannen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Shows what a run would do with each person.</summary>
internal static class RegelRendering
{
    /// <summary>Rows, one a line, and what their changes of doelgroep do to the leerplan.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<ImportRegel> regels)
    {
        if (regels.Count == 0)
        {
            console.WriteLine("  No rows.");
            return;
        }

        var table = new TextTable(
            new("row", Right: true), new("person"), new("kind"), new("name", Shrinkable: true),
            new("stamgroep", Shrinkable: true), new("doelgroep", Shrinkable: true), new("what", Shrinkable: true));
        foreach (var regel in regels)
        {
            table.Add(
                Words.Of(regel.Nummer), Words.Of(regel.Persoon), Words.Of(regel.Soort), regel.Naam, regel.Stamgroep,
                regel.Doelgroep, What(regel));
        }

        table.Write(console);
        LeerplanRendering.WriteWijzigingen(console, regels);
    }

    /// <summary>The fields that change and the reasons, in one line.</summary>
    public static string What(ImportRegel regel) => string.Join("; ", regel.Wijzigingen
        .Select(w => $"{w.Veld}: {Words.OrEmpty(w.Oud)} → {Words.OrEmpty(w.Nieuw)}{(w.Vergrendeld ? " (vergrendeld)" : "")}")
        .Concat(regel.Meldingen.Select(m => m.Tekst.Length > 0 ? m.Tekst : m.Code)));
}
