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

    /// <summary>The one sensible reading of a plain school code, or a row of the national table: it applies.</summary>
    Hoog,
}

/// <summary>What an opleidingscode and a leerjaar say together.</summary>
/// <param name="Opleiding">The opleiding, also when it is only a suggestion; null when unknown.</param>
/// <param name="Leerjaar">The leerjaar that counts (the source's own wins over the code's); null when neither says
/// one.</param>
/// <param name="Zekerheid">How sure the opleiding is.</param>
/// <param name="Leerjaaruitkomst">Whether the leerjaar fits.</param>
public sealed record Vertaling(
    Opleiding? Opleiding, int? Leerjaar, Zekerheid Zekerheid, Leerjaaruitkomst Leerjaaruitkomst)
{
    private const int LaatsteLeerjaar = 6;

    /// <summary>A code that nothing is known of; only a leerjaar that no opleiding has can be called wrong then.</summary>
    public static Vertaling Unknown(int? leerjaar) => new(null, leerjaar, Zekerheid.Onbekend, leerjaar switch
    {
        null => Leerjaaruitkomst.Ontbreekt,
        >= 1 and <= LaatsteLeerjaar => Leerjaaruitkomst.Past,
        _ => Leerjaaruitkomst.Ongeldig,
    });

    /// <summary>
    /// The doelgroep to use; null when the translation is not sure, or the leerjaar missing or illegal.
    /// </summary>
    public Doelgroep? Doelgroep =>
        Zekerheid == Zekerheid.Hoog
        && Leerjaaruitkomst is Leerjaaruitkomst.Past or Leerjaaruitkomst.WijktAfVanCode
        && Opleiding is not null && Leerjaar is { } leerjaar
            ? new Doelgroep(Opleiding, leerjaar)
            : null;
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
