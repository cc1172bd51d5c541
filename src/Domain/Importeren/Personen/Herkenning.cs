using System.Numerics;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>
/// Recognises delivered persons by their keys. Keys that name different accounts, an account that has another ECK iD, and
/// an account of which a weak key names somebody with another first and last name are conflicts, unless a person decided of
/// them. A weak key that several delivered persons have says nothing of any of them.
/// </summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
internal sealed class Herkenning<T>(Sleutelregister<T> register, Beslissingenlijst beslissingen)
    where T : Persoonsgegevens<T>
{
    private static readonly HashSet<int> Nobody = [];

    /// <summary>Finds the account of a delivered person.</summary>
    public Verdict Recognise(Aangeleverd<T> persoon)
    {
        if (persoon.Afkeuring is { } afkeuring)
        {
            return Verdict.Afgekeurd(afkeuring);
        }

        var beeld = Look(persoon.Gegevens, Nobody);
        var verdict = Judge(persoon.Gegevens, beeld);
        if (verdict.Soort != RegelSoort.Afgekeurd && beslissingen.Find(persoon.Gegevens) is { } beslissing)
        {
            verdict = !beslissingen.IsOver(beslissing) ? Follow(persoon.Gegevens, beslissing, verdict)
                : verdict.Reden is null ? verdict
                : verdict with { Toelichting = Meldingen.BeslissingVerlopen(beslissing) };
        }

        return verdict with
        {
            Gedeeld = beeld.Gedeeld,
            IsViaSamengevoegde = verdict is { Account: >= 0, Beslissing: null } && IsViaMerged(persoon.Gegevens, verdict),
            SterksteSleutel = verdict is { Account: >= 0, Beslissing: null } && register.HasMerged(verdict.Account)
                ? FindStrongest(persoon.Gegevens, verdict.Account)
                : Veld.Geen,
        };
    }

    // Keys come in the order of their strength.
    private Veld FindStrongest(T persoon, int account) => persoon.Sleutels
        .Where(sleutel => register.TryFindOwner(sleutel, out var owner) && owner == account)
        .Select(sleutel => sleutel.Veld)
        .FirstOrDefault();

    private bool IsViaMerged(T persoon, Verdict verdict) =>
        register.FindKeptElsewhere(persoon, verdict.Account) != Veld.Geen
        || (verdict.IsByLogin && !string.Equals(
            register.Accounts[verdict.Account].Gegevens.Login, persoon.Login, StringComparison.Ordinal));

    private Verdict Judge(T persoon, Beeld beeld) =>
        beeld.IsGedeeld || (beeld.Sleutels == 0 && beeld.Gedeeld != Veld.Geen)
            ? Verdict.Afgekeurd(Meldingen.DubbeleSleutel)
        : beeld.Sleutels == 0 ? Verdict.Afgekeurd(Meldingen.GeenSleutel)
        : beeld.Account >= 0 ? Weigh(persoon, beeld, null)
        : register.FindByLogin(persoon) is { } account
            && NameComparison.ShareName(register.Accounts[account].Gegevens, persoon)
            ? Weigh(persoon, beeld with { Account = account, Door = Veld.Email }, null) with { IsByLogin = true }
        : new Verdict(-1, default, null) { Vermoeden = FindVermoeden(persoon, beeld) };

    private int? FindVermoeden(T persoon, Beeld beeld) =>
        beeld.GedeeldMet is { } account && !NameComparison.AreOthers(register.Accounts[account].Gegevens, persoon)
            ? account
            : null;

    /// <summary>
    /// Follows a decision, as long as a key still names an account that was weighed; one that did not weigh all accounts of
    /// now says nothing.
    /// </summary>
    private Verdict Follow(T persoon, Beslissing beslissing, Verdict regular)
    {
        var gekozen = register.Find(beslissing.Account);
        var niet = beslissing.Niet.Select(id => register.Find(id)).OfType<int>().Where(i => i != gekozen).ToHashSet();
        var beeld = Look(persoon, niet);
        var weighed = beeld.Bezet != Veld.Geen || IsWeighed(beeld.GedeeldMet) || IsWeighed(register.FindByLogin(persoon));
        switch (beslissing.Soort)
        {
            case Beslissingsoort.Overslaan when beeld.Account < 0 && weighed:
                return new Verdict(-1, default, null) { Beslissing = beslissing, IsDoorslaggevend = true };
            // Nobody would know the person again without a key: every night would make another account.
            case Beslissingsoort.ApartHouden when beeld.HasEigenSleutel
                && persoon.Without(beeld.Bezet | beeld.Gedeeld | beslissing.Zonder).Sleutels.Any():
                var apart = beeld.Account >= 0 ? Weigh(persoon, beeld, null) : new Verdict(-1, default, null);
                var zonder = beeld.Bezet | beslissing.Zonder;
                return apart.Reden is null
                    ? apart with { Beslissing = beslissing, IsDoorslaggevend = zonder != Veld.Geen, Zonder = zonder }
                    : apart;
            case Beslissingsoort.ApartHouden when beslissing.OverNaam && beeld.Vergrendeld != beeld.Bezet:
                return new Verdict(-1, default, null)
                {
                    Beslissing = beslissing,
                    IsDoorslaggevend = true,
                    Zonder = beeld.Vergrendeld,
                    NeemtOver = true,
                };
            case Beslissingsoort.Samenvoegen when gekozen is { } account
                && !beeld.WijstUiteen && (beeld.Account == account || (beeld.Account < 0 && weighed)):
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

        bool IsWeighed(int? account) => account is { } known && (known == gekozen || niet.Contains(known));
    }

    /// <summary>Whether the account may be the person's.</summary>
    private Verdict Weigh(T persoon, Beeld beeld, Beslissing? gewogen)
    {
        // Magister's login accounts are the weakest key: alone they do not outweigh another stamnummer; nor does any weak key
        // where the name differs as well.
        var naam = beeld.Door == Veld.EckId || gewogen is not null
            ? NameDifference.None
            : Compare(persoon, beeld.Account);
        var anderNummer = (beeld.Door == Veld.IdGebr || naam != NameDifference.None)
            && Differs(Veld.Stamnummer, beeld.Account, persoon, gewogen);
        var wasWeg = register.Accounts[beeld.Account].Status == Accountstatus.Gearchiveerd;
        return beeld.WijstUiteen ? Verdict.Conflict(Meldingen.SleutelsWijzenUiteen)
            : Differs(Veld.EckId, beeld.Account, persoon, gewogen) ? Verdict.Conflict(Meldingen.AnderEckId)
            : anderNummer ? Verdict.Conflict(Meldingen.AnderStamnummer)
            // Who left and comes back under another first name is as likely somebody who was given the number.
            : naam == NameDifference.Both || (wasWeg && naam.HasFlag(NameDifference.Roepnaam))
                ? Verdict.Conflict(Meldingen.AndereNaam)
            : naam != NameDifference.None && register.HasNamesake(persoon, beeld.Account)
                ? Verdict.Conflict(Meldingen.NaamVanAnder)
            : new Verdict(beeld.Account, default, null);
    }

    // The name may also be that of an account that was merged with this one.
    private NameDifference Compare(T persoon, int account)
    {
        var own = NameComparison.Compare(register.Accounts[account].Gegevens, persoon);
        return own == NameDifference.None ? own : register.FindMerged(account)
            .Select(known => NameComparison.Compare(known, persoon))
            .Prepend(own)
            .MinBy(difference => BitOperations.PopCount((uint)difference));
    }

    // A key of an account that was merged with this one is no other key.
    private bool Differs(Veld veld, int account, T persoon, Beslissing? gewogen) =>
        Find(register.Accounts[account].Gegevens, veld) is { } own && Find(persoon, veld) is { } delivered
        && own != delivered && gewogen?.Weighed(delivered) != true
        && !(register.TryFindOwner(delivered, out var owner) && owner == account);

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

    private Beeld Look(T persoon, IReadOnlySet<int> niet)
    {
        var beeld = new Beeld();
        foreach (var sleutel in persoon.Sleutels)
        {
            if (register.IsShared(sleutel))
            {
                NoteShared(ref beeld, sleutel);
            }
            else
            {
                beeld.Sleutels++;
                NoteOwner(ref beeld, sleutel, niet);
            }
        }

        return beeld;
    }

    private void NoteShared(ref Beeld beeld, Persoonssleutel sleutel)
    {
        beeld.IsGedeeld |= sleutel.Veld == Veld.EckId;
        beeld.Gedeeld |= sleutel.Veld;
        beeld.GedeeldMet ??= register.TryFindOwner(sleutel, out var owner) ? owner : null;
    }

    private void NoteOwner(ref Beeld beeld, Persoonssleutel sleutel, IReadOnlySet<int> niet)
    {
        if (!register.TryFindOwner(sleutel, out var owner))
        {
            beeld.HasEigenSleutel = true;
        }
        else if (niet.Count > 0 && niet.Contains(owner))
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
}
