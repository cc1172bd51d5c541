using System.Collections.Frozen;
using System.Text;

namespace Kurve.Numo.Domain.Importeren.Csv.Woorden;

/// <summary>What people and programs write where there is no value.</summary>
internal static class Leegwoorden
{
    private const int Longest = 40;

    private static readonly FrozenSet<string> Leeg = new[]
    {
        "null", "nil", "nan", "none", "blank", "blanks", "empty", "undefined", "unknown", "not applicable",
        "not available", "n/a",
        "n.a.", "#n/a", "n.v.t.", "n.v.t", "nvt", "nvt.", "niet van toepassing", "leeg", "geen", "onbekend",
        "niet bekend",
        "nog niet bekend", "nog onbekend", "n.n.b.", "nnb", "n.o.t.k.", "niet ingevuld", "niet opgegeven",
        "geen opgave",
        "geen waarde", "tbd", "t.b.d.", "tba", "no value", "no data", "geen nummer", "geen stamnummer",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> GeenGroep = new[]
    {
        "geen klas", "geen groep", "geen groepen", "geen stamgroep", "geen cluster", "geen clusters", "zonder klas",
        "zonder groep",
        "zonder stamgroep", "niet ingedeeld", "nog niet ingedeeld", "niet geplaatst", "nog niet geplaatst",
        "no class", "no group",
        "no groups", "unassigned", "not assigned",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a value is empty, or says that there is none: signs alone, zeros, or such as
    /// <c>n.v.t.</c></summary>
    public static bool IsLeeg(string waarde) =>
        waarde.Length == 0 || (waarde.Length <= Longest && (IsSigns(waarde) || Leeg.Contains(Bare(waarde))));

    /// <summary>Whether a key is none.</summary>
    public static bool IsGeenSleutel(string waarde) => IsLeeg(waarde) || waarde is "-1";

    /// <summary>Whether the name of a groep is none.</summary>
    public static bool IsGeenGroep(string waarde) =>
        IsLeeg(waarde) || (waarde.Length <= Longest && GeenGroep.Contains(Bare(waarde)));

    /// <summary>
    /// Whether part of a name is none. Null, Geen and Blank are names of families: only what nobody is called counts.
    /// </summary>
    public static bool IsGeenNaam(string waarde) => waarde.Length > 0 && waarde.Length <= Longest
        && (!waarde.EnumerateRunes().Any(Rune.IsLetter)
            || waarde is "NULL"
            || (waarde is ['(' or '<' or '[', ..] && Leeg.Contains(Bare(waarde)))
            || waarde.ToLowerInvariant() is "n.v.t." or "n.v.t" or "nvt" or "n/a" or "onbekend" or "unknown" or "niet bekend");

    private static bool IsSigns(string waarde)
    {
        foreach (var rune in waarde.EnumerateRunes())
        {
            if (rune.Value != '0' && Rune.IsLetterOrDigit(rune))
            {
                return false;
            }
        }

        return true;
    }

    // (leeg), <null>, [geen]
    private static string Bare(string waarde) => waarde switch
    {
        ['(', .. var inner, ')'] => inner.Trim(),
        ['<', .. var inner, '>'] => inner.Trim(),
        ['[', .. var inner, ']'] => inner.Trim(),
        _ => waarde,
    };
}
