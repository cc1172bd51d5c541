using Kurve.Numo.Domain.Importeren.Conflicten;
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
            : Inschrijvingkeuze.Settle(persoon, register.Accounts[verdict.Account].Gegevens);
        var beslissing = verdict.IsDoorslaggevend ? verdict.Beslissing : null;
        var meldingen = beslissing is null
            ? Order(persoon.Meldingen)
            : Order([.. persoon.Meldingen, Meldingen.Besloten(beslissing)]);
        var regel = verdict.Reden is { } reden
                ? Make(verdict.Soort, persoon.Gegevens, [reden, .. meldingen]) with
                {
                    Betrokken = verdict.Soort == RegelSoort.Conflict ? FindBetrokken(persoon.Gegevens) : [],
                }
            : verdict.IsOvergeslagen ? Make(RegelSoort.Ongewijzigd, persoon.Gegevens, meldingen)
            : verdict.Account < 0 ? Make(RegelSoort.Nieuw, TakeOver(persoon.Gegevens, verdict.Zonder), meldingen)
            : Compare(persoon, verdict, meldingen);
        return regel with { Aangeleverd = persoon.Gegevens, Beslissing = beslissing };
    }

    private static T TakeOver(T persoon, Veld zonder) => zonder == Veld.Geen ? persoon : persoon.Without(zonder);

    private static Planregel<T> Make(RegelSoort soort, T gegevens, IReadOnlyList<Melding> meldingen) =>
        new(soort, null, gegevens, Veld.Geen, [], meldingen);

    private Planregel<T> Compare(Aangeleverd<T> persoon, Verdict verdict, IReadOnlyList<Melding> meldingen)
    {
        var account = register.Accounts[verdict.Account];
        var geleverd = persoon.Geleverd & ~verdict.Zonder;
        var delivered = account.Gegevens.Take(geleverd, persoon.Gegevens);
        var gegevens = account.Vergrendeld == Veld.Geen
            ? delivered
            : account.Gegevens.Receive(geleverd, account.Vergrendeld, persoon.Gegevens);
        var gewijzigd = account.Gegevens.DifferenceTo(gegevens);
        var terug = account.Status == Accountstatus.Gearchiveerd;
        var soort = terug ? RegelSoort.Heractiveren
            : gewijzigd == Veld.Geen ? RegelSoort.Ongewijzigd
            : RegelSoort.Bijwerken;
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
            Afstanden = verdict.IsSamengevoegd ? FindAfstanden(verdict.Account, gegevens) : [],
        };
    }

    /// <summary>The keys of other accounts that this one gets.</summary>
    private Afstand<T>[] FindAfstanden(int account, T gegevens) =>
    [
        .. gegevens.Sleutels
            .Select(sleutel => (Sleutel: sleutel, Owner: register.TryFindOwner(sleutel, out var owner) ? owner : account))
            .Where(s => s.Owner != account)
            .GroupBy(s => s.Owner, s => s.Sleutel)
            .Select(owner => new Afstand<T>(register.Accounts[owner.Key], [.. owner])),
    ];

    private Betrokkene[] FindBetrokken(T persoon)
    {
        var velden = new Dictionary<int, Veld>();
        foreach (var sleutel in persoon.Sleutels)
        {
            if (register.TryFindOwner(sleutel, out var owner))
            {
                velden[owner] = velden.GetValueOrDefault(owner) | sleutel.Veld;
            }
        }

        return
        [
            .. velden.Select(v => (Account: register.Accounts[v.Key], Velden: v.Value))
                .Select(v => new Betrokkene(v.Account.Id, v.Account.Gegevens.Naam, v.Account.Status, v.Velden)),
        ];
    }

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
