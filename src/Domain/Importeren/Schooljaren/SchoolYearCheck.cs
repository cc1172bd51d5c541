using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Schooljaren;

/// <summary>
/// Looks for people of another school year than the one that is imported: last year's file in September, next year's in
/// July. In a running year leerjaren stay and classes keep their pupils; in the first import of a year leerjaren rise.
/// </summary>
/// <param name="current">All that Numo has of the school.</param>
/// <param name="incoming">All that was delivered.</param>
/// <param name="kader">Of which vestigingen the accounts are of this year already.</param>
internal sealed class SchoolYearCheck(Schoolstand current, Aanlevering incoming, Plankader kader)
{
    // Of fewer people and classes, most may well change by chance.
    private const int FewPeople = 10;
    private const int FewClasses = 3;
    private const int SmallClass = 5;

    // Days after 1 August by which every school has its new year.
    private const int ReadyWithin = 45;

    // Who gets another one; who loses it is counted with the losses.
    private static readonly (Veld Veld, string Wat, Func<LeerlingGegevens, bool> Has)[] Kinds =
    [
        (Veld.Stamgroep, "klas", leerling => leerling.Stamgroep is not null),
        (Veld.Leerjaar, "leerjaar", leerling => leerling.Leerjaar is not null),
        (Veld.Doelgroep, "doelgroep", leerling => leerling.Doelgroep is not null),
    ];

    /// <summary>The brake, if any, that these rows put on.</summary>
    /// <param name="gezien">The rows before any was held.</param>
    public IReadOnlyList<Melding> Check(Planregels gezien)
    {
        if (kader.IsVoorbij(incoming.Schooljaar))
        {
            return [];
        }

        var vestigingen = gezien.Leerlingen.Where(IsKnown).GroupBy(r => r.Account!.Gegevens.Vestiging).ToArray();
        return
        [
            .. vestigingen
                .OrderBy(rows => rows.Key)
                .Select(rows => (rows.Key, Waaraan: Find(rows.Key, [.. rows])))
                .Where(found => found.Waaraan is not null)
                .Select(found => BeleidMeldingen.VerkeerdSchooljaar(
                    incoming.Schooljaar,
                    vestigingen.Length > 1 ? $"Vestiging {found.Key}: {found.Waaraan}" : found.Waaraan!)),
        ];
    }

    private string? Find(Vestigingsnummer vestiging, IReadOnlyList<Planregel<LeerlingGegevens>> regels)
    {
        var (isLopend, isBegonnen) = (kader.IsLopend(vestiging), kader.IsBegonnen(vestiging));
        var shifts = regels.Select(Shift).OfType<int>().ToArray();
        var (up, down) = (shifts.Count(s => s == 1), shifts.Count(s => s < 0));
        var same = regels.Count(r => Shift(r) == 0 && !IsInItsClass(r));

        // With additions only nobody goes up, so that leerjaren of last year are no sign.
        return !isBegonnen && kader.Modus == Importmodus.Normaal && IsMost(same, shifts.Length)
            ? $"Van {same} van de {shifts.Length} bekende leerlingen is het leerjaar nog dat van vorig schooljaar."
            : isBegonnen && IsMost(up, shifts.Length)
            ? $"{up} van de {shifts.Length} bekende leerlingen zijn een leerjaar verder dan nu."
            : IsMost(down, shifts.Length)
            ? $"{down} van de {shifts.Length} bekende leerlingen zijn een leerjaar of meer terug."
            : isLopend ? CheckClasses(regels) : null;
    }

    /// <summary>Whether a school year changes by this: it has not begun, or a vestiging is still of the year before.</summary>
    public bool IsWissel => kader.IsVooruit(incoming.Schooljaar)
        || (!kader.IsVoorbij(incoming.Schooljaar) && incoming.Bereik.Leerlingen.Any(vestiging => !kader.IsLopend(vestiging)));

    /// <summary>
    /// The vestigingen of which this may be the whole school year: of nobody who has no groep in it yet, the source only knows
    /// another year.
    /// </summary>
    public IReadOnlySet<Vestigingsnummer> FindWhole(Planregels regels) => incoming.Bereik.Leerlingen
        .Except(regels.Leerlingen.Where(IsOfOtherYear).Select(r => r.Account!.Gegevens.Vestiging))
        .Except(regels.Docenten.Where(IsOfOtherYear).Select(r => r.Account!.Gegevens.Vestiging))
        .ToHashSet();

    /// <summary>
    /// The brakes of the sources; around the change of years, a source that has nothing is not ready yet, which is no fault.
    /// </summary>
    public IEnumerable<Melding> Soften(IReadOnlyList<Melding> remmen)
    {
        var isNew = kader.Buurjaren.Achter.Count > 0 && kader.Vandaag < incoming.Schooljaar.EersteDag.AddDays(ReadyWithin);
        return remmen.Select(rem => isNew && rem.Code is Meldingen.GeenGegevensCode
            ? BeleidMeldingen.NogNietKlaar(incoming.Schooljaar)
            : rem).Distinct();
    }

