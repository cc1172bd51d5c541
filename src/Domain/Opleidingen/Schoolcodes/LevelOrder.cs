namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>
/// When one level may follow another. Letters need something between them (<c>H/V</c>), or are one of the combinations
/// that schools write; words need nothing; and a word may be made more precise: vmbo by its leerweg, vwo by atheneum;
/// V4G may be gymnasium, but V4A is class a.
/// </summary>
internal static class LevelOrder
{
    /// <summary>Whether a level may stand behind these parts.</summary>
    public static bool Allows(CodeText text, ReadOnlySpan<CodePart> before, CodePart part)
    {
        var last = PartOrder.Last(before, PartKind.Level);
        return last < 0 || IsPrecision(before, before[last], part)
            || (!before[last].Form.Has(FormTrait.BothWays) && !part.Form.Has(FormTrait.BothWays)
                && PartOrder.Last(before[last..], PartKind.Leerjaar) < 0 && MayJoin(text, before[last..], part));
    }

    private static bool IsPrecision(
        ReadOnlySpan<CodePart> before, CodePart last, CodePart part) => last.Form.Levels switch
        {
            Levels.Vavo => true,
            _ when part.Form.Levels == Levels.Vavo => true,
            Levels.Vmbo => (part.Form.Levels & ~Levels.Leerwegen) == Levels.None,
            Levels.Vwo when !part.Form.IsLone => part.Form.Levels is Levels.Ath or Levels.Gym && part.Form.Size > 2,
            Levels.Vwo when before[^1].Kind == PartKind.Leerjaar => part.Form.Levels == Levels.Gym,
            _ => false,
        };

    private static bool MayJoin(CodeText text, ReadOnlySpan<CodePart> fromLast, CodePart part)
    {
        var last = fromLast[0].Form;
        var between = fromLast[1..];
        var joined = between is [{ Kind: PartKind.Joiner }];
        return last.IsLone || part.Form.IsLone
            ? joined || (between.IsEmpty && text.GapBefore(part.Start) != Gap.None)
            : !between.IsEmpty || text.GapBefore(part.Start) != Gap.None || last.IsWord || part.Form.IsWord;
    }
}
