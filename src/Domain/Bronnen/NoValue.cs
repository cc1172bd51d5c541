using System.Collections.Frozen;
using System.Text;

namespace Kurve.Numo.Domain.Bronnen;

/// <summary>
/// What people and programs write where there is no value. Read as a value, one such word would be the key of everybody who
/// has none. Allocates nothing for values as sources have them.
/// </summary>
public static class NoValue
{
    private const int Longest = 40;

    private static readonly FrozenSet<string> Words = new[]
    {
        "null", "nil", "nan", "none", "blank", "blanks", "empty", "undefined", "unknown", "not applicable", "not available",
        "n/a", "n.a.", "#n/a", "#n/b", "n.v.t.", "n.v.t", "nvt", "nvt.", "niet van toepassing", "leeg", "geen", "onbekend",
        "niet bekend", "nog niet bekend", "nog onbekend", "n.n.b.", "n.n.b", "nnb", "n.o.t.k.", "niet ingevuld",
        "niet opgegeven", "geen opgave", "geen waarde", "tbd", "t.b.d.", "tba", "no value", "no data", "geen nummer",
        "geen stamnummer",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> NoNames = new[]
    {
        "n.v.t.", "n.v.t", "nvt", "n/a", "onbekend", "unknown", "niet bekend",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a value is empty, or says that there is none: signs alone, zeros, or such as <c>n.v.t.</c></summary>
    public static bool IsEmpty(string value) => value.Length == 0
        || (value.Length <= Longest && !value.AsSpan().ContainsAnyInRange('1', '9') && (IsSigns(value) || IsWord(value)));

    /// <summary>Whether a key is none.</summary>
    public static bool IsNoKey(string value) => value is "-1" || IsEmpty(value);

    /// <summary>
    /// Whether a first or last name is a word for no value. Null, Geen and Blank are real family names and are not.
    /// </summary>
    public static bool IsNoName(string value)
    {
        // Nearly every name ends here.
        if (value.Length is 0 or > Longest
            || (char.IsLetter(value[0]) && value[0] is not ('n' or 'N' or 'o' or 'O' or 'u' or 'U')))
        {
            return false;
        }

        return !value.EnumerateRunes().Any(Rune.IsLetter)
            || value is "NULL"
            || (value is ['(' or '<' or '[', ..] && IsWord(value))
            || NoNames.Contains(value);
    }

    /// <summary>Whether a value is a word for none, be it between brackets.</summary>
    internal static bool IsWord(string value) => value.Length <= Longest && Words.Contains(Bare(value));

    /// <summary>A value without the brackets around it: (leeg), &lt;null&gt;, [geen].</summary>
    internal static string Bare(string value) => value switch
    {
        ['(', .. var inner, ')'] => inner.Trim(),
        ['<', .. var inner, '>'] => inner.Trim(),
        ['[', .. var inner, ']'] => inner.Trim(),
        _ => value,
    };

    private static bool IsSigns(string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value != '0' && Rune.IsLetterOrDigit(rune))
            {
                return false;
            }
        }

        return true;
    }
}
