using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Conflicten;

/// <summary>An account that a conflict is about, or that a new person may be.</summary>
/// <param name="Id">The account.</param>
/// <param name="Naam">Its name in Numo.</param>
/// <param name="Status">Active or archived.</param>
/// <param name="Sleutels">Which of the delivered person's fields point at it: keys, a docent's e-mail, or the name.</param>
public sealed record Betrokkene(AccountId Id, string Naam, Accountstatus Status, Veld Sleutels);

/// <summary>A row that is a conflict, with what a person has to know to decide it.</summary>
/// <param name="Nummer">Number of the row.</param>
/// <param name="Persoon">The kind of person.</param>
/// <param name="Naam">The delivered person's name.</param>
/// <param name="Reden">Code of the reason.</param>
/// <param name="Sleutels">The delivered person's keys, strongest first.</param>
/// <param name="Betrokken">The accounts that it is about.</param>
public sealed record Conflict(
    int Nummer,
    Persoonssoort Persoon,
    string Naam,
    string Reden,
    IReadOnlyList<Persoonssleutel> Sleutels,
    IReadOnlyList<Betrokkene> Betrokken)
{
    /// <summary>Whether it is about a docent's e-mail.</summary>
    public bool OverEmail => string.Equals(Reden, Meldingen.EmailBezet.Code, StringComparison.Ordinal);

    /// <summary>Whether it is about a key of somebody with another name.</summary>
    public bool OverNaam => string.Equals(Reden, Meldingen.AndereNaam.Code, StringComparison.Ordinal)
        || string.Equals(Reden, Meldingen.NaamVanAnder.Code, StringComparison.Ordinal);

    /// <summary>
    /// The accounts that a person who is kept apart is not: all, but the one that the strongest key names. Of an account
    /// that several delivered persons claim, or that has another stamnummer, a person who is kept apart is not that one; of
    /// an e-mail, not who has it.
    /// </summary>
    public IReadOnlyList<AccountId> Anderen => [.. Betrokken.Where(IsAnder).Select(b => b.Id)];

    /// <summary>Whether a key is left when those of other accounts are not counted.</summary>
    public bool HasOwnKey
    {
        get
        {
            var anderen = Anderen;
            var bezet = Betrokken
                .Where(b => anderen.Contains(b.Id))
                .Aggregate(OverEmail ? Veld.Email : Veld.Geen, (velden, b) => velden | b.Sleutels);
            return Sleutels.Any(s => !bezet.HasFlag(s.Veld));
        }
    }

    private bool IsAnder(Betrokkene betrokkene) => OverEmail
        ? betrokkene.Sleutels.HasFlag(Veld.Email)
        : !betrokkene.Sleutels.HasFlag(Sleutels[0].Veld)
            || OverNaam || IsOver(Meldingen.ZelfdeAccount) || IsOver(Meldingen.AnderStamnummer);

    private bool IsOver(Melding reden) => string.Equals(Reden, reden.Code, StringComparison.Ordinal);
}
