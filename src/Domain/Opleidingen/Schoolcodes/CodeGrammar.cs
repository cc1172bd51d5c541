namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>What the grammar finds in a code, whatever the leerjaar and the school.</summary>
/// <param name="Text">The code; null when it is empty or too long.</param>
/// <param name="Readings">All readings that use every part.</param>
/// <param name="Rest">What the part that is understood means, when another is not: opleidingen to choose from.</param>
internal sealed record CodeAnalysis(CodeText? Text, IReadOnlyList<CodeReading> Readings, IReadOnlyList<string> Rest);

/// <summary>
/// Reads the codes that schools make up themselves: <c>H4</c>, <c>HV1D</c>, <c>vmbo-tl 3</c>, <c>5 havo NT/NG</c>,
/// <c>VMBO K - zorg en welzijn</c>. A code is split into parts in all ways; what uses every part and does not
/// contradict itself is a reading. The work is bounded, whatever the input.
/// </summary>
internal static class CodeGrammar
{
    private const int MostBoundaries = 8;

    public static CodeAnalysis Analyse(string code)
    {
        if (CodeText.Of(code) is not { } text)
        {
            return new CodeAnalysis(null, [], []);
        }

        var readings = CodeParser.Read(text);
        return new CodeAnalysis(text, readings, readings.Count > 0 ? [] : ReadFragment(text));
    }

    // The longest beginning that is understood, or else the longest end: 4h.maatA is havo and something. A letter that
    // is unsure by itself is not understood.
    private static string[] ReadFragment(CodeText text)
    {
        for (var (i, tries) = (text.Length - 1, 0); i > 0 && tries < MostBoundaries; i--)
        {
            if (text.IsBoundary(i))
            {
                tries++;
                if (Understood(text.Slice(0, i)) is { Length: > 0 } found)
                {
                    return found;
                }
            }
        }

        for (var (i, tries) = (1, 0); i < text.Length && tries < MostBoundaries; i++)
        {
            if (text.IsBoundary(i))
            {
                tries++;
                if (Understood(text.Slice(i, text.Length)) is { Length: > 0 } found)
                {
                    return found;
                }
            }
        }

        return [];
    }

    private static string[] Understood(CodeText fragment) =>
    [
        .. CodeParser.Read(fragment)
            .Where(reading => reading.Zekerheid == Zekerheid.Hoog || reading.Parts.Length > 1)
            .Select(reading => reading.Has(ReadingTrait.Location) ? null : reading.Opleiding)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];
}
