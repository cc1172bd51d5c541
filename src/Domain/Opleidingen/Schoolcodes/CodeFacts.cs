namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>What the parts of a code are, taken together.</summary>
internal readonly record struct CodeFacts
{
    public Levels Levels { get; private init; }

    public int LevelCount { get; private init; }

    public int? Leerjaar { get; private init; }

    public PartKind? Last { get; private init; }

    public bool HasProfile { get; private init; }

    public bool HasSector { get; private init; }

    public bool HasBridge { get; private init; }

    /// <summary>A b that stands for brugklas.</summary>
    public bool HasLoneBridge { get; private init; }

    /// <summary>A t that stands for tweetalig.</summary>
    public bool HasLoneStream { get; private init; }

    /// <summary>A leerwerktraject beside another level than basis.</summary>
    public bool HasStrangeLwt { get; private init; }

    public bool HasWord { get; private init; }

    public IReadOnlyList<string> Alternatieven { get; private init; }

    /// <summary>A profile of havo and vwo beside a level of vmbo, or the other way round; a lone b for brugklas where a
    /// brugklas cannot be.</summary>
    public bool Contradicts =>
        (HasProfile && (Levels & ~(Levels.Upper | Levels.Vavo)) != Levels.None)
        || (HasSector && (Levels & ~(Levels.Leerwegen | Levels.Vmbo)) != Levels.None)
        || (HasLoneBridge && (HasProfile || HasSector || Leerjaar > 2 || Levels is Levels.Kb))
        || (HasLoneBridge && Levels.HasFlag(Levels.Vmbo));

    public static CodeFacts Of(CodeText text, ReadOnlySpan<CodePart> parts)
    {
        var facts = new CodeFacts { Alternatieven = [] };
        var lwt = false;
        foreach (var part in parts)
        {
            facts = facts.With(text, part);
            lwt |= part.Form.Has(FormTrait.Lwt);
        }

        return !lwt ? facts
            : facts.Levels is Levels.None or Levels.Vmbo ? facts with { Levels = facts.Levels | Levels.Bb }
            : facts with { HasStrangeLwt = facts.Levels is not (Levels.Bb or (Levels.Bb | Levels.Vmbo)) };
    }

    private CodeFacts With(CodeText text, CodePart part)
    {
        var form = part.Form;
        var next = this with { Last = part.Kind };
        return part.Kind switch
        {
            PartKind.Level => next with
            {
                Levels = Levels | form.Levels,
                LevelCount = LevelCount + 1,
                HasWord = HasWord || (form.IsWord && form.Levels != Levels.Vmbo),
                Alternatieven = form.Alternatieven.Count > 0 ? form.Alternatieven : Alternatieven,
            },
            PartKind.Leerjaar => next with { Leerjaar = form.Leerjaar > 0 ? form.Leerjaar : text[part.Start] - '0' },
            PartKind.Profile => next with { HasProfile = true },
            PartKind.Sector => next with { HasSector = true },
            PartKind.Bridge => next with { HasBridge = true, HasLoneBridge = HasLoneBridge || form.IsLone },
            PartKind.Stream => next with { HasLoneStream = HasLoneStream || form.Pattern is "T" },
            _ => next,
        };
    }
}
