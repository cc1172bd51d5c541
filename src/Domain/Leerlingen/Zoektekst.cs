using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>What somebody types to find a person: a key, the beginning of an id, or words of a name.</summary>
public sealed class Zoektekst
{
    /// <summary>The fewest characters of an id that count as its beginning.</summary>
    public const int ShortestId = 4;

    private readonly string _text;
    private readonly string _stamnummer;
    private readonly string[] _words;

    private Zoektekst(string text) =>
        (_text, _stamnummer, _words) = (text, Stamnummer.Canonicalize(text), WordsOf(text));

    /// <summary>Reads a text; spaces around it do not count.</summary>
    public static Zoektekst Of(string text) => new(text.Trim());

    /// <summary>Whether each word is the beginning of a word of the name; case and accents do not count.</summary>
    public bool IsNameOf(string? roepnaam, string? voorvoegsel, string? achternaam)
    {
        var name = WordsOf($"{roepnaam} {voorvoegsel} {achternaam}");
        return _words.Length > 0
            && Array.TrueForAll(_words, word => Array.Exists(name, n => n.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>Whether it is a stamnummer in the form to compare by.</summary>
    public bool IsStamnummer(string? canoniek) =>
        canoniek is not null && string.Equals(canoniek, _stamnummer, StringComparison.Ordinal);

    /// <summary>Whether it is an ECK iD, to the letter, or an e-mail address in any case.</summary>
    public bool IsKey(string? eckId, string? email) =>
        string.Equals(eckId, _text, StringComparison.Ordinal)
        || string.Equals(email, _text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an id begins with it, with or without hyphens.</summary>
    public bool IsBeginOf(Guid id) =>
        _text.Length >= ShortestId
        && (id.ToString("D").StartsWith(_text, StringComparison.OrdinalIgnoreCase)
            || id.ToString("N").StartsWith(_text, StringComparison.OrdinalIgnoreCase));

    private static string[] WordsOf(string name)
    {
        var folded = Phonetics.Fold(name).ToCharArray();
        return new string(Array.ConvertAll(folded, c => char.IsLetterOrDigit(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
