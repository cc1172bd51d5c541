namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>What a school's own code says by itself.</summary>
/// <param name="Niveau">The level that it names.</param>
/// <param name="Leerjaar">The leerjaar that the code names, 1 to 6, legal or not; null when it names none.</param>
/// <param name="Zekerheid">How sure the level is.</param>
internal readonly record struct Patroon(Niveau Niveau, int? Leerjaar, Zekerheid Zekerheid)
{
    internal Patroon AtMost(Zekerheid zekerheid) => zekerheid < Zekerheid ? this with { Zekerheid = zekerheid } : this;
}

/// <summary>
/// Reads the codes that schools make up themselves: <c>H4</c>, <c>HV1D</c>, <c>vmbo-tl 3</c>, <c>4H</c>, <c>HAVO</c>,
/// <c>0H4</c>. One pass over at most <see cref="MaxLength"/> characters and a few look-ups, whatever the input.
/// </summary>
internal static class Schoolcode
{
    /// <summary>Magister's study code has up to 16 characters; four times that leaves room for a name in full.</summary>
    internal const int MaxLength = 64;

    /// <summary>
    /// Capitals, without spaces and separators. A leading <c>_</c> or <c>*</c> stays, for it marks what is no
    /// opleiding (<c>_DETA</c>). Only ASCII letters change case: whatever else is there makes it no code at all.
    /// Empty when more than <see cref="MaxLength"/> characters are left.
    /// </summary>
    internal static string Normalise(string? code)
    {
        var input = code.AsSpan().Trim();
        Span<char> buffer = stackalloc char[MaxLength];
        var length = 0;
        for (var i = 0; i < input.Length; i++)
        {
            if (char.IsWhiteSpace(input[i]) || input[i] is '-' or '/' or '.' || (input[i] == '_' && i > 0))
            {
                continue;
            }

            if (length == MaxLength)
            {
                return "";
            }

            buffer[length++] = char.IsAsciiLetterLower(input[i]) ? (char)(input[i] - 'a' + 'A') : input[i];
        }

        return new string(buffer[..length]);
    }

    /// <summary>Reads a normalised code; null when no reading fits.</summary>
    /// <param name="code">The code.</param>
    /// <param name="locatiecijfer">Whether the school puts a location digit first: then that reading goes before the
    /// others, and is as sure as the rest of the code. Otherwise it is a suggestion at most.</param>
    internal static Patroon? Read(ReadOnlySpan<char> code, bool locatiecijfer = false) => locatiecijfer
        ? ReadBehindLocation(code) ?? ReadDirectly(code)
        : ReadDirectly(code) ?? ReadBehindLocation(code)?.AtMost(Zekerheid.Middel);

    private static Patroon? ReadDirectly(ReadOnlySpan<char> code) =>
        ReadLevel(code, leerjaar: null) ?? ReadLevelFirst(code) ?? ReadYearFirst(code);

    private static Patroon? ReadLevel(ReadOnlySpan<char> woord, int? leerjaar) =>
        Niveautabel.Find(woord) is { } niveau ? new Patroon(niveau, leerjaar, niveau.Zekerheid) : null;

    // H4, HAVO4, HV1D: one letter behind the leerjaar is the parallel class.
    private static Patroon? ReadLevelFirst(ReadOnlySpan<char> code)
    {
        if (code.Length > 2 && char.IsAsciiLetterUpper(code[^1]))
        {
            code = code[..^1];
        }

        return code.Length > 1 && YearOf(code[^1]) is { } leerjaar ? ReadLevel(code[..^1], leerjaar) : null;
    }

    // 4H, 1GYMNASIUM, and 5VD: then the D may be the parallel class, so the reading is not sure.
    private static Patroon? ReadYearFirst(ReadOnlySpan<char> code)
    {
        if (code.Length < 2 || YearOf(code[0]) is not { } leerjaar)
        {
            return null;
        }

        var whole = ReadLevel(code[1..], leerjaar);
        var withoutParallel = code[^1] is >= 'A' and <= 'F' ? ReadLevel(code[1..^1], leerjaar) : null;
        if (whole is null)
        {
            return withoutParallel?.AtMost(Zekerheid.Middel);
        }

        // 2VA is vwo, class A, as well as atheneum.
        return withoutParallel is { Zekerheid: Zekerheid.Hoog } other
            && !string.Equals(other.Niveau.Opleiding, whole.Value.Niveau.Opleiding, StringComparison.Ordinal)
            ? whole.Value.AtMost(Zekerheid.Middel)
            : whole;
    }

    // 0H4, 8K3A, 81KB.
    private static Patroon? ReadBehindLocation(ReadOnlySpan<char> code) =>
        code.Length > 1 && char.IsAsciiDigit(code[0]) ? ReadDirectly(code[1..]) : null;

    private static int? YearOf(char cijfer) => cijfer is >= '1' and <= '6' ? cijfer - '0' : null;
}
