using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Shows what was decided of conflicts.</summary>
internal static class BeslissingRendering
{
    /// <summary>Decisions, one a line, with the accounts beneath.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<Beslissing> beslissingen)
    {
        if (beslissingen.Count == 0)
        {
            Plain.Write(console, "Nothing was decided. `numo import resolve` decides a conflict.");
            return;
        }

        var table = new TextTable(
            new("decided"), new("holds until"), new("what"), new("person"), new("name", Shrinkable: true), new("by", Shrinkable: true),
            new("id"));
        foreach (var beslissing in beslissingen)
        {
            table.AddWithNote(
                Note(beslissing),
                Words.Of(beslissing.CreateTime),
                Words.Of(beslissing.VervaltTime),
                What(beslissing.Soort),
                Words.Of(beslissing.Persoon),
                beslissing.Naam,
                beslissing.Door,
                beslissing.Id);
        }

        table.Write(console);
    }

    private static string What(Beslissingsoort soort) => soort switch
    {
        Beslissingsoort.Samenvoegen => "merge",
        Beslissingsoort.ApartHouden => "keep apart",
        _ => "skip",
    };

    private static string Note(Beslissing beslissing)
    {
        var parts = new List<string>
        {
            $"{beslissing.Sleutels[0].Veld} {beslissing.Sleutels[0].Waarde}",
        };
        if (beslissing.AccountId.Length > 0)
        {
            parts.Add($"is account {beslissing.AccountId}");
        }

        if (beslissing.NietAccountIds.Count > 0)
        {
            parts.Add((beslissing.Soort == Beslissingsoort.Overslaan ? "weighed: " : "not ")
                + string.Join(", ", beslissing.NietAccountIds));
        }

        if (beslissing.ZonderVelden.Count > 0)
        {
            parts.Add("without " + string.Join(", ", beslissing.ZonderVelden));
        }

        return string.Join("; ", parts);
    }
}
