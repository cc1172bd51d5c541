namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>The subjects of Numo.</summary>
public enum Vak
{
    /// <summary>Dutch.</summary>
    Nederlands = 1,

    /// <summary>English.</summary>
    Engels,

    /// <summary>Arithmetic.</summary>
    Rekenen,
}

/// <summary>The parts of a vak; which belong to which says <see cref="Vakindeling"/>.</summary>
public enum Domein
{
    /// <summary>Nederlands: speaking, listening and conversation.</summary>
    Mondeling = 1,

    /// <summary>Nederlands and Engels: reading.</summary>
    Lezen,

    /// <summary>Nederlands and Engels: writing.</summary>
    Schrijven,

    /// <summary>Nederlands: spelling, grammar and punctuation.</summary>
    Taalverzorging,

    /// <summary>Rekenen: numbers.</summary>
    Getallen,

    /// <summary>Rekenen: proportions.</summary>
    Verhoudingen,

    /// <summary>Rekenen: measuring and geometry.</summary>
    MetenEnMeetkunde,

    /// <summary>Rekenen: relations.</summary>
    Verbanden,

    /// <summary>Engels: listening.</summary>
    Luisteren,

    /// <summary>Engels: spoken interaction.</summary>
    GesprekkenVoeren,

    /// <summary>Engels: spoken production.</summary>
    Spreken,
}

/// <summary>
/// How hard something is: the reference levels of taal and rekenen (Besluit referentieniveaus, BWBR0027879), and for
/// Engels those of the European framework of reference (ERK). Within one vak a higher number is a higher level.
/// </summary>
public enum Niveau
{
    /// <summary>1F.</summary>
    F1 = 1,

    /// <summary>2F.</summary>
    F2,

    /// <summary>3F.</summary>
    F3,

    /// <summary>4F.</summary>
    F4,

    /// <summary>A1.</summary>
    A1 = 11,

    /// <summary>A2.</summary>
    A2,

    /// <summary>B1.</summary>
    B1,

    /// <summary>B2.</summary>
    B2,

    /// <summary>C1.</summary>
    C1,
}

/// <summary>Which domeinen and niveaus a vak has, and how all three are written.</summary>
public static class Vakindeling
{
    private static readonly Domein[] Taal =
        [Domein.Mondeling, Domein.Lezen, Domein.Schrijven, Domein.Taalverzorging];

    private static readonly Domein[] Rekenen =
        [Domein.Getallen, Domein.Verhoudingen, Domein.MetenEnMeetkunde, Domein.Verbanden];

    private static readonly Domein[] Erk =
        [Domein.Lezen, Domein.Luisteren, Domein.GesprekkenVoeren, Domein.Spreken, Domein.Schrijven];

    /// <summary>The domeinen of a vak, in the order in which they are shown.</summary>
    public static IReadOnlyList<Domein> Domeinen(Vak vak) => vak switch
    {
        Vak.Nederlands => Taal,
        Vak.Engels => Erk,
        _ => Rekenen,
    };

    /// <summary>Whether a niveau is one of the vak's scale: A1 to C1 for Engels, 1F to 4F for the others.</summary>
    public static bool Knows(Vak vak, Niveau niveau) => (niveau >= Niveau.A1) == (vak == Vak.Engels);

    /// <summary>A vak as it is written: <c>Nederlands</c>, <c>Engels</c>, <c>rekenen</c>.</summary>
    public static string Show(this Vak vak) => vak == Vak.Rekenen ? "rekenen" : vak.ToString();

    /// <summary>A domein as it is written, such as <c>meten en meetkunde</c>.</summary>
    public static string Show(this Domein domein) => domein switch
    {
        Domein.MetenEnMeetkunde => "meten en meetkunde",
        Domein.GesprekkenVoeren => "gesprekken voeren",
        _ => domein.ToString().ToLowerInvariant(),
    };

    /// <summary>A niveau as it is written: <c>2F</c>, <c>B1</c>.</summary>
    public static string Show(this Niveau niveau) => niveau switch
    {
        Niveau.F1 => "1F",
        Niveau.F2 => "2F",
        Niveau.F3 => "3F",
        Niveau.F4 => "4F",
        _ => niveau.ToString(),
    };

    /// <summary>The vak that is written so, whatever the case; null when there is none.</summary>
    public static Vak? FindVak(string text) => Find(Enum.GetValues<Vak>(), Show, text);

    /// <summary>The domein of the vak that is written so, whatever the case; null when there is none.</summary>
    public static Domein? FindDomein(Vak vak, string text) => Find(Domeinen(vak), Show, text);

    /// <summary>The niveau of the vak that is written so, whatever the case; null when there is none.</summary>
    public static Niveau? FindNiveau(Vak vak, string text) =>
        Find(Enum.GetValues<Niveau>().Where(niveau => Knows(vak, niveau)), Show, text);

    private static T? Find<T>(IEnumerable<T> values, Func<T, string> show, string text)
        where T : struct => values
            .Where(value => string.Equals(show(value), text, StringComparison.OrdinalIgnoreCase))
            .Select(value => (T?)value)
            .FirstOrDefault();
}
