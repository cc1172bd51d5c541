namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>What stood between a character of a code and the one before it.</summary>
internal enum Gap : byte
{
    None,
    Other,
    Dot,
    Slash,
}

/// <summary>
/// A code as the grammar reads it: capitals, digits, <c>&amp;</c> and <c>+</c>, each with the gap before it and its
/// place in the code as it was written. Any other character stays, so that no part explains it.
/// </summary>
internal sealed class CodeText
{
    private readonly string _raw;
    private readonly char[] _characters;
    private readonly Gap[] _gaps;
    private readonly byte[] _places;

    private CodeText(string raw, int start, int end, CodeText of)
    {
        _raw = raw;
        _characters = of._characters[start..end];
        _gaps = of._gaps[start..end];
        _places = of._places[start..end];
        _gaps[0] = Gap.None;
    }

    private CodeText(string raw, ReadOnlySpan<char> characters, ReadOnlySpan<Gap> gaps, ReadOnlySpan<byte> places)
    {
        _raw = raw;
        (_characters, _gaps, _places) = (characters.ToArray(), gaps.ToArray(), places.ToArray());
    }

    /// <summary>The number of characters that count, 1 to <see cref="Schoolcode.MaxLength"/>.</summary>
    public int Length => _characters.Length;

    public char this[int index] => _characters[index];

    /// <summary>Brings a code to the form of the grammar; null when it is empty or too long to be a code.</summary>
    public static CodeText? Of(string code)
    {
        if (code.Length > byte.MaxValue)
        {
            return null;
        }

        Span<char> characters = stackalloc char[Schoolcode.MaxLength];
        Span<Gap> gaps = stackalloc Gap[Schoolcode.MaxLength];
        Span<byte> places = stackalloc byte[Schoolcode.MaxLength];
        var (length, gap) = (0, Gap.None);
        for (var i = 0; i < code.Length; i++)
        {
            if (GapOf(code[i], length == 0) is not Gap.None and var found)
            {
                gap = found > gap ? found : gap;
                continue;
            }

            if (length == Schoolcode.MaxLength)
            {
                return null;
            }

            characters[length] = char.IsAsciiLetterLower(code[i]) ? (char)(code[i] - 'a' + 'A') : code[i];
            (gaps[length], places[length]) = (length == 0 ? Gap.None : gap, (byte)i);
            (length, gap) = (length + 1, Gap.None);
        }

        return length == 0 ? null : new CodeText(code, characters[..length], gaps[..length], places[..length]);
    }

    /// <summary>What stood before a character; <see cref="Gap.Other"/> before the end.</summary>
    public Gap GapBefore(int index) => index < _gaps.Length ? _gaps[index] : Gap.Other;

    /// <summary>A stretch as it was written.</summary>
    public string Written(int start, int end) => _raw[_places[start]..(_places[end - 1] + 1)];

    /// <summary>A stretch of the code as a code of its own.</summary>
    public CodeText Slice(int start, int end) => new(_raw, start, end, this);

    /// <summary>Whether a word, a number or a sign begins here.</summary>
    public bool IsBoundary(int index) =>
        _gaps[index] != Gap.None || char.IsAsciiDigit(_characters[index]) != char.IsAsciiDigit(_characters[index - 1]);

    // _ and * before a code mark what is no opleiding (_DETA).
    private static Gap GapOf(char character, bool first) => character switch
    {
        '/' or '\\' or '|' => Gap.Slash,
        '.' => Gap.Dot,
        '_' => first ? Gap.None : Gap.Other,
        '-' or '(' or ')' or '[' or ']' or ',' or ';' or ':' or '\u2013' or '\u2014' => Gap.Other,
        _ => char.IsWhiteSpace(character) ? Gap.Other : Gap.None,
    };
}
