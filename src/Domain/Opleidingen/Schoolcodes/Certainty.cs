using static Kurve.Numo.Domain.Opleidingen.Zekerheid;

namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>
/// How sure a reading is: as sure as the least sure of its levels, unless something supports that one; and never more
/// than the way in which the parts stand together allows.
/// </summary>
internal static class Certainty
{
    private const int FirstSure = 4;

    public static Zekerheid Of(CodeText text, ReadOnlySpan<CodePart> parts, CodeFacts facts)
    {
        var zekerheid = LevelSets.IsUncommon(facts.Levels) || facts.HasStrangeLwt ? Middel : Hoog;
        for (var i = 0; i < parts.Length; i++)
        {
            var other = parts[i].Kind switch
            {
                PartKind.Level => OfLevel(text, parts, i, facts),
                PartKind.Class => OfClass(text, parts, i, facts),
                PartKind.Stream when parts[i].Form.Pattern is "T" => OfLoneStream(text, parts, i, facts),
                _ => Hoog,
            };
            zekerheid = Min(zekerheid, Min(other, OfNeighbours(text, parts, i, facts)));
        }

        return Min(zekerheid, JoinsLoneLetters(text) ? Laag : OfWhole(facts));
    }

    // B.B2 is how timetables name a group inside a group (Magister); read through, it would be basisberoepsgericht.
    private static bool JoinsLoneLetters(CodeText text) =>
        text.Length > 1 && text.GapBefore(1) == Gap.Dot && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]);

    // Profiles are chosen in leerjaar 3; a brugklas ends there.
    private static Zekerheid OfWhole(CodeFacts facts) =>
        facts.HasLoneBridge
        || (facts.HasProfile && facts.Leerjaar < 3)
        || (facts.HasSector && facts.Leerjaar < 2)
        || (facts.HasBridge && facts.Leerjaar > 3)
            ? Middel
            : Hoog;

    private static Zekerheid OfLevel(CodeText text, ReadOnlySpan<CodePart> parts, int index, CodeFacts facts)
    {
        var form = parts[index].Form;
        var previous = PartOrder.Last(parts[..index], PartKind.Level);
        if (form.Has(FormTrait.WithLeerjaar) && facts.Leerjaar is null)
        {
            return Middel;
        }

        if (previous < 0)
        {
            return IsSupported(form, facts) || IsJoined(facts) ? Hoog : form.Zekerheid;
        }

        return Min(
            OfJoint(text, parts, parts[previous], index, facts),
            IsSupported(form, facts) || IsJoined(facts) ? Hoog : form.Zekerheid);
    }

    /// <summary>
    /// How sure it is that two levels belong together. Letters with a slash do (H/V); with another gap they may be
    /// initials unless a leerjaar is there, and a letter beside a word may be anything (havo m). Schools write the
    /// lower level first.
    /// </summary>
    private static Zekerheid OfJoint(
        CodeText text, ReadOnlySpan<CodePart> parts, CodePart previous, int index, CodeFacts facts)
    {
        var (last, form, gap) = (previous.Form, parts[index].Form, text.GapBefore(parts[index].Start));
        if (last.Levels == Levels.Vmbo)
        {
            return form.IsLone && gap != Gap.Slash && !IsOfVmbo(form) ? Middel : Hoog;
        }

        var ofVwo = last.Levels == Levels.Vwo && form.Levels is Levels.Ath or Levels.Gym;
        if (!last.IsLone && !form.IsLone)
        {
            // vwo/gymnasium may be both.
            return ofVwo && gap == Gap.Slash ? Middel
                : (last.Levels & form.Levels) != Levels.None && !last.IsWord && !form.IsWord ? Laag
                : Hoog;
        }

        return (last.Levels & form.Levels) != Levels.None || gap == Gap.Dot ? Laag
            : facts.Leerjaar is null && (gap != Gap.Slash || parts[index - 1].Kind == PartKind.Joiner) ? Laag
            : ofVwo || last.Levels > form.Levels || (gap != Gap.Slash && (last.IsWord || form.IsWord)) ? Middel
            : Hoog;
    }

    // B/K, G/T: with something between them letters say what they are together.
    private static bool IsJoined(CodeFacts facts) => facts.LevelCount > 1 && !facts.Levels.HasFlag(Levels.Vmbo);

    private static bool IsOfVmbo(CodeForm form) => (form.Levels & ~Levels.Leerwegen) == Levels.None;

    private static bool IsSupported(CodeForm form, CodeFacts facts)
    {
        var leerwegen = IsOfVmbo(form);
        return (leerwegen && facts.Levels.HasFlag(Levels.Vmbo))
            || (leerwegen && facts.HasSector && facts.Leerjaar is not null)
            || (facts.HasProfile && facts.Leerjaar is not null && form.Levels is Levels.Ath or Levels.Gym);
    }

    /// <summary>
    /// V4A is class a of V4. But 5VD is a bare name of a class, and M1H may be mavo/havo.
    /// </summary>
    private static Zekerheid OfClass(CodeText text, ReadOnlySpan<CodePart> parts, int index, CodeFacts facts)
    {
        var letter = text[parts[index].Start];
        var yearFirst = PartOrder.Last(parts, PartKind.Leerjaar) < PartOrder.Last(parts, PartKind.Level);
        return char.IsAsciiDigit(letter) || (yearFirst && !facts.HasWord && !facts.HasProfile && !facts.HasSector)
            || MayBeLevel(letter, facts)
            ? Middel
            : Hoog;
    }

    private static bool MayBeLevel(char letter, CodeFacts facts)
    {
        var levels = facts.Levels | letter switch
        {
            'G' => Levels.Gym,
            'H' => Levels.Havo,
            'K' => Levels.Kb,
            'M' or 'T' => Levels.Tl,
            'V' => Levels.Vwo,
            _ => facts.Levels,
        };
        return levels != facts.Levels && LevelSets.Find(levels) is not null
            && (facts.Leerjaar is null or < FirstSure || letter is 'G');
    }

    // t-v 1 may mean mavo and vwo; from leerjaar 4 they are not mixed. VT4 may be vmbo-t, and KGTT is nothing.
    private static Zekerheid OfLoneStream(CodeText text, ReadOnlySpan<CodePart> parts, int index, CodeFacts facts)
    {
        var (zekerheid, part) = (Hoog, parts[index]);
        if (index > 0 && parts[index - 1] is { Kind: PartKind.Level } left)
        {
            zekerheid = !left.Form.IsWord ? Middel
                : text.GapBefore(part.Start) == Gap.None ? OfContiguousStream(left.Form, facts)
                : Hoog;
        }

        return index + 1 == parts.Length || parts[index + 1] is not { Kind: PartKind.Level } right ? zekerheid
            : text.GapBefore(right.Start) == Gap.None ? Min(zekerheid, OfContiguousStream(right.Form, facts))
            : right.Form.IsLone && facts.Leerjaar is null or < FirstSure ? Middel
            : zekerheid;
    }

    private static Zekerheid OfContiguousStream(CodeForm level, CodeFacts facts) =>
        level.Has(FormTrait.BothWays) ? Laag
        : (level.Levels & ~(Levels.Upper | Levels.Tl)) != Levels.None ? Middel
        : facts.Leerjaar is null && !level.IsLone && !level.IsWord ? Laag
        : Hoog;

    /// <summary>
    /// Letters that run into each other are a word of another kind more often than a code, unless a leerjaar stands
    /// with them; and even then where the letter of the level says little by itself.
    /// </summary>
    private static Zekerheid OfNeighbours(CodeText text, ReadOnlySpan<CodePart> parts, int index, CodeFacts facts)
    {
        if (index == 0 || text.GapBefore(parts[index].Start) != Gap.None
            || !char.IsAsciiLetter(text[parts[index].Start]) || !char.IsAsciiLetter(text[parts[index].Start - 1])
            || parts[index].Kind is PartKind.Class)
        {
            return Hoog;
        }

        var (left, right) = (parts[index - 1], parts[index]);
        var (ofLeft, ofRight) = (IsProfile(left), IsProfile(right));
        var level = left.Kind == PartKind.Level ? left.Form : right.Kind == PartKind.Level ? right.Form : null;
        if (ofLeft && ofRight)
        {
            return Hoog;
        }

        return level is null ? ofLeft || ofRight ? Middel : Hoog
            : level.IsWord || facts.Levels.HasFlag(Levels.Vmbo) ? Hoog
            : facts.Leerjaar is null ? Laag
            : ofLeft || (ofRight && level.IsLone && level.Zekerheid < Hoog) ? Middel
            : Hoog;
    }

    private static bool IsProfile(CodePart part) => part.Kind is PartKind.Profile or PartKind.Sector;

    private static Zekerheid Min(Zekerheid a, Zekerheid b) => a < b ? a : b;
}
