using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Conflicten;

/// <summary>What a person decided of a conflict.</summary>
public enum Beslissingsoort
{
    /// <summary>The delivered person is this account; other accounts give up the keys in dispute.</summary>
    Samenvoegen = 1,

    /// <summary>The delivered person is none of the accounts in dispute, and does without what is theirs.</summary>
    ApartHouden,

    /// <summary>The delivered person is left out.</summary>
    Overslaan,
}

/// <summary>
/// What a person decided of a conflict, remembered for the next previews. It is found by the strongest key that the
/// delivered person had, and holds for a year, only as long as the person's keys point at no account that was not weighed
/// and at one that was, and never for somebody with another name.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Persoon">The kind of person.</param>
/// <param name="Soort">What was decided.</param>
/// <param name="Naam">The delivered person's name.</param>
/// <param name="Sleutels">The delivered person's keys, strongest first; at least one.</param>
/// <param name="Account">Of <see cref="Beslissingsoort.Samenvoegen"/>: the account that the person is.</param>
/// <param name="Niet">The accounts in dispute that the person is not; of <see cref="Beslissingsoort.Overslaan"/> all
/// that were weighed.</param>
/// <param name="Zonder">Fields that the person does without although nobody's key is in dispute: a docent's
/// e-mail.</param>
/// <param name="Door">Who decided.</param>
/// <param name="Moment">When.</param>
public sealed record Beslissing(
    BeslissingId Id,
    Persoonssoort Persoon,
    Beslissingsoort Soort,
    string Naam,
    IReadOnlyList<Persoonssleutel> Sleutels,
    AccountId? Account,
    IReadOnlyList<AccountId> Niet,
    Veld Zonder,
    string Door,
    DateTimeOffset Moment)
{
    /// <summary>How long a decision holds.</summary>
    public static readonly TimeSpan Termijn = TimeSpan.FromDays(365);

    /// <summary>Code of the reason for which there was a conflict; empty when that was not kept.</summary>
    public string Reden { get; init; } = "";

    /// <summary>When the decision expires; after that the person is a conflict again.</summary>
    public DateTimeOffset VervaltOp => Moment + Termijn;

    /// <summary>Whether several delivered persons claimed the account: then others who claim it were weighed.</summary>
    public bool OverMeerderen => string.Equals(Reden, Meldingen.ZelfdeAccount.Code, StringComparison.Ordinal);

    /// <summary>Whether the key was that of somebody with another name: then the key goes to who it was delivered of.</summary>
    public bool OverNaam => string.Equals(Reden, Meldingen.AndereNaam.Code, StringComparison.Ordinal)
        || string.Equals(Reden, Meldingen.NaamVanAnder.Code, StringComparison.Ordinal);

    /// <summary>The key that it is found by: a school has one decision per key.</summary>
    public Persoonssleutel Sleutel => Sleutels[0];

    /// <summary>Decides a conflict.</summary>
    /// <param name="id">The id of the decision.</param>
    /// <param name="conflict">The row of the conflict.</param>
    /// <param name="soort">What is decided.</param>
    /// <param name="account">Of merging: the account that the person is.</param>
    /// <param name="door">Who decides.</param>
    /// <param name="moment">When.</param>
    /// <returns>The decision, or why it cannot be made.</returns>
    public static Result<Beslissing> Create(
        BeslissingId id,
        Conflict conflict,
        Beslissingsoort soort,
        AccountId? account,
        string door,
        DateTimeOffset moment)
    {
        var betrokken = conflict.Betrokken.Select(b => b.Id).ToArray();
        if (soort == Beslissingsoort.Samenvoegen && (account is not { } chosen || !betrokken.Contains(chosen)))
        {
            return new AccountNietBetrokken(conflict.Nummer, string.Join(", ", betrokken)) { Field = "account_id" };
        }

        if (soort != Beslissingsoort.Samenvoegen && account is not null)
        {
            return new AccountOverbodig(soort) { Field = "account_id" };
        }

        if (soort == Beslissingsoort.ApartHouden && !conflict.HasOwnKey && !conflict.OverNaam)
        {
            return new GeenEigenSleutel(conflict.Nummer) { Field = "soort" };
        }

        return new Beslissing(
            id,
            conflict.Persoon,
            soort,
            conflict.Naam,
            conflict.Sleutels,
            account,
            soort switch
            {
                Beslissingsoort.Samenvoegen => [.. betrokken.Where(b => b != account)],
                Beslissingsoort.ApartHouden => conflict.Anderen,
                _ => betrokken,
            },
            soort == Beslissingsoort.ApartHouden && conflict.OverEmail ? Veld.Email : Veld.Geen,
            door,
            moment)
        {
            Reden = conflict.Reden,
        };
    }

    /// <summary>Whether it still holds on a day in the Netherlands.</summary>
    public bool HoldsOn(DateOnly dag) => DateOnly.FromDateTime(VervaltOp.UtcDateTime) >= dag;

    /// <summary>
    /// Whether a delivered person is who it was decided of: of that very name, but for case, accents and spaces. Somebody of
    /// the same last name is somebody else.
    /// </summary>
    public bool IsAbout(Persoonsgegevens persoon) =>
        string.Equals(Dubbelzoeker.Fold(Naam), Dubbelzoeker.Fold(persoon.Naam), StringComparison.Ordinal);

    /// <summary>Whether the person who was decided about had this ECK iD or stamnummer already: then it was
    /// weighed.</summary>
    public bool Weighed(Persoonssleutel sleutel) => Sleutels.Contains(sleutel);
}
