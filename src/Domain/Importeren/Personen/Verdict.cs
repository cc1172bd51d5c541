using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>Who a delivered person is.</summary>
/// <param name="Account">Place of the account; -1 for none.</param>
/// <param name="Soort">Conflict or rejected, when there is a reason.</param>
/// <param name="Reden">Why nothing happens to this person.</param>
internal readonly record struct Verdict(int Account, RegelSoort Soort, Melding? Reden)
{
    /// <summary>The remembered decision that was followed.</summary>
    public Beslissing? Beslissing { get; init; }

    /// <summary>Whether the keys alone would have said something else.</summary>
    public bool IsDoorslaggevend { get; init; }

    /// <summary>Fields that are not taken over, because they are somebody else's.</summary>
    public Veld Zonder { get; init; }

    /// <summary>Weak keys that other delivered persons have too; they are not taken over.</summary>
    public Veld Gedeeld { get; init; }

    /// <summary>Place of the account that such a key names, and that may be this person; null for none.</summary>
    public int? Vermoeden { get; init; }

    /// <summary>Whether the account was recognised by the login alone: it yields to who has a key of the account.</summary>
    public bool IsByLogin { get; init; }

    /// <summary>
    /// Whether a key, or the login alone, is that of an account that was merged with this one: the person yields to who has
    /// none but those of the account itself.
    /// </summary>
    public bool IsViaSamengevoegde { get; init; }

    /// <summary>
    /// Of an account that another was merged with: the strongest key by which the person was recognised; else none. Each of
    /// the two may be delivered by keys that the account has from the other.
    /// </summary>
    public Veld SterksteSleutel { get; init; }

    /// <summary>Whether the person is delivered a second time, under keys of an account that was merged.</summary>
    public bool IsTweedeVanSamengevoegde { get; init; }

    /// <summary>Whether a new account takes over keys of accounts that the person is not.</summary>
    public bool NeemtOver { get; init; }

    /// <summary>What else is to be said.</summary>
    public Melding? Toelichting { get; init; }

    /// <summary>Whether a conflict is about a key of somebody with another name, or of several.</summary>
    public bool IsNaamInTwijfel => Reden == Meldingen.AndereNaam || Reden == Meldingen.NaamVanAnder
        || Reden == Meldingen.SleutelVanMeerderen;

    /// <summary>Whether there is nothing to explain beside a reason and a decision.</summary>
    public bool IsPlain => Toelichting is null && Gedeeld == Veld.Geen && !IsByLogin;

    /// <summary>Whether a person decided that this is the account.</summary>
    public bool IsSamengevoegd => Beslissing?.Soort == Beslissingsoort.Samenvoegen;

    /// <summary>Whether a person decided to leave this person out.</summary>
    public bool IsOvergeslagen => Beslissing?.Soort == Beslissingsoort.Overslaan;

    public static Verdict Conflict(Melding reden) => new(-1, RegelSoort.Conflict, reden);

    public static Verdict Afgekeurd(Melding reden) => new(-1, RegelSoort.Afgekeurd, reden);
}
