using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>
/// Plans the persons of one kind. Somebody is recognised by key; keys that name different accounts, an account that two
/// delivered persons claim, and an account that has another ECK iD are conflicts, which touch nobody: one pupil's work
/// is never shown to another.
/// </summary>
internal static class Persoonsplanner
{
    private static readonly Veld[] AlleVelden = [.. Enum.GetValues<Veld>().Where(v => v != Veld.Geen)];

    public static IReadOnlyList<Planregel<T>> Plan<T>(
        IReadOnlyList<Account<T>> current,
        IReadOnlyList<Aangeleverd<T>> incoming,
        IReadOnlySet<Vestigingsnummer> bereik,
        Rekengang gang)
        where T : Persoonsgegevens<T>
    {
        var owners = IndexByKey(current, gang);
        var shared = FindSharedKeys(incoming);
        var verdicts = new Verdict[incoming.Count];
        var claims = new int[current.Count];
        var touched = new bool[current.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            gang.Next();
            verdicts[i] = Recognise(incoming[i], current, owners, shared, touched);
            if (verdicts[i] is { Reden: null, Account: >= 0 and var account })
            {
                claims[account]++;
            }
        }

        var regels = new List<Planregel<T>>(incoming.Count);
        for (var i = 0; i < verdicts.Length; i++)
        {
            gang.Check();
            var verdict = verdicts[i] is { Reden: null, Account: >= 0 and var account } && claims[account] > 1
                ? new Verdict(-1, RegelSoort.Conflict, Meldingen.ZelfdeAccount)
                : verdicts[i];
            regels.Add(ToRegel(incoming[i], verdict, current));
        }

        for (var i = 0; i < touched.Length; i++)
        {
            if (!touched[i] && current[i].Status == Accountstatus.Actief
                && bereik.Contains(current[i].Gegevens.Vestiging))
            {
                regels.Add(new Planregel<T>(
                    RegelSoort.Archiveren, current[i], current[i].Gegevens, Veld.Geen, [], []));
            }
        }

        regels.Sort(Regelvolgorde<T>.Instance);
        return regels;
    }

    private static Dictionary<Persoonssleutel, int> IndexByKey<T>(IReadOnlyList<Account<T>> current, Rekengang gang)
        where T : Persoonsgegevens<T>
    {
        var owners = new Dictionary<Persoonssleutel, int>(current.Count * 3);
        for (var i = 0; i < current.Count; i++)
        {
            gang.Check();
            foreach (var sleutel in current[i].Gegevens.Sleutels)
            {
                owners[sleutel] = i;
            }
        }

        return owners;
    }

    private static HashSet<Persoonssleutel> FindSharedKeys<T>(IReadOnlyList<Aangeleverd<T>> incoming)
        where T : Persoonsgegevens<T>
    {
        var seen = new HashSet<Persoonssleutel>(incoming.Count * 3);
        var shared = new HashSet<Persoonssleutel>();
        foreach (var persoon in incoming.Where(p => p.Afkeuring is null))
        {
            foreach (var sleutel in persoon.Gegevens.Sleutels)
            {
                if (!seen.Add(sleutel))
                {
                    shared.Add(sleutel);
                }
            }
        }

        return shared;
    }

    /// <summary>Finds the account of a delivered person, and marks every account that any of its keys names.</summary>
    private static Verdict Recognise<T>(
        Aangeleverd<T> persoon,
        IReadOnlyList<Account<T>> current,
        Dictionary<Persoonssleutel, int> owners,
        HashSet<Persoonssleutel> shared,
        bool[] touched)
        where T : Persoonsgegevens<T>
    {
        var account = -1;
        var door = Veld.Geen;
        var (sleutels, gedeeld, uiteen) = (0, false, false);
        foreach (var sleutel in persoon.Gegevens.Sleutels)
        {
            sleutels++;
            gedeeld |= shared.Contains(sleutel);
            if (owners.TryGetValue(sleutel, out var owner))
            {
                touched[owner] = true;
                uiteen |= account >= 0 && account != owner;
                (account, door) = account < 0 ? (owner, sleutel.Veld) : (account, door);
            }
        }

        return persoon.Afkeuring is { } afkeuring ? new Verdict(-1, RegelSoort.Afgekeurd, afkeuring)
            : sleutels == 0 ? new Verdict(-1, RegelSoort.Afgekeurd, Meldingen.GeenSleutel)
            : gedeeld ? new Verdict(-1, RegelSoort.Afgekeurd, Meldingen.DubbeleSleutel)
            : uiteen ? new Verdict(-1, RegelSoort.Conflict, Meldingen.SleutelsWijzenUiteen)
            : account >= 0 && HasOtherEckId(current[account].Gegevens, persoon.Gegevens)
                ? new Verdict(-1, RegelSoort.Conflict, Meldingen.AnderEckId)
            : door == Veld.IdGebr && HasOtherStamnummer(current[account].Gegevens, persoon.Gegevens)
                ? new Verdict(-1, RegelSoort.Conflict, Meldingen.AnderStamnummer)
            : new Verdict(account, default, null);
    }

