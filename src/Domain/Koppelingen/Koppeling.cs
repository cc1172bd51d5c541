using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>The kinds of school administration (leerlingadministratiesysteem).</summary>
public enum Las
{
    /// <summary>Magister: UWLR smalle set and Magister's own web service.</summary>
    Magister,
}

/// <summary>What a koppeling is good for now.</summary>
public enum Koppelstaat
{
    /// <summary>Not all gates are proved: no imports.</summary>
    InOpbouw,

    /// <summary>All gates are proved: imports may run.</summary>
    Actief,

    /// <summary>Stopped by hand, whatever the gates say.</summary>
    Opgeschort,
}

/// <summary>
/// The connection of one school to its school administration, and the five gates that lead to its first import. Secrets
/// are held encrypted; only the store that encrypts them can read them. The methods are the only way to move a gate;
/// each gives the koppeling after, with what happened added to <see cref="Gebeurtenissen"/>.
/// </summary>
public sealed record Koppeling
{
    /// <summary>The web service user that Kurve's manual asks a school to make.</summary>
    public const string DefaultGebruiker = "Kurve";

    /// <summary>The school.</summary>
    public required SchoolId SchoolId { get; init; }

    /// <summary>The kind of school administration.</summary>
    public required Las Las { get; init; }

    /// <summary>The school's name at Magister.</summary>
    public required Schooldomein Schooldomein { get; init; }

    /// <summary>The port of Magister's web service that this process calls; no part of what is stored.</summary>
    public int Webservicepoort { get; init; } = Schooldomein.StandaardPoort;

    /// <summary>The user of Magister's web service.</summary>
    public required string WebserviceGebruiker { get; init; }

    /// <summary>Its password, encrypted; null until a kit was issued.</summary>
    public byte[]? WebserviceWachtwoord { get; init; }

    /// <summary>
    /// The password that follows, encrypted: <see cref="WebserviceWachtwoord"/> works until a probe has seen this one.
    /// </summary>
    public byte[]? NieuwWachtwoord { get; init; }

    /// <summary>When the school was given its kit; null when it has none of ours.</summary>
    public DateTimeOffset? PakketUitgegeven { get; init; }

    /// <summary>Another UWLR address than the configured one.</summary>
    public Uri? UwlrEndpoint { get; init; }

    /// <summary>Another UWLR key than the configured one, encrypted.</summary>
    public byte[]? UwlrAutorisatiesleutel { get; init; }

    /// <summary>The five gates, in their order.</summary>
    public IReadOnlyList<Poortstand> Poorten { get; init; } = Poortstand.Begin;

    /// <summary>Why it was stopped by hand; null when it was not.</summary>
    public Feit? Opgeschort { get; init; }

    /// <summary>The latest live diagnosis; null when there was none.</summary>
    public Proef? LaatsteProef { get; init; }

    /// <summary>What happened to the gates since the koppeling was read, oldest first.</summary>
    public IReadOnlyList<Poortgebeurtenis> Gebeurtenissen { get; init; } = [];

    /// <summary>When it was created.</summary>
    public required DateTimeOffset Gemaakt { get; init; }

    /// <summary>Rises with each change.</summary>
    public long Versie { get; init; } = 1;

    /// <summary>What it is good for now.</summary>
    public Koppelstaat Staat => Opgeschort is not null ? Koppelstaat.Opgeschort
        : Poorten.All(p => p.Status == Poortstatus.Bevestigd) ? Koppelstaat.Actief
        : Koppelstaat.InOpbouw;

    /// <summary>The gates with who does what next.</summary>
    public IReadOnlyList<Poortadvies> Adviezen => [.. Poorten.Select(stand => Poortadvies.For(this, stand))];

    /// <summary>Where a gate stands.</summary>
    public Poortstand this[Poort poort] => Poorten[(int)poort];

    /// <summary>
    /// A person says that a gate is done; <see cref="PoortBevestigd"/> when it was proved already, and
    /// <see cref="PoortNietTeMelden"/> for Kurve's own gate, which only <see cref="Activate"/> moves, and
    /// <see cref="WachtwoordOntbreekt"/> for a password that was never given.
    /// </summary>
    public Result<Koppeling> Meld(Poort poort, Feit feit) =>
        CheckStep(poort) is { } error ? error
        : this[poort].Status == Poortstatus.Bevestigd ? new PoortBevestigd(poort)
        : Move(poort, Poortstatus.Gemeld, feit);

    /// <summary>
    /// A probe or support has seen that a gate is done; one that was proved already stays as it is. The errors of
    /// <see cref="Meld"/> but the first.
    /// </summary>
    public Result<Koppeling> Bevestig(Poort poort, Feit feit) =>
        CheckStep(poort) is { } error ? error
        : this[poort].Status == Poortstatus.Bevestigd ? this
        : Move(poort, Poortstatus.Bevestigd, feit);

