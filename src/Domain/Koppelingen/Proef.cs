namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>The checks of a live diagnosis, in their order.</summary>
public enum Controlesoort
{
    /// <summary>The school's host name resolves.</summary>
    Adres,

    /// <summary>The port of the web service answers to TCP: Kurve's address is let through.</summary>
    Verbinding,

    /// <summary>The certificate is trusted.</summary>
    Beveiliging,

    /// <summary>User and password are accepted.</summary>
    Inloggen,

    /// <summary>The list exists, and the user may read it.</summary>
    RechtOpLijst,

    /// <summary>The list has the columns that are needed, and rows.</summary>
    Kolommen,

    /// <summary>UWLR knows Kurve.</summary>
    UwlrToegang,

    /// <summary>UWLR delivers this BRIN to Kurve: the school has given its consent.</summary>
    Toestemming,

    /// <summary>Enough pupils of UWLR are in the list.</summary>
    Dekking,
}

/// <summary>How a check ended.</summary>
public enum Controleuitkomst
{
    /// <summary>As it should be.</summary>
    Geslaagd,

    /// <summary>Neither proved nor refuted; somebody should look.</summary>
    Waarschuwing,

    /// <summary>Not as it should be.</summary>
    Mislukt,

    /// <summary>Not done, since an earlier failure makes it meaningless.</summary>
    Overgeslagen,
}

/// <summary>One check of a live diagnosis.</summary>
/// <param name="Soort">Which.</param>
/// <param name="Uitkomst">How it ended.</param>
/// <param name="Duur">How long it took.</param>
/// <param name="Gezien">What was seen: Dutch when it succeeded, the technical reason otherwise; never a secret, never a
/// person's data.</param>
/// <param name="Code">The reason in UPPER_SNAKE when it did not succeed; empty otherwise.</param>
/// <param name="Actiehouder">Who must act.</param>
/// <param name="Advies">What they must do, in Dutch; empty when nothing.</param>
/// <param name="Storing">Whether it failed by an outage, which says nothing of a gate.</param>
public sealed record Controle(
    Controlesoort Soort,
    Controleuitkomst Uitkomst,
    TimeSpan Duur,
    string Gezien,
    string Code = "",
    Actiehouder Actiehouder = Actiehouder.Niemand,
    string Advies = "",
    bool Storing = false)
{
    /// <summary>The gate that it proves or refutes; null when it says nothing of one.</summary>
    public Poort? Poort => Storing ? null : Soort switch
    {
        Controlesoort.Verbinding => Koppelingen.Poort.Allowlisting,
        Controlesoort.Inloggen or Controlesoort.Kolommen or Controlesoort.Dekking =>
            Koppelingen.Poort.WachtwoordEnQuery,
        Controlesoort.RechtOpLijst => Koppelingen.Poort.Webservice,
        Controlesoort.Toestemming => Koppelingen.Poort.Toestemming,
        _ => null,
    };
}

/// <summary>A live diagnosis of a koppeling.</summary>
/// <param name="Moment">When it ended.</param>
/// <param name="Door">Who asked for it.</param>
/// <param name="Controles">Its checks, in their order.</param>
public sealed record Proef(DateTimeOffset Moment, string Door, IReadOnlyList<Controle> Controles)
{
    /// <summary>
    /// The key check value of Kurve's own UWLR key that was seen to work; null when none was, or when the school has a
    /// key of its own.
    /// </summary>
    public string? Sleutelkenmerk { get; init; }

    /// <summary>Whether every check was done and none failed.</summary>
    public bool Geslaagd => Controles.All(
        c => c.Uitkomst is Controleuitkomst.Geslaagd or Controleuitkomst.Waarschuwing);

    /// <summary>
    /// What the diagnosis says of a gate: proved when all of its checks succeeded (how well the lists fit is no part of
    /// that), refuted when one failed, and nothing otherwise.
    /// </summary>
    public Controle? Refutes(Poort poort) =>
        Controles.FirstOrDefault(c => c.Poort == poort && c.Uitkomst == Controleuitkomst.Mislukt);

    /// <inheritdoc cref="Refutes"/>
    public bool Proves(Poort poort)
    {
        var own = Controles.Where(c => c.Poort == poort).ToArray();
        var needed = own.Where(c => c.Soort != Controlesoort.Dekking).ToArray();
        return needed.Length > 0
            && needed.All(c => c.Uitkomst == Controleuitkomst.Geslaagd)
            && own.All(c => c.Uitkomst != Controleuitkomst.Mislukt);
    }
}
