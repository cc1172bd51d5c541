namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>
/// Which part may follow which: nearly any order, but one leerjaar, one class at the end, no letter soup.
/// </summary>
internal static class PartOrder
{
    private const int MostProfiles = 2;

    /// <summary>Whether the last of these parts may stand behind the others.</summary>
    public static bool Allows(CodeText text, ReadOnlySpan<CodePart> parts)
    {
        var before = parts[..^1];
        var part = parts[^1];
        return MayFollowJoiner(before, part) && part.Kind switch
        {
            PartKind.Leerjaar => AllowsLeerjaar(text, before, part),
            PartKind.Class => AllowsClass(text, before, part),
            PartKind.Level => LevelOrder.Allows(text, before, part),
            PartKind.Stream => AllowsStream(text, before, part),
            PartKind.Profile or PartKind.Sector => AllowsProfile(before, part),
            PartKind.Bridge => !part.Form.IsLone || before.IsEmpty || before is [{ Kind: PartKind.Location }],
            PartKind.Joiner => AllowsJoiner(text, before, part),
            PartKind.Ordinal => !before.IsEmpty && before[^1].Kind == PartKind.Leerjaar
                && text.GapBefore(part.Start) == Gap.None && text.GapBefore(part.End) != Gap.None,
            _ => true,
        };
    }

    public static int Last(ReadOnlySpan<CodePart> parts, PartKind kind)
    {
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (parts[i].Kind == kind)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool MayFollowJoiner(ReadOnlySpan<CodePart> before, CodePart part) =>
        before is not [.., var joint, { Kind: PartKind.Joiner }]
        || (part.Kind == joint.Kind && part.Kind is PartKind.Level or PartKind.Profile or PartKind.Sector)
        || (part.Kind == PartKind.Stream && !part.Form.IsLone);

    // En is a word: AENH is no a and h.
    private static bool AllowsJoiner(CodeText text, ReadOnlySpan<CodePart> before, CodePart part) =>
        !before.IsEmpty && part.End < text.Length
        && (part.Form.IsLone
            || (text.GapBefore(part.Start) != Gap.None && text.GapBefore(part.End) != Gap.None));

    // A digit beside another is no leerjaar, unless the first is the location: 81kb.
    private static bool AllowsLeerjaar(CodeText text, ReadOnlySpan<CodePart> before, CodePart part) =>
        Last(before, PartKind.Leerjaar) < 0
        && (before.IsEmpty || before[^1].Kind == PartKind.Location || part.Form.Leerjaar > 0
            || text.GapBefore(part.Start) != Gap.None || !char.IsAsciiDigit(text[part.Start - 1]))
        && (part.End == text.Length || part.Form.Leerjaar > 0 || text.GapBefore(part.End) != Gap.None
            || !char.IsAsciiDigit(text[part.End]));

    // VMBO B is basis, not class b.
    private static bool AllowsClass(CodeText text, ReadOnlySpan<CodePart> before, CodePart part)
    {
        var (level, leerjaar) = (Last(before, PartKind.Level), Last(before, PartKind.Leerjaar));
        if (leerjaar < 0 || before[^1].Kind is PartKind.Joiner || before[^1].Form.Levels == Levels.Vmbo)
        {
            return false;
        }

        if (level < 0)
        {
            // NT4A: then the letter is no atheneum for sure.
            return Last(before, PartKind.Profile) >= 0 || Last(before, PartKind.Sector) >= 0;
        }

        var contiguous = text.GapBefore(part.Start) == Gap.None;
        return char.IsAsciiDigit(text[part.Start])
            ? !contiguous || char.IsAsciiLetter(text[part.Start - 1])
            : level < leerjaar || text[part.Start] <= OtherForms.LastClass
                || (before[level].Form.IsWord && !contiguous);
    }

    // T is a stream beside a level only, never with a slash; after vmbo it is the theoretische leerweg.
    private static bool AllowsStream(CodeText text, ReadOnlySpan<CodePart> before, CodePart part)
    {
        foreach (var other in before)
        {
            if (ReferenceEquals(other.Form, part.Form))
            {
                return false;
            }
        }

        return part.Form.Pattern is not "T"
            || (text.GapBefore(part.Start) != Gap.Slash && text.GapBefore(part.End) != Gap.Slash && !IsVmbo(before));
    }

    private static bool IsVmbo(ReadOnlySpan<CodePart> parts)
    {
        var levels = Levels.None;
        foreach (var part in parts)
        {
            levels |= part.Form.Levels;
        }

        return levels.HasFlag(Levels.Vmbo);
    }

    private static bool AllowsProfile(ReadOnlySpan<CodePart> before, CodePart part)
    {
        var count = 0;
        foreach (var other in before)
        {
            if (other.Kind is not (PartKind.Profile or PartKind.Sector))
            {
                continue;
            }

            if (other.Kind != part.Kind || string.Equals(other.Form.Naam, part.Form.Naam, StringComparison.Ordinal))
            {
                return false;
            }

            count++;
        }

        return count < MostProfiles;
    }
}
