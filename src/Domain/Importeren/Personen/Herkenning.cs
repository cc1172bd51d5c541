using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>
/// Recognises delivered persons by their keys. Keys that name different accounts and an account that has another ECK iD
/// are conflicts, unless a person decided of them.
/// </summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
internal sealed class Herkenning<T>(Sleutelregister<T> register, Beslissingenlijst beslissingen)
    where T : Persoonsgegevens<T>
{
    private readonly bool[] _touched = new bool[register.Accounts.Count];

    /// <summary>Whether a delivered person is or may be the account.</summary>
    public bool IsTouched(int account) => _touched[account];

    /// <summary>Finds the account of a delivered person.</summary>
    public Verdict Recognise(Aangeleverd<T> persoon)
    {
        var beslissing = persoon.Afkeuring is null ? beslissingen.Find(persoon.Gegevens) : null;
        var verdict = persoon.Afkeuring is { } afkeuring ? Verdict.Afgekeurd(afkeuring) : Judge(persoon, beslissing);
        Touch(persoon, verdict);
        return verdict;
    }

    private Verdict Judge(Aangeleverd<T> persoon, Beslissing? beslissing)
    {
        var beeld = Look(persoon.Gegevens, []);
        var regular = beeld.Sleutels == 0 ? Verdict.Afgekeurd(Meldingen.GeenSleutel)
            : beeld.IsGedeeld ? Verdict.Afgekeurd(Meldingen.DubbeleSleutel)
            : Weigh(persoon.Gegevens, beeld, null);
        return beslissing is null || regular.Soort == RegelSoort.Afgekeurd
            ? regular
            : Follow(persoon.Gegevens, beslissing, regular);
    }

    /// <summary>Follows a decision; one that did not weigh all accounts of now says nothing.</summary>
    private Verdict Follow(T persoon, Beslissing beslissing, Verdict regular)
    {
        var beeld = Look(persoon, beslissing.Niet);
        switch (beslissing.Soort)
        {
            case Beslissingsoort.Overslaan when beeld.Account < 0:
                return new Verdict(-1, default, null) { Beslissing = beslissing, IsDoorslaggevend = true };
            case Beslissingsoort.ApartHouden when beeld.HasEigenSleutel:
                var apart = Weigh(persoon, beeld, null);
                var zonder = beeld.Bezet | beslissing.Zonder;
                return apart.Reden is null
                    ? apart with { Beslissing = beslissing, IsDoorslaggevend = zonder != Veld.Geen, Zonder = zonder }
                    : apart;
            case Beslissingsoort.Samenvoegen when register.Find(beslissing.Account) is { } account
                && !beeld.WijstUiteen && (beeld.Account < 0 || beeld.Account == account):
                var samen = Weigh(persoon, beeld with { Account = account }, beslissing);
                return samen.Reden is not null ? samen : samen with
                {
                    Beslissing = beslissing,
                    IsDoorslaggevend = regular.Reden is not null || regular.Account != account,
                    Zonder = beeld.Vergrendeld,
                };
            default:
                return regular;
        }
    }

    private Verdict Weigh(T persoon, Beeld beeld, Beslissing? gewogen)
    {
        var account = beeld.Account;
        return beeld.WijstUiteen ? Verdict.Conflict(Meldingen.SleutelsWijzenUiteen)
            : account >= 0 && Differs(Veld.EckId, register.Accounts[account].Gegevens, persoon, gewogen)
                ? Verdict.Conflict(Meldingen.AnderEckId)
            // Magister's login accounts are the weakest key: alone they do not outweigh another stamnummer.
            : beeld.Door == Veld.IdGebr && Differs(Veld.Stamnummer, register.Accounts[account].Gegevens, persoon, gewogen)
                ? Verdict.Conflict(Meldingen.AnderStamnummer)
            : new Verdict(account, default, null);
    }

    private static bool Differs(
        Veld veld, Persoonsgegevens account, Persoonsgegevens persoon, Beslissing? gewogen) =>
        Find(account, veld) is { } own && Find(persoon, veld) is { } delivered
        && own != delivered && gewogen?.Weighed(delivered) != true;

    private static Persoonssleutel? Find(Persoonsgegevens gegevens, Veld veld)
    {
        foreach (var sleutel in gegevens.Sleutels)
        {
            if (sleutel.Veld == veld)
            {
                return sleutel;
            }
        }

        return null;
    }

    private Beeld Look(T persoon, IReadOnlyList<AccountId> niet)
    {
        var beeld = new Beeld { Account = -1 };
        foreach (var sleutel in persoon.Sleutels)
        {
            beeld.Sleutels++;
            beeld.IsGedeeld |= register.IsShared(sleutel);
            if (!register.TryFindOwner(sleutel, out var owner))
            {
                beeld.HasEigenSleutel = true;
            }
            else if (niet.Count > 0 && niet.Contains(register.Accounts[owner].Id))
            {
                beeld.Bezet |= sleutel.Veld;
                beeld.Vergrendeld |= sleutel.Veld & register.Accounts[owner].Vergrendeld;
            }
            else
            {
                beeld.HasEigenSleutel = true;
                beeld.WijstUiteen |= beeld.Account >= 0 && beeld.Account != owner;
                (beeld.Account, beeld.Door) = beeld.Account < 0 ? (owner, sleutel.Veld) : (beeld.Account, beeld.Door);
            }
        }

        return beeld;
    }

    /// <summary>
    /// Marks the account; of somebody who is refused or left out every account that a key names, so that none of them
    /// is taken to have left.
    /// </summary>
    private void Touch(Aangeleverd<T> persoon, Verdict verdict)
    {
        if (verdict.Account >= 0)
        {
            _touched[verdict.Account] = true;
        }

        if (verdict.Reden is null && !verdict.IsOvergeslagen)
        {
            return;
        }

        foreach (var sleutel in persoon.Gegevens.Sleutels)
        {
            if (register.TryFindOwner(sleutel, out var owner))
            {
                _touched[owner] = true;
            }
        }
    }

    /// <summary>What a delivered person's keys say.</summary>
    private record struct Beeld
    {
        public int Sleutels;
        public bool IsGedeeld;
        public bool WijstUiteen;
        public bool HasEigenSleutel;

        /// <summary>The account that the strongest key names; -1 for none.</summary>
        public int Account;

        /// <summary>The key that names it.</summary>
        public Veld Door;

        /// <summary>The keys of accounts that the person is not.</summary>
        public Veld Bezet;

        /// <summary>Those of them that are locked there.</summary>
        public Veld Vergrendeld;
    }
}