    /// <summary>
    /// A probe has seen that a gate is not done: one that was proved lapses, and one that was only reported is open
    /// again. Any other stays as it is, and so does a reported allowlisting: it says that Magister was asked, which a
    /// port that is still closed does not refute.
    /// </summary>
    public Koppeling Weerleg(Poort poort, Feit feit) => this[poort].Status switch
    {
        Poortstatus.Bevestigd => Move(poort, Poortstatus.Vervallen, feit),
        Poortstatus.Gemeld when poort != Poort.Allowlisting => Move(poort, Poortstatus.Open, feit),
        _ => this,
    };

    /// <summary>
    /// Kurve switches its side on, after the four other gates were proved; <see cref="PoortenOpen"/> otherwise.
    /// </summary>
    public Result<Koppeling> Activate(Feit feit)
    {
        var open = Adviezen
            .Where(a => a.Stand.Poort != Poort.Activatie && a.Stand.Status != Poortstatus.Bevestigd)
            .ToArray();
        return open.Length > 0 ? PoortenOpen.Of(SchoolId, open)
            : this[Poort.Activatie].Status == Poortstatus.Bevestigd ? this
            : Move(Poort.Activatie, Poortstatus.Bevestigd, feit);
    }

    /// <summary>Stops imports by hand; the gates stay as they are.</summary>
    public Result<Koppeling> Suspend(Feit reden) => Opgeschort is null
        ? (this with { Opgeschort = reden }).Note(Poort.Activatie, reden with { Bewijs = $"Stilgezet: {reden.Bewijs}" })
        : new KoppelingOpgeschort(SchoolId, Opgeschort.Bewijs);

    /// <summary>Takes the stop away.</summary>
    public Result<Koppeling> Resume(Feit feit) => Opgeschort is null
        ? new KoppelingNietOpgeschort(SchoolId)
        : (this with { Opgeschort = null }).Note(Poort.Activatie, feit);

    /// <summary>
    /// Gives the school a password and a query. What worked before is not thrown away by mistake: once the password is
    /// proved, <see cref="Rotate"/> is the way, unless the stored one cannot be read any more.
    /// </summary>
    /// <param name="versleuteld">The password, encrypted.</param>
    /// <param name="feit">When and who.</param>
    /// <param name="onleesbaar">Whether the stored password cannot be decrypted.</param>
    public Result<Koppeling> IssueKit(byte[] versleuteld, Feit feit, bool onleesbaar)
    {
        if (this[Poort.WachtwoordEnQuery].Status == Poortstatus.Bevestigd && !onleesbaar)
        {
            return new WachtwoordInGebruik(SchoolId);
        }

        var issued = this with
        {
            WebserviceWachtwoord = versleuteld,
            NieuwWachtwoord = null,
            PakketUitgegeven = feit.Moment,
        };
        return issued.Renew(Poort.WachtwoordEnQuery, feit);
    }

    /// <summary>
    /// Mends what was entered wrongly; null leaves a value. What was proved with another value lapses; a secret
    /// counts as another one, since it is not compared.
    /// </summary>
    public Koppeling Change(Koppelingwijziging wijziging, Feit feit)
    {
        var changed = this with
        {
            Schooldomein = wijziging.Schooldomein ?? Schooldomein,
            WebserviceGebruiker = wijziging.WebserviceGebruiker ?? WebserviceGebruiker,
            WebserviceWachtwoord = wijziging.WebserviceWachtwoord ?? WebserviceWachtwoord,
            NieuwWachtwoord = wijziging.WebserviceWachtwoord is null ? NieuwWachtwoord : null,
            UwlrEndpoint = wijziging.ZonderEigenUwlr ? null : wijziging.UwlrEndpoint ?? UwlrEndpoint,
            UwlrAutorisatiesleutel = wijziging.ZonderEigenUwlr
                ? null
                : wijziging.UwlrAutorisatiesleutel ?? UwlrAutorisatiesleutel,
        };
        var lapsed = new List<Poort>();
        if (changed.UwlrEndpoint != UwlrEndpoint || changed.UwlrAutorisatiesleutel != UwlrAutorisatiesleutel)
        {
            lapsed.Add(Poort.Toestemming);
        }

        if (changed.Schooldomein != Schooldomein)
        {
            lapsed.AddRange([Poort.Webservice, Poort.WachtwoordEnQuery, Poort.Allowlisting]);
        }
        else if (!changed.WebserviceGebruiker.Equals(WebserviceGebruiker, StringComparison.Ordinal)
            || wijziging.WebserviceWachtwoord is not null)
        {
            lapsed.AddRange([Poort.Webservice, Poort.WachtwoordEnQuery]);
        }

        return lapsed.Aggregate(changed, (koppeling, poort) => koppeling.Renew(poort, feit));
    }

    /// <summary>
    /// Prepares the next password; the present one works until a probe has seen the next. A next one that no probe has
    /// seen may be in the school's hands, so replacing it must be asked for: <see cref="WachtwoordWisselt"/> otherwise.
    /// </summary>
    /// <param name="versleuteld">The password, encrypted.</param>
    /// <param name="feit">When and who.</param>
    /// <param name="opnieuw">Whether a next password that was given before is replaced.</param>
    public Result<Koppeling> Rotate(byte[] versleuteld, Feit feit, bool opnieuw) =>
        WebserviceWachtwoord is null ? new WachtwoordOntbreekt(SchoolId)
        : NieuwWachtwoord is not null && !opnieuw ? new WachtwoordWisselt(SchoolId)
        : (this with { NieuwWachtwoord = versleuteld }).Note(Poort.WachtwoordEnQuery, feit);

