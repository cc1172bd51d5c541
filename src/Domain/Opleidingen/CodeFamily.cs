using Kurve.Numo.Domain.Opleidingen.Schoolcodes;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>
/// What makes two codes of a school siblings: they differ only in leerjaar, profile, stream or class. Of a code that the
/// grammar reads the levels count, of another the letters that are left.
/// </summary>
public sealed class CodeFamily
{
    private readonly string[] _options;

    private CodeFamily(IEnumerable<string> stems, IEnumerable<string?> options)
    {
        Stems = [.. stems.Distinct(StringComparer.Ordinal)];
        _options = [.. options.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// What is left of the code: several when it can be taken apart in several ways, none when nothing is left. Codes
    /// with a stem in common are siblings.
    /// </summary>
    public IReadOnlyList<string> Stems { get; }

    /// <summary>The family of a code as it was delivered or typed.</summary>
    public static CodeFamily Of(string code) => Of(CodeGrammar.Analyse(code.Trim()));

    internal static CodeFamily Of(CodeAnalysis analysis) =>
        analysis.Text is not { } text ? new CodeFamily([], [])
        : analysis.Readings.Count == 0 ? new CodeFamily(CodeStem.Of(text), [])
        : new CodeFamily(analysis.Readings.Select(StemOf), analysis.Readings.Select(reading => reading.Opleiding));

    /// <summary>
    /// Whether what was settled of this code may hold for another: for a sibling that can be read as that opleiding, if
    /// this code can be.
    /// </summary>
    /// <param name="other">The other code.</param>
    /// <param name="opleiding">Code of the opleiding that was settled.</param>
    public bool Shares(CodeFamily other, string opleiding) =>
        Stems.Any(stem => other.Stems.Contains(stem, StringComparer.Ordinal))
        && (!_options.Contains(opleiding, StringComparer.Ordinal)
            || other._options.Contains(opleiding, StringComparer.Ordinal));

    // The space keeps it apart from what is left of a code that cannot be read. NT4 and EM5 have no level, but name the
    // same choice.
    private static string StemOf(CodeReading reading)
    {
        var levels = Levels.None;
        foreach (var part in reading.Parts)
        {
            levels |= part.Form.Levels;
        }

        return levels == Levels.None ? $" {string.Join(' ', reading.Alternatieven)}" : $" {levels}";
    }
}
