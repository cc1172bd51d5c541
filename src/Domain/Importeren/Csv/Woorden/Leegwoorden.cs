using System.Collections.Frozen;
using System.Globalization;
using Kurve.Numo.Domain.Bronnen;

namespace Kurve.Numo.Domain.Importeren.Csv.Woorden;

/// <summary>What people and programs write where there is no value of one kind; see <see cref="NoValue"/>.</summary>
internal static class Leegwoorden
{
    private const int Longest = 40;

    /// <summary>Words for no value that say that nobody knows it yet.</summary>
    private static readonly FrozenSet<string> Onbekend = new[]
    {
        "unknown", "undefined", "onbekend", "niet bekend", "nog niet bekend", "nog onbekend", "n.n.b.", "nnb", "n.o.t.k.",
        "tbd", "t.b.d.", "tba",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> GeenGroep = new[]
    {
        "geen klas", "geen groep", "geen groepen", "geen stamgroep", "geen cluster", "geen clusters", "zonder klas",
        "zonder groep", "zonder stamgroep", "niet ingedeeld", "nog niet ingedeeld", "niet geplaatst",
        "nog niet geplaatst", "no class", "no group", "no groups", "unassigned", "not assigned",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a status is not filled in: empty, a stroke or dots, or a word for no value. A mark such as <c>✗</c> says
    /// something, and a word such as <c>onbekend</c> that nobody knows.
    /// </summary>
    public static bool IsNietIngevuld(string waarde) =>
        waarde.All(c => c is '.' or '_' or '/' or '\u2026' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation)
        || (NoValue.IsWord(waarde) && !Onbekend.Contains(NoValue.Bare(waarde)));

    /// <summary>Whether the name of a groep is none.</summary>
    public static bool IsGeenGroep(string waarde) =>
        NoValue.IsEmpty(waarde) || (waarde.Length <= Longest && GeenGroep.Contains(NoValue.Bare(waarde)));
}