    /// <summary>A probe has logged in with the next password: from now on it is the password.</summary>
    public Koppeling PromoteWachtwoord(Feit feit) => NieuwWachtwoord is null
        ? this
        : (this with { WebserviceWachtwoord = NieuwWachtwoord, NieuwWachtwoord = null })
            .Note(Poort.WachtwoordEnQuery, feit);

    /// <summary>Takes a live diagnosis as the latest, and moves every gate that it proves or refutes.</summary>
    public Koppeling Record(Proef proef)
    {
        var koppeling = this with { LaatsteProef = proef };
        foreach (var poort in Enum.GetValues<Poort>())
        {
            if (proef.Refutes(poort) is { } controle)
            {
                koppeling = koppeling.Weerleg(poort, new Feit(proef.Moment, proef.Door, controle.Gezien));
            }
            else if (proef.Proves(poort))
            {
                var bewijs = proef.Controles.Last(c => c.Poort == poort && c.Uitkomst == Controleuitkomst.Geslaagd);
                koppeling = koppeling.Bevestig(poort, new Feit(proef.Moment, proef.Door, bewijs.Gezien)).Value;
            }
        }

        return koppeling;
    }

    /// <summary>
    /// Whether imports may run; <see cref="KoppelingOpgeschort"/> or <see cref="PoortenOpen"/> otherwise.
    /// </summary>
    public Result<Done> CheckActief() => Opgeschort is { } reden ? new KoppelingOpgeschort(SchoolId, reden.Bewijs)
        : Staat == Koppelstaat.Actief ? new Done()
        : PoortenOpen.Of(SchoolId, [.. Adviezen.Where(a => a.Stand.Status != Poortstatus.Bevestigd)]);

    /// <summary>
    /// Whether Kurve has switched its side on, whatever became of the other gates since: those that lapsed come back by a
    /// diagnosis that proves them. <see cref="KoppelingOpgeschort"/> or <see cref="PoortenOpen"/> otherwise.
    /// </summary>
    public Result<Done> CheckGeactiveerd() =>
        Opgeschort is null && this[Poort.Activatie].Status == Poortstatus.Bevestigd ? new Done() : CheckActief();

    /// <summary>Whether the way into the school's sources is the same: domain, user, passwords, UWLR.</summary>
    public bool HasAccessOf(Koppeling other) =>
        (Schooldomein, WebserviceGebruiker, UwlrEndpoint)
            == (other.Schooldomein, other.WebserviceGebruiker, other.UwlrEndpoint)
        && WebserviceWachtwoord.AsSpan().SequenceEqual(other.WebserviceWachtwoord)
        && NieuwWachtwoord.AsSpan().SequenceEqual(other.NieuwWachtwoord)
        && UwlrAutorisatiesleutel.AsSpan().SequenceEqual(other.UwlrAutorisatiesleutel);

    private Error? CheckStep(Poort poort) => poort switch
    {
        Poort.Activatie => new PoortNietTeMelden(poort) { Field = "poort" },
        Poort.WachtwoordEnQuery when WebserviceWachtwoord is null => new WachtwoordOntbreekt(SchoolId),
        _ => null,
    };

    // What was proved with another value lapses; what was not proved begins anew, so no older diagnosis speaks of it.
    private Koppeling Renew(Poort poort, Feit feit)
    {
        var after = Weerleg(poort, feit);
        return ReferenceEquals(after, this) ? Note(poort, feit) : after;
    }

    // Something happened that leaves the status as it is.
    private Koppeling Note(Poort poort, Feit feit) => Move(poort, this[poort].Status, feit);

    private Koppeling Move(Poort poort, Poortstatus naar, Feit feit) => this with
    {
        Poorten = [.. Poorten.Select(p => p.Poort == poort ? new Poortstand(poort, naar, feit) : p)],
        Gebeurtenissen = [.. Gebeurtenissen, new Poortgebeurtenis(poort, this[poort].Status, naar, feit)],
    };
}

/// <summary>What changes of a koppeling; null leaves a value. Secrets are encrypted.</summary>
/// <param name="Schooldomein">The school's name at Magister.</param>
/// <param name="WebserviceGebruiker">The user of Magister's web service.</param>
/// <param name="WebserviceWachtwoord">Its password.</param>
/// <param name="UwlrEndpoint">Another UWLR address than the configured one.</param>
/// <param name="UwlrAutorisatiesleutel">Another UWLR key than the configured one.</param>
/// <param name="ZonderEigenUwlr">Whether it goes back to the configured UWLR address and key.</param>
public sealed record Koppelingwijziging(
    Schooldomein? Schooldomein,
    string? WebserviceGebruiker,
    byte[]? WebserviceWachtwoord,
    Uri? UwlrEndpoint,
    byte[]? UwlrAutorisatiesleutel,
    bool ZonderEigenUwlr = false);
