using System.Collections.Frozen;
using System.Text;
using Kurve.Numo.Domain.Bronnen;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>A name taken apart into words that sound as it does; the last name without its prefixes.</summary>
/// <param name="Roepnaam">The words of the first name.</param>
/// <param name="Achternaam">The words of the last name.</param>
internal readonly record struct NameWords(string[] Roepnaam, string[] Achternaam)
{
    private const int ShortestPart = 3;

    /// <summary>Prefixes of last names in the Netherlands, of whatever origin, each as it sounds.</summary>
    private static readonly FrozenSet<string> Prefixes = (
        "van von vom zu zur zum de den der des het t s te ter ten tot toe in op aan bij voor over onder uit uijt d di da do dos "
        + "das del della dello degli du la le les lo los el al as ad ben bin ibn bint abu abd af av y e")
        .Split(' ')
        .Select(prefix => Phonetics.Of(prefix))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Beginnings that are written apart as well as together: O'Hara, d'Avila, McDonald.</summary>
    private static readonly string[] Beginnings = ["o", "d", "l", "mc", "mac"];

    public bool IsEmpty => Roepnaam.Length + Achternaam.Length == 0;

    public static NameWords Of(string? roepnaam, string? achternaam)
    {
        var last = Split(achternaam);
        var core = Array.FindAll(last, word => !Prefixes.Contains(word));
        return new NameWords(Split(roepnaam), core.Length > 0 ? core : last);
    }

    /// <summary>Whether the names, first and last together, have a word in common.</summary>
    public bool SharesWord(NameWords other)
    {
        var words = other.Roepnaam.Concat(other.Achternaam).ToArray();
        return Roepnaam.Concat(Achternaam).Any(word => Array.Exists(words, theirs => IsSameWord(word, theirs)));
    }

    /// <summary>Whether first names are one: the same, nearly the same, or all words of one are words of the other.</summary>
    public static bool AreFirstNamesAlike(string[] one, string[] other) =>
        IsClose(string.Concat(one), string.Concat(other)) || AreWordsOf(one, other) || AreWordsOf(other, one);

    /// <summary>Whether first names may be one: alike, an initial, a beginning, or with a word in common.</summary>
    public static bool MayBeOneFirstName(string[] one, string[] other) =>
        AreFirstNamesAlike(one, other)
        || AreInitials(one, other) || AreInitials(other, one)
        || IsPart(one, other) || IsPart(other, one);

    /// <summary>Whether last names may be one: the same, a part of a double name, or nearly the same.</summary>
    public static bool AreLastNamesAlike(string[] one, string[] other) =>
        IsClose(string.Concat(one), string.Concat(other))
        || Array.Exists(one, word => Array.Exists(other, theirs => IsSameWord(word, theirs)));

    // J, J P and JP for Jan Peter.
    private static bool AreInitials(string[] initials, string[] words)
    {
        var letters = string.Concat(initials);
        return (Array.TrueForAll(initials, word => word.Length == 1) || letters.Length <= words.Length)
            && Enumerable.Range(0, Math.Min(letters.Length, words.Length)).All(i => words[i][0] == letters[i]);
    }

    // Jan for Jan Peter.
    private static bool AreWordsOf(string[] words, string[] all) =>
        Array.TrueForAll(words, word => Array.Exists(all, theirs => IsSameWord(word, theirs)));

    // Anna Maria for Anna Sophie; Alex for Alexander.
    private static bool IsPart(string[] part, string[] words) =>
        Array.Exists(part, word => Array.Exists(words, theirs => IsSameWord(word, theirs)))
        || (part is [{ Length: >= ShortestPart } start, ..] && words[0].StartsWith(start, StringComparison.Ordinal));

    private static bool IsSameWord(string one, string other) =>
        one.Length >= ShortestPart && other.Length >= ShortestPart && IsClose(one, other);

    private static bool IsClose(string one, string other) =>
        SourceText.HasLostLetters(one) || SourceText.HasLostLetters(other)
            ? LostLetters.Match(one, other) || LostLetters.Match(other, one)
            : Phonetics.AreClose(one, other);

    private static string[] Split(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return [];
        }

        var folded = new StringBuilder(name.Length);
        foreach (var c in Phonetics.Fold(SourceText.Of(name).Value))
        {
            if (char.IsLetterOrDigit(c) || c is '?' or SourceText.LostLetter)
            {
                folded.Append(c);
            }
            else if (c is not ('\'' or '\u2019' or '\u2018' or '`' or '\u00B4'))
            {
                folded.Append(' ');
            }
        }

        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var i = words.Count - 2; i >= 0; i--)
        {
            if (Beginnings.Contains(words[i], StringComparer.Ordinal))
            {
                words[i] += words[i + 1];
                words.RemoveAt(i + 1);
            }
        }

        return [.. words.Select(Phonetics.Of).Where(word => word.Any(char.IsLetterOrDigit))];
    }
}
