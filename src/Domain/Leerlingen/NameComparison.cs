using Kurve.Numo.Domain.Bronnen;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>In which parts two names are those of different people.</summary>
[Flags]
public enum NameDifference
{
    /// <summary>In none: they may be of one person.</summary>
    None = 0,

    /// <summary>The first names differ.</summary>
    Roepnaam = 1,

    /// <summary>The last names differ.</summary>
    Achternaam = 2,

    /// <summary>Both differ: nothing says that it is one person.</summary>
    Both = Roepnaam | Achternaam,
}

/// <summary>
/// Compares the names of two people, to find out whether a key that was used again names somebody else. People keep one of
/// their two names when they marry or are written otherwise; two different people of one school seldom share one.
/// <para>
/// Blind to case, accents, punctuation, prefixes (<c>van der</c>, <c>el</c>, <c>'t</c>) and to spellings that sound alike
/// (<c>Meijer</c> and <c>Meyer</c>, <c>Sophie</c> and <c>Sofie</c>). A first name is the same as some of its words (<c>Jan</c>
/// and <c>Jan Peter</c>), and where the last name is the same, as its initial or beginning (<c>J.</c>, <c>Alex</c> and
/// <c>Alexander</c>); a last name is the same as one that it shares a word with (<c>Jansen</c> and <c>Jansen-de Wit</c>). Beyond that names may differ by one letter in five to eight and by two in more,
/// behind the first. A letter that was lost stands for any. Names that stand in each other's place are the same, and where one
/// of the two has no first name, all words are compared.
/// </para>
/// </summary>
public static class NameComparison
{
    /// <summary>In which parts the names differ. Who has no name at all differs from nobody.</summary>
    public static NameDifference Compare(Persoonsgegevens one, Persoonsgegevens other) =>
        string.Equals(one.Achternaam, other.Achternaam, StringComparison.Ordinal)
        && string.Equals(one.Roepnaam, other.Roepnaam, StringComparison.Ordinal)
            ? NameDifference.None
            : Compare(NameWords.Of(one.Roepnaam, one.Achternaam), NameWords.Of(other.Roepnaam, other.Achternaam));

    /// <summary>Whether the people have neither name in common, so that a key that both have proves nothing.</summary>
    public static bool AreOthers(Persoonsgegevens one, Persoonsgegevens other) =>
        !SharesText(one, other) && Compare(one, other) == NameDifference.Both;

    /// <summary>Whether the people have a first or last name in common; not known of who has no name.</summary>
    public static bool ShareName(Persoonsgegevens one, Persoonsgegevens other) =>
        one.Naam.Length > 0 && other.Naam.Length > 0 && !AreOthers(one, other);

    /// <summary>
    /// Whether a delivered name is the known one, but for letters that were lost; a name with U+FFFD in it is never better
    /// than the known one.
    /// </summary>
    public static bool IsDamaged(string? known, string? delivered) =>
        !string.IsNullOrEmpty(known) && !string.IsNullOrEmpty(delivered) && SourceText.HasLostLetters(delivered)
        && (delivered.Contains(SourceText.LostLetter, StringComparison.Ordinal) || LostLetters.Match(known, delivered));

    // Almost everybody: not worth taking names apart for.
    private static bool SharesText(Persoonsgegevens one, Persoonsgegevens other) =>
        (one.Achternaam is { Length: > 0 } && string.Equals(one.Achternaam, other.Achternaam, StringComparison.Ordinal))
        || (one.Roepnaam is { Length: > 0 } && string.Equals(one.Roepnaam, other.Roepnaam, StringComparison.Ordinal));

    private static NameDifference Compare(NameWords one, NameWords other)
    {
        if (one.IsEmpty || other.IsEmpty)
        {
            return NameDifference.None;
        }

        if (one.Roepnaam.Length == 0 || other.Roepnaam.Length == 0
            || one.Achternaam.Length == 0 || other.Achternaam.Length == 0)
        {
            return one.SharesWord(other) ? NameDifference.None : NameDifference.Both;
        }

        // Behind another last name an initial or a beginning proves nothing: J. is Jan as well as Jip.
        return NameWords.AreLastNamesAlike(one.Achternaam, other.Achternaam)
                ? NameWords.MayBeOneFirstName(one.Roepnaam, other.Roepnaam) ? NameDifference.None : NameDifference.Roepnaam
            : NameWords.AreFirstNamesAlike(one.Roepnaam, other.Roepnaam) ? NameDifference.Achternaam
            : IsSwapped(one, other) ? NameDifference.None
            : NameDifference.Both;
    }

    private static bool IsSwapped(NameWords one, NameWords other) =>
        NameWords.AreLastNamesAlike(one.Roepnaam, other.Achternaam)
        && NameWords.AreLastNamesAlike(one.Achternaam, other.Roepnaam);
}