    /// <summary>
    /// The rows, with what the change of years makes of their remarks: in a year that has not begun codes still name the
    /// leerjaar of now; in the first import of a year that has, locks may be those of the year before.
    /// </summary>
    public IReadOnlyList<Planregel<LeerlingGegevens>> Remark(IReadOnlyList<Planregel<LeerlingGegevens>> regels) =>
        kader.IsVooruit(incoming.Schooljaar) ? [.. regels.Select(WithoutOldLeerjaar)]
        : kader.Buurjaren.Achter.Count == 0 || kader.IsVoorbij(incoming.Schooljaar) ? regels
        : [.. regels.Select(WithOldLock)];

    /// <summary>What so many change at once that somebody should look, in a running school year.</summary>
    public IEnumerable<Melding> Explain(Planregels regels)
    {
        if (kader.IsVooruit(incoming.Schooljaar) || kader.IsVoorbij(incoming.Schooljaar))
        {
            yield break;
        }

        var actief = current.Leerlingen.Count(
            l => l.Status == Accountstatus.Actief && kader.IsLopend(l.Gegevens.Vestiging));
        foreach (var (veld, wat, has) in Kinds)
        {
            var aantal = regels.Leerlingen.Count(
                r => r is { Soort: RegelSoort.Bijwerken, Account: { Status: Accountstatus.Actief } account }
                    && kader.IsLopend(account.Gegevens.Vestiging) && r.Gewijzigd.HasFlag(veld) && has(r.Gegevens));
            if (IsMost(aantal, actief))
            {
                yield return BeleidMeldingen.VeelTegelijk(wat, aantal, actief);
            }
        }
    }

    private static Planregel<LeerlingGegevens> WithoutOldLeerjaar(Planregel<LeerlingGegevens> regel) =>
        regel.Meldingen.Any(m => m.Code is Meldingen.LeerjaarWijktAfCode)
            ? regel with { Meldingen = [.. regel.Meldingen.Where(m => m.Code is not Meldingen.LeerjaarWijktAfCode)] }
            : regel;

    private Planregel<LeerlingGegevens> WithOldLock(Planregel<LeerlingGegevens> regel) =>
        regel.Account is { } account && !kader.IsLopend(account.Gegevens.Vestiging)
        && regel.Wijzigingen.Any(w => w.Vergrendeld && w.Veld is Veld.Leerjaar or Veld.Doelgroep)
            ? regel with { Meldingen = [.. regel.Meldingen, BeleidMeldingen.SlotVanVorigJaar] }
            : regel;

    private static bool IsOfOtherYear<T>(Planregel<T> regel)
        where T : Persoonsgegevens<T> =>
        regel.Account is { Status: Accountstatus.Actief, Gegevens: var eigen }
        && eigen.Groepen.IsEmpty && eigen is not LeerlingGegevens { Stamgroep: not null }
        && regel.Meldingen.Any(m => m.Code is CsvMeldingen.AnderSchooljaarCode);

    private static bool IsMost(int count, int total) => total > FewPeople && count > total / 2.0;

    private static bool IsKnown(Planregel<LeerlingGegevens> regel) =>
        regel is { Account.Status: Accountstatus.Actief, Aangeleverd: not null };

    // Who was applied already, though others of the vestiging were not.
    private static bool IsInItsClass(Planregel<LeerlingGegevens> regel) =>
        regel.Account!.Gegevens.Stamgroep is { } stamgroep && stamgroep == regel.Aangeleverd!.Stamgroep;

    // How many leerjaren a known pupil is further; null when one of the two is unknown.
    private static int? Shift(Planregel<LeerlingGegevens> regel) =>
        regel.Aangeleverd!.Leerjaar - regel.Account!.Gegevens.Leerjaar;

    private string? CheckClasses(IReadOnlyList<Planregel<LeerlingGegevens>> regels)
    {
        var before = current.Leerlingen
            .Where(l => l is { Status: Accountstatus.Actief, Gegevens.Stamgroep: not null })
            .ToLookup(l => l.Gegevens.Stamgroep!.Value, l => l.Id);
        var compared = regels
            .Where(r => r.Aangeleverd!.Stamgroep is not null)
            .GroupBy(r => r.Aangeleverd!.Stamgroep!.Value, r => r.Account!.Id)
            .Select(klas => (Before: before[klas.Key].ToHashSet(), After: klas.ToArray()))
            .Where(klas => klas.Before.Count >= SmallClass && klas.After.Length >= SmallClass)
            .ToArray();
        var others = compared.Count(klas => klas.After.Count(klas.Before.Contains) * 2 < klas.After.Length);
        return compared.Length >= FewClasses && others * 2 > compared.Length
            ? $"In {others} van de {compared.Length} klassen die hun naam houden zitten vooral andere leerlingen."
            : null;
    }
}
