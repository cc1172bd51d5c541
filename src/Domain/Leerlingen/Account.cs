using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>A person as Numo knows it: a leerling or a docent.</summary>
/// <typeparam name="T">What sources say of such a person.</typeparam>
/// <param name="Id">The account's id; it never changes and is never used again.</param>
/// <param name="Status">Active or archived.</param>
/// <param name="Gegevens">What the source last said, with what people changed in Numo.</param>
/// <param name="Vergrendeld">The fields that a person locked in Numo: no source changes them.</param>
public sealed record Account<T>(AccountId Id, Accountstatus Status, T Gegevens, Veld Vergrendeld = Veld.Geen)
    where T : Persoonsgegevens<T>
{
    /// <summary>Who archived it in Numo and when; null when it is active, or left because no source had it.</summary>
    public Handarchief? MetDeHandGearchiveerd { get; init; }

    /// <summary>The account that this one was merged with and that stays; null when it stands for itself.</summary>
    public AccountId? SamengevoegdMet { get; init; }

    /// <summary>That a person pinned it, also when that is over; null when nobody did.</summary>
    public Vastzetting? Vastzetting { get; init; }

    /// <summary>
    /// The school year of the import that made it or brought it back last; null when it was there before that was noted, or was
    /// not made by an import.
    /// </summary>
    public Schooljaar? Instroom { get; init; }

    /// <summary>Whether the person comes after a school year, so that what is of that year is not about it.</summary>
    public bool KomtNa(Schooljaar schooljaar) => Instroom > schooljaar;

    /// <summary>
    /// Archived by a person; one that is archived already stays as it is. <see cref="AccountVastgezet"/> while it is
    /// pinned.
    /// </summary>
    public Result<Account<T>> Archive(string door, DateTimeOffset now, DateOnly vandaag) =>
        Status == Accountstatus.Gearchiveerd ? this
        : Vastzetting is { } vast && vast.GeldtOp(vandaag) ? new AccountVastgezet(Id, vast.TotEnMet)
        : this with
        {
            Status = Accountstatus.Gearchiveerd,
            MetDeHandGearchiveerd = new Handarchief(door, now),
        };

    /// <summary>Brought back by a person.</summary>
    public Account<T> Reactivate() => this with { Status = Accountstatus.Actief, MetDeHandGearchiveerd = null };

    /// <summary>
    /// Pinned by a person, in place of an earlier pin; one that says the same stays as it is.
    /// <see cref="AccountGearchiveerd"/> when it is archived.
    /// </summary>
    public Result<Account<T>> Pin(Vastzetting vastzetting) =>
        Status == Accountstatus.Gearchiveerd ? new AccountGearchiveerd(Id)
        : vastzetting.ZegtHetzelfdeAls(Vastzetting) ? this
        : this with { Vastzetting = vastzetting };

    /// <summary>No longer pinned.</summary>
    public Account<T> Unpin() => this with { Vastzetting = null };
}

/// <summary>That a person archived an account in Numo.</summary>
/// <param name="Door">Who.</param>
/// <param name="Moment">When.</param>
public sealed record Handarchief(string Door, DateTimeOffset Moment);

/// <summary>All that Numo knows of one school's people, as one import needs it.</summary>
/// <param name="Versie">Rises with each change; a plan made on another version is not applied.</param>
/// <param name="Leerlingen">Every leerling, archived ones too.</param>
/// <param name="Docenten">Every docent, archived ones too.</param>
/// <param name="Groepen">The groepen of one school year, archived ones too.</param>
public sealed record Schoolstand(
    long Versie,
    IReadOnlyList<Account<LeerlingGegevens>> Leerlingen,
    IReadOnlyList<Account<DocentGegevens>> Docenten,
    IReadOnlyList<Groep> Groepen)
{
    /// <summary>A school without people.</summary>
    public static Schoolstand Leeg { get; } = new(0, [], [], []);
}
