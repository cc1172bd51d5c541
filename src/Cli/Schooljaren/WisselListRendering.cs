using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Schooljaren;

/// <summary>Shows the changes of school year of many schools.</summary>
internal static class WisselListRendering
{
    /// <summary>What the other columns take, with a name that can still be read.</summary>
    private const int BesideMissing = 54;
    private const int Least = 26;

    /// <summary>Schools, one a line, and how many are how far.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<Schooljaarwissel> wissels)
    {
        var room = Math.Max(Least, console.Profile.Width - BesideMissing);
        var table = new TextTable(
            new("brin"), new("name", Shrinkable: true), new("state"), new("days", Right: true), new("runs wait", Right: true),
            new("missing"));
        foreach (var wissel in wissels)
        {
            table.Add(
                wissel.Brin,
                wissel.Naam,
                SchooljaarWords.NameOf(wissel.Staat),
                Words.Of(wissel.DagenTotBegin),
                wissel.Wachtend.Count == 0 ? "" : Words.Of(wissel.Wachtend.Count),
                Fit([.. wissel.Punten.Select(punt => punt.Code)], room));
        }

        table.Write(console);
        var counts = wissels.GroupBy(wissel => wissel.Staat).OrderBy(gelijk => gelijk.Key)
            .Select(gelijk => $"{gelijk.Count()} {SchooljaarWords.NameOf(gelijk.Key)}");
        var waiting = wissels.Sum(wissel => wissel.Wachtend.Count);
        Plain.Write(
            console, $"  {Words.Count(wissels.Count, "school", "schools")}: {string.Join(", ", counts)}.");
        if (waiting > 0)
        {
            Plain.Write(console, $"  {Words.Count(waiting, "run waits", "runs wait")} for a person.");
        }
    }

    /// <summary>The first codes that fit, whole, and how many more there are.</summary>
    private static string Fit(IReadOnlyList<string> codes, int room)
    {
        for (var shown = codes.Count; shown > 0; shown--)
        {
            var more = codes.Count - shown;
            var text = string.Join(", ", codes.Take(shown)) + (more > 0 ? $" +{more}" : "");
            if (text.Length <= room || shown == 1)
            {
                return text;
            }
        }

        return "";
    }
}
