using static Kurve.Numo.Domain.Opleidingen.Zekerheid;

namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>
/// What the parts of a code say together: the opleiding of all levels, and how sure that is. A profile or sector rules
/// out the levels that do not have it and makes a letter sure that by itself would not be.
/// </summary>
internal static class ReadingRules
{
    /// <summary>The reading of these parts; null when they contradict each other or say nothing.</summary>
    public static CodeReading? Read(CodeText text, ReadOnlySpan<CodePart> parts)
    {
        var facts = CodeFacts.Of(text, parts);
        if (facts.Last is PartKind.Joiner || facts.Contradicts)
        {
            return null;
        }

        if (facts.Levels == Levels.None)
        {
            return WithoutLevel(facts, parts);
        }

        if (LevelSets.Choice(facts.Levels) is { } choice)
        {
            return new CodeReading(null, null, Onbekend, choice, ReadingTrait.Choice, parts.ToArray());
        }

        return LevelSets.Find(facts.Levels) is not { } opleiding ? null : new CodeReading(
            opleiding,
            facts.Leerjaar,
            Certainty.Of(text, parts, facts),
            facts.LevelCount == 1 ? facts.Alternatieven : [],
            TraitsOf(text, parts, facts),
            parts.ToArray());
    }

    // NT4 says nothing of the level, but it is no first letter of another code either.
    private static CodeReading? WithoutLevel(CodeFacts facts, ReadOnlySpan<CodePart> parts)
    {
        var choice = facts.HasProfile ? LevelSets.Uppers
            : facts.HasSector ? LevelSets.Leerwegcodes
            : facts.HasBridge && !facts.HasLoneBridge ? LevelSets.Bridges
            : null;
        return choice is null || facts.HasLoneStream ? null
            : new CodeReading(null, null, Onbekend, choice, ReadingTrait.None, parts.ToArray());
    }

    private static ReadingTrait TraitsOf(CodeText text, ReadOnlySpan<CodePart> parts, CodeFacts facts)
    {
        var traits = ReadingTrait.None;
        foreach (var part in parts)
        {
            traits |= part.Kind switch
            {
                PartKind.Location => ReadingTrait.Location,
                PartKind.Class when char.IsAsciiDigit(text[part.Start]) => ReadingTrait.ClassDigit,
                PartKind.Level when part.Form.Has(FormTrait.Rare) => ReadingTrait.Rare,
                PartKind.Level when part.Form.Has(FormTrait.BothWays) => ReadingTrait.BothWays,
                PartKind.Level when part.Form.Pattern is "G" && facts.LevelCount == 1 => ReadingTrait.OneOfTwo,
                _ => ReadingTrait.None,
            };
        }

        return traits;
    }
}
