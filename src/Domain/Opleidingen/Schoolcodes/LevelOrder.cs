namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>
/// When one level may follow another. Letters need something between them (<c>H/V</c>), or are one of the combinations
/// that schools write; words need nothing; and a word may be made more precise: vmbo by its leerweg, vwo by atheneum.
/// </summary>
internal static class LevelOrder
{
    public static bool Allows(CodeText text, ReadOnlySpan<CodePart> before, CodePart part)
    {
        var last = PartOrder.Last(before, PartKind.Level);
        return last < 0 || IsPrecision(text, before[last], part, last == before.Length - 1)
            || (PartOrder.Last(before[last..], PartKind.Leerjaar) < 0 && MayJoin(text, before[last..], part));
    }

    private static bool IsPrecision(CodeText text, CodePart last, CodePart part, bool adjacent) => last.Form.Levels switch
    {
        Levels.Vmbo => (part.Form.Levels & ~Levels.Leerwegen) == Levels.None,
        Levels.Vwo when !part.Form.IsLone => part.Form.Levels is Levels.Ath or Levels.Gym && part.Form.IsWord,
        Levels.Vwo when !adjacent => part.Form.Levels == Levels.Gym
            || (part.Form.Levels == Levels.Ath && text.GapBefore(part.Start) != Gap.None),
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