    private static bool HasOtherEckId(Persoonsgegevens account, Persoonsgegevens persoon) =>
        account.EckId is { } own && persoon.EckId is { } delivered && own != delivered;

    // Magister's login accounts are the weakest key: alone they do not outweigh another stamnummer.
    private static bool HasOtherStamnummer(Persoonsgegevens account, Persoonsgegevens persoon) =>
        StamnummerOf(account) is { } own && StamnummerOf(persoon) is { } delivered
        && !string.Equals(own, delivered, StringComparison.Ordinal);

    private static string? StamnummerOf(Persoonsgegevens gegevens) =>
        gegevens.Sleutels.Where(s => s.Veld == Veld.Stamnummer).Select(s => s.Waarde).FirstOrDefault();

    private static Planregel<T> ToRegel<T>(Aangeleverd<T> persoon, Verdict verdict, IReadOnlyList<Account<T>> current)
        where T : Persoonsgegevens<T>
    {
        var meldingen = Order(persoon.Meldingen);
        if (verdict.Reden is { } reden)
        {
            return new Planregel<T>(verdict.Soort, null, persoon.Gegevens, Veld.Geen, [], [reden, .. meldingen]);
        }

        if (verdict.Account < 0)
        {
            return new Planregel<T>(RegelSoort.Nieuw, null, persoon.Gegevens, Veld.Geen, [], meldingen);
        }

        var account = current[verdict.Account];
        var delivered = account.Gegevens.Take(persoon.Geleverd, persoon.Gegevens);
        var different = account.Gegevens.DifferenceTo(delivered);
        var behouden = different & account.Vergrendeld;
        var gewijzigd = different & ~account.Vergrendeld;
        var gegevens = behouden == Veld.Geen ? delivered : account.Gegevens.Take(gewijzigd, delivered);
        var soort = account.Status == Accountstatus.Gearchiveerd ? RegelSoort.Heractiveren
            : gewijzigd == Veld.Geen ? RegelSoort.Ongewijzigd
            : RegelSoort.Bijwerken;
        return new Planregel<T>(
            soort, account, gegevens, gewijzigd, Describe(account, delivered, different), meldingen);
    }

    private static IReadOnlyList<Veldwijziging> Describe<T>(Account<T> account, T delivered, Veld different)
        where T : Persoonsgegevens<T> => different == Veld.Geen
            ? []
            :
            [
                .. AlleVelden
                    .Where(veld => different.HasFlag(veld))
                    .Select(veld => new Veldwijziging(
                        veld, account.Gegevens.Show(veld), delivered.Show(veld), account.Vergrendeld.HasFlag(veld))),
            ];

    private static IReadOnlyList<Melding> Order(IReadOnlyList<Melding> meldingen) => meldingen.Count <= 1
        ? meldingen
        :
        [
            .. meldingen
                .Distinct()
                .OrderBy(m => m.Code, StringComparer.Ordinal)
                .ThenBy(m => m.Tekst, StringComparer.Ordinal),
        ];

    /// <param name="Account">Index of the account; -1 for none.</param>
    /// <param name="Soort">Conflict or rejected, when there is a reason.</param>
    /// <param name="Reden">Why nothing happens to this person.</param>
    private readonly record struct Verdict(int Account, RegelSoort Soort, Melding? Reden);
}
