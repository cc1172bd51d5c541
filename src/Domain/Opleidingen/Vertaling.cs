namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>How sure a translation of an opleidingscode is.</summary>
public enum Zekerheid
{
    /// <summary>Nothing is known of this code.</summary>
    Onbekend,

    /// <summary>One reading among several; only shown as a suggestion.</summary>
    Laag,

    /// <summary>The likely reading; only shown as a suggestion.</summary>
    Middel,

    /// <summary>The one sensible reading of a plain school code, or a row of a table: it applies.</summary>
    Hoog,
}

/// <summary>Which rule translated a code; the first that knows it counts.</summary>
public enum Vertaalregel
{
    /// <summary>None.</summary>
    Geen,

    /// <summary>The school's own table.</summary>
    School,

    /// <summary>The national table of elementcodes: four digits.</summary>
    Elementcode,

    /// <summary>A crebo: five digits of a kwalificatie in MBO.</summary>
    Crebo,

    /// <summary>The way in which schools write their own codes.</summary>
    Patroon,

    /// <summary>What the school has settled of a sibling of the code: a suggestion.</summary>
    Verwant,

    /// <summary>What many other schools have settled of the same code: a suggestion.</summary>
    AndereScholen,
}

/// <summary>What an opleidingscode says; a school's own code with the delivered leerjaar in view.</summary>
/// <param name="Regel">The rule that read it.</param>
/// <param name="Opleiding">The opleiding, also when it is only a suggestion; null when unknown.</param>
/// <param name="Leerjaar">The leerjaar that the code names, legal or not; null when it names none.</param>
/// <param name="Zekerheid">How sure the opleiding is.</param>
/// <param name="Leerjaren">The leerjaren that are legal with this code; empty when the opleiding is unknown.</param>
/// <param name="Alternatieven">What else it may mean, for a person to choose from.</param>
public sealed record Lezing(
    Vertaalregel Regel,
    Opleiding? Opleiding,
    int? Leerjaar,
    Zekerheid Zekerheid,
    IReadOnlyList<int> Leerjaren,
    IReadOnlyList<Opleiding> Alternatieven)
{
    /// <summary>The parts of a school's own code, in order, and what each says; empty for another rule.</summary>
    public IReadOnlyList<Codedeel> Delen { get; init; } = [];

    /// <summary>The code, as the school wrote it, that was settled and that this one is a sibling of.</summary>
    public string? Verwante { get; init; }

    /// <summary>How many schools have settled the code alike; 0 unless that is what this rests on.</summary>
    public int Scholen { get; init; }

    /// <summary>Of a code that no rule knows.</summary>
    public static Lezing Onbekend { get; } = new(Vertaalregel.Geen, null, null, Zekerheid.Onbekend, [], []);
}

/// <summary>What an opleidingscode and a leerjaar say together.</summary>
/// <param name="Lezing">What the code says by itself.</param>
/// <param name="Leerjaar">The leerjaar that counts (the source's own wins over the code's); null when neither says
/// one.</param>
/// <param name="Leerjaaruitkomst">Whether the leerjaar fits.</param>
public sealed record Vertaling(Lezing Lezing, int? Leerjaar, Leerjaaruitkomst Leerjaaruitkomst)
{
    private const int LaatsteLeerjaar = 6;

    /// <summary>The opleiding, also when it is only a suggestion; null when unknown.</summary>
    public Opleiding? Opleiding => Lezing.Opleiding;

    /// <summary>How sure the opleiding is.</summary>
    public Zekerheid Zekerheid => Lezing.Zekerheid;

    /// <summary>
    /// The doelgroep to use; null when the translation is not sure, or the leerjaar missing or illegal.
    /// </summary>
    public Doelgroep? Doelgroep =>
        Zekerheid == Zekerheid.Hoog
        && Leerjaaruitkomst is Leerjaaruitkomst.Past or Leerjaaruitkomst.WijktAfVanCode
        && Opleiding is not null && Leerjaar is { } leerjaar
            ? new Doelgroep(Opleiding, leerjaar)
            : null;

    /// <summary>Judges a reading by the leerjaar of the source.</summary>
    public static Vertaling Of(Lezing lezing, int? leerjaar)
    {
        var telt = leerjaar ?? lezing.Leerjaar;
        var uitkomst = telt is not { } jaar ? Leerjaaruitkomst.Ontbreekt
            : !IsLegal(lezing, jaar) ? Leerjaaruitkomst.Ongeldig
            : lezing.Leerjaar is { } vanCode && vanCode != jaar ? Leerjaaruitkomst.WijktAfVanCode
            : Leerjaaruitkomst.Past;
        return new Vertaling(lezing, telt, uitkomst);
    }

    // Without an opleiding only a leerjaar that no opleiding has can be called wrong.
    private static bool IsLegal(Lezing lezing, int leerjaar) =>
        lezing.Opleiding is null ? leerjaar is >= 1 and <= LaatsteLeerjaar : lezing.Leerjaren.Contains(leerjaar);
}

/// <summary>Whether a leerjaar fits an opleidingscode.</summary>
public enum Leerjaaruitkomst
{
    /// <summary>It is legal, and the code says no other.</summary>
    Past,

    /// <summary>It is legal, but the code itself names another leerjaar; the source's own counts.</summary>
    WijktAfVanCode,

    /// <summary>Neither the source nor the code says a leerjaar.</summary>
    Ontbreekt,

    /// <summary>It does not exist in this opleiding, or the national table forbids it for this code.</summary>
    Ongeldig,
}
