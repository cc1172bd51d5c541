namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>What a part of a code says.</summary>
internal enum PartKind : byte
{
    /// <summary>A location of the school: one digit before the rest.</summary>
    Location,

    /// <summary>The leerjaar, 1 to 6.</summary>
    Leerjaar,

    /// <summary>One or more levels.</summary>
    Level,

    /// <summary>A stream, which changes nothing.</summary>
    Stream,

    /// <summary>A profile of havo and vwo.</summary>
    Profile,

    /// <summary>A profile or sector of vmbo.</summary>
    Sector,

    /// <summary>One letter or digit for the class, at the end.</summary>
    Class,

    /// <summary>A brugklas or dakpanklas.</summary>
    Bridge,

    /// <summary>A word that says nothing by itself: klas, leerweg, afdeling.</summary>
    Filler,

    /// <summary>What joins two parts: en, &amp;, +.</summary>
    Joiner,

    /// <summary>What makes an ordinal of the digit before it: 4e, 3de.</summary>
    Ordinal,
}

/// <summary>What sets a form apart from the others.</summary>
[Flags]
internal enum FormTrait : byte
{
    None = 0,

    /// <summary>Its letters are read one by one as well: TH is tl/havo and tweetalig havo.</summary>
    BothWays = 1,

    /// <summary>Seldom meant: shown after the other readings.</summary>
    Rare = 2,

    /// <summary>Sure only in a code that names a leerjaar: HA1, but not HA.</summary>
    WithLeerjaar = 8,

    /// <summary>The leerwerktraject, which belongs to the basisberoepsgerichte leerweg.</summary>
    Lwt = 4,
}

/// <summary>One way to write a part.</summary>
/// <param name="Pattern">Capitals, digits, <c>&amp;</c> and <c>+</c>. A space allows a gap, <c>-</c> demands one;
/// everywhere else nothing may separate.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Naam">Its meaning in Dutch.</param>
/// <param name="Name">Its meaning in English.</param>
internal sealed record CodeForm(string Pattern, PartKind Kind, string Naam, string Name)
{
    private const int ShortestWord = 3;

    /// <summary>The levels, of a level.</summary>
    public Levels Levels { get; init; }

    /// <summary>How sure the form is without anything to support it.</summary>
    public Zekerheid Zekerheid { get; init; } = Zekerheid.Hoog;

    public FormTrait Traits { get; init; }

    /// <summary>The leerjaar that a word names; 0 when it is a digit.</summary>
    public int Leerjaar { get; init; }

    /// <summary>What else it may mean, as codes of opleidingen.</summary>
    public IReadOnlyList<string> Alternatieven { get; init; } = [];

    /// <summary>How many characters it has at least.</summary>
    public int Size { get; } = Pattern.Count(c => c is not (' ' or '-'));

    /// <summary>
    /// A letter by itself says less than a word, and joins others only where something separates them.
    /// </summary>
    public bool IsLone => Size == 1;

    /// <summary>A word can be told apart from the letters around it, as an abbreviation such as KGT cannot.</summary>
    public bool IsWord { get; } = Pattern is "VWO" or "VMBO"
        || (Pattern.Length > ShortestWord && Pattern.AsSpan().ContainsAny("AEIOU"));

    public bool Has(FormTrait trait) => (Traits & trait) != FormTrait.None;

    /// <summary>
    /// Where the form ends when it begins at <paramref name="start"/>; -1 when it does not stand there.
    /// </summary>
    public int Match(CodeText text, int start)
    {
        var (i, optional, demanded) = (start, true, false);
        foreach (var c in Pattern)
        {
            if (c is ' ' or '-')
            {
                (optional, demanded) = (true, c == '-');
                continue;
            }

            if (i == text.Length || !IsSame(c, text[i])
                || (i > start && (text.GapBefore(i) == Gap.None ? demanded : !optional)))
            {
                return -1;
            }

            (i, optional, demanded) = (i + 1, false, false);
        }

        return i;
    }

    private static bool IsSame(char form, char text) => form == text || (form == '&' && text == '+');
}

/// <summary>A part that stands in a code.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where the next begins.</param>
internal readonly record struct CodePart(CodeForm Form, int Start, int End)
{
    public PartKind Kind => Form.Kind;
}
