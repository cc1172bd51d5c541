using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Schooljaren;

/// <summary>Shows what ends with a school year.</summary>
internal static class JaareindeRendering
{
    private const int MostGroepen = 10;

    /// <summary>Leerplannen that end, groepen that become others, and locks to look at; nothing when there are none.</summary>
    public static void Write(IAnsiConsole console, Jaareinde einde, Schooljaarwissel wissel, SchooljaarAdvice advice)
    {
        WriteLeerplannen(console, einde);
        WriteGroepen(console, Leerplaneinde.MostlyOthers(einde));
        if (einde.LeerlingenMetSlot + einde.DocentenMetSlot > 0)
        {
            Plain.Write(
                console,
                $"  Locks of the year before to look at: {Words.Count(einde.LeerlingenMetSlot, "leerling", "leerlingen")}, "
                    + $"{Words.Count(einde.DocentenMetSlot, "docent", "docenten")}.");
            if (wissel.ImportRunId.Length > 0)
            {
                Plain.Write(console, $"  {advice.For("import show")} {wissel.ImportRunId} --vergrendeld");
            }
        }
    }

    private static void WriteLeerplannen(IAnsiConsole console, Jaareinde einde)
    {
        if (einde.Leerplannen.Count == 0)
        {
            return;
        }

        var table = new TextTable(
            new("leerplannen that end"), new("number", Right: true), new("leerlingen", Right: true),
            new("go along", Right: true), new("present", Right: true), new("nowhere", Right: true));
        foreach (var telling in Leerplaneinde.Of(einde))
        {
            table.Add(
                telling.Soort,
                Words.Of(telling.Aantal),
                Words.Of(telling.Leerlingen),
                Words.Of(telling.GaatMee),
                Words.Of(telling.AlAanwezig),
                Words.Of(telling.ZonderTegenhanger));
        }

        table.Write(console);
        if (einde.AantalLeerplannen > einde.Leerplannen.Count)
        {
            Plain.Write(
                console, $"  Of the first {einde.Leerplannen.Count} of {einde.AantalLeerplannen} leerplannen.");
        }
    }

    private static void WriteGroepen(IAnsiConsole console, IReadOnlyList<EindigendLeerplan> groepen)
    {
        if (groepen.Count == 0)
        {
            return;
        }

        var table = new TextTable(
            new("name stays, other leerlingen", Shrinkable: true), new("the same", Right: true),
            new("next year", Right: true));
        foreach (var groep in groepen.Take(MostGroepen))
        {
            table.Add(groep.Groep, Words.Of(groep.ZelfdeLeerlingen), Words.Of(groep.LeerlingenStraks));
        }

        table.Write(console);
        if (groepen.Count > MostGroepen)
        {
            Plain.Write(console, $"  And {groepen.Count - MostGroepen} more; `numo schooljaar paper` has all.");
        }
    }
}
