using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Importeren.Inschrijvingen;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>Makes the row of a delivered person who was recognised.</summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
internal sealed class Regelmaker<T>(Sleutelregister<T> register)
    where T : Persoonsgegevens<T>
{
    private static readonly Veld[] AlleVelden = [.. Enum.GetValues<Veld>().Where(v => v != Veld.Geen)];

    public Planregel<T> Make(Aangeleverd<T> persoon, Verdict verdict)
    {
        persoon = verdict.Account < 0
            ? persoon
            : Inschrijvingkeuze.Settle(persoon, register.Accounts[verdict.Account].Gegevens)
                .KeepGroepen(register.Accounts[verdict.Account].Gegevens);
        var beslissing = verdict.IsDoorslaggevend ? verdict.Beslissing : null;
        var meldingen = Order(
            beslissing is null && verdict.IsPlain ? persoon.Meldingen : [.. persoon.Meldingen, .. Explain(verdict, beslissing)]);
        var regel = verdict.Reden is { } reden
                ? Make(verdict.Soort, persoon.Gegevens, [reden, .. meldingen]) with
                {
                    Betrokken = verdict.Soort == RegelSoort.Conflict
                        ? FindBetrokken(persoon.Gegevens, verdict.IsNaamInTwijfel)
                        : [],
                }
            : verdict.IsOvergeslagen || verdict.IsTweedeVanSamengevoegde ? Make(RegelSoort.Ongewijzigd, persoon.Gegevens, meldingen)
            : verdict.Account < 0 ? MakeNew(persoon.Gegevens, verdict, meldingen)
            : Compare(persoon, verdict, meldingen);
        return regel with { Aangeleverd = persoon.Gegevens, Beslissing = beslissing };
    }

    private static IEnumerable<Melding> Explain(Verdict verdict, Beslissing? beslissing)
    {
        if (beslissing is not null)
        {
            yield return Meldingen.Besloten(beslissing, verdict.NeemtOver);
        }

        if (verdict.Toelichting is { } toelichting)
        {
            yield return toelichting;
        }

        if (verdict.Gedeeld != Veld.Geen && verdict.Soort != RegelSoort.Afgekeurd)
        {
            yield return Meldingen.SleutelGedeeld(verdict.Gedeeld);
        }

        if (verdict.IsByLogin && verdict.Reden is null)
        {
            yield return Meldingen.HerkendAanEmail;
        }
    }

    private Planregel<T> MakeNew(T persoon, Verdict verdict, IReadOnlyList<Melding> meldingen)
    {
        var gegevens = TakeOver(persoon, verdict.Zonder | verdict.Gedeeld);
        return Make(RegelSoort.Nieuw, gegevens, meldingen) with
        {
            Afstanden = verdict.NeemtOver ? FindAfstanden(verdict.Account, gegevens) : [],
        };
    }

    private static T TakeOver(T persoon, Veld zonder) => zonder == Veld.Geen ? persoon : persoon.Without(zonder);

    private static Planregel<T> Make(RegelSoort soort, T gegevens, IReadOnlyList<Melding> meldingen) =>
        new(soort, null, gegevens, Veld.Geen, [], meldingen);

    private Planregel<T> Compare(Aangeleverd<T> persoon, Verdict verdict, IReadOnlyList<Melding> meldingen)
    {
        var account = register.Accounts[verdict.Account];
        var verloren = FindDamaged(account.Gegevens, persoon.Gegevens);
        var geleverd = persoon.Geleverd
            & ~(verdict.Zonder | verdict.Gedeeld | verloren | FindShorter(account.Gegevens, persoon.Gegevens)
                | register.FindKeptElsewhere(persoon.Gegevens, verdict.Account));
        if (verloren != Veld.Geen && !meldingen.Any(IsOfLostLetters))
        {
            meldingen = Order([.. meldingen, Meldingen.NaamBehouden]);
        }

        var delivered = account.Gegevens.Take(geleverd, persoon.Gegevens);
        var gegevens = account.Vergrendeld == Veld.Geen
            ? delivered
            : account.Gegevens.Receive(geleverd, account.Vergrendeld, persoon.Gegevens);
        var gewijzigd = account.Gegevens.DifferenceTo(gegevens);
        var terug = account.Status == Accountstatus.Gearchiveerd;
        var soort = terug ? RegelSoort.Heractiveren
            : gewijzigd != Veld.Geen ? RegelSoort.Bijwerken
            : IsInDoubt(persoon, account) ? RegelSoort.Aangehouden
            : RegelSoort.Ongewijzigd;
        return new Planregel<T>(
            soort,
            account,
            gegevens,
            gewijzigd,
            Describe(account, gegevens, delivered, gewijzigd),
            terug && account.MetDeHandGearchiveerd is { } hand
                ? [Meldingen.MetDeHandGearchiveerd(hand), .. meldingen]
                : meldingen)
        {
            Aangehouden = soort == RegelSoort.Aangehouden ? RegelSoort.Bijwerken : null,
            Afstanden = verdict.IsSamengevoegd ? FindAfstanden(verdict.Account, gegevens) : [],
        };
    }

    // A doelgroep that a person settled in Numo leaves nothing to wait for.
    private static bool IsInDoubt(Aangeleverd<T> persoon, Account<T> account) =>
        persoon.Inschrijvingen.Count > 0 && !account.Vergrendeld.HasFlag(Veld.Doelgroep);

    private static bool IsOfLostLetters(Melding melding) =>
        string.Equals(melding.Code, Meldingen.NaamBehouden.Code, StringComparison.Ordinal);

    /// <summary>The names that Numo has with all letters, and the source without some.</summary>
    private static Veld FindDamaged(T account, T persoon) =>
        (NameComparison.IsDamaged(account.Roepnaam, persoon.Roepnaam) ? Veld.Roepnaam : Veld.Geen)
        | (NameComparison.IsDamaged(account.Voorvoegsel, persoon.Voorvoegsel) ? Veld.Voorvoegsel : Veld.Geen)
        | (NameComparison.IsDamaged(account.Achternaam, persoon.Achternaam) ? Veld.Achternaam : Veld.Geen);

    // The same number that lost its zeros, or never had them in that source: Numo shows the one with all of them.
    private static Veld FindShorter(T account, T persoon) =>
        account is LeerlingGegevens { Stamnummer: { } own } && persoon is LeerlingGegevens { Stamnummer: { } delivered }
        && own == delivered && own.Value.Length > delivered.Value.Length
            ? Veld.Stamnummer
            : Veld.Geen;

    /// <summary>The keys of other accounts that this one gets.</summary>
    private Afstand<T>[] FindAfstanden(int account, T gegevens) =>
    [
        .. gegevens.Sleutels
            .Where(sleutel => register.TryFindOwner(sleutel, out var owner) && owner != account)
            .GroupBy(sleutel => register.FindHolder(sleutel, account))
            .Select(holder => new Afstand<T>(register.Accounts[holder.Key], [.. holder])),
    ];

    private Betrokkene[] FindBetrokken(T persoon, bool isNaamInTwijfel) =>
    [
        .. register.FindBetrokken(persoon, isNaamInTwijfel)
            .Select(v => (Account: register.Accounts[v.Key], Velden: v.Value))
            .Select(v => new Betrokkene(v.Account.Id, v.Account.Gegevens.Naam, v.Account.Status, v.Velden)),
    ];

    private static IReadOnlyList<Veldwijziging> Describe(Account<T> account, T after, T delivered, Veld gewijzigd)
    {
        var behouden = account.Vergrendeld == Veld.Geen
            ? Veld.Geen
            : account.Gegevens.DifferenceTo(delivered) & ~gewijzigd;
        return (gewijzigd | behouden) == Veld.Geen
            ? []
            :
            [
                .. AlleVelden
                    .Where(veld => (gewijzigd | behouden).HasFlag(veld))
                    .Select(veld => new Veldwijziging(
                        veld,
                        account.Gegevens.Show(veld),
                        (behouden.HasFlag(veld) ? delivered : after).Show(veld),
                        behouden.HasFlag(veld))),
            ];
    }

    private static IReadOnlyList<Melding> Order(IReadOnlyList<Melding> meldingen) => meldingen.Count <= 1
        ? meldingen
        :
        [
            .. meldingen
                .Distinct()
                .OrderBy(m => m.Code, StringComparer.Ordinal)
                .ThenBy(m => m.Tekst, StringComparer.Ordinal),
        ];
}
